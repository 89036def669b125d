import Estate
import SourceText
import Syntax

extension NginxSettings {
  /// Where requests are passed on to.
  func targets(at place: NginxLocation) -> [GatewaySetting] {
    place.own("proxy_pass", "grpc_pass").map { setting in
      Self.setting(
        .target, by: setting, at: place, weakness: openness(of: setting, at: place))
    }
  }

  /// How a client chooses the scheme or host that requests go to.
  private func openness(of setting: NginxSetting, at place: NginxLocation) -> String? {
    guard let word = setting.directive.arguments.first, !word.variables.isEmpty,
      !isOnlyForNginx(place)
    else { return nil }
    let text = NginxClientText(location: place, directive: setting.directive)
    let pieces = NginxAddressPieces(place.expanding(NginxExpression(word)))
    let parts: [(NginxExpression?, String)] = [
      (pieces.authority, "chooses the host that requests go to"),
      (pieces.scheme, "chooses the scheme by which requests go on"),
    ]
    for (part, deed) in parts {
      var isFirst = true
      for piece in part?.parts ?? [] {
        defer { isFirst = false }
        guard case .variable(let variable) = piece else { continue }
        // A slash ends the host, so that what follows it is path; without a host there is none to end.
        if !isFirst || pieces.scheme != nil, text.beginsWithSlash(variable.name) { break }
        if variable.name == "host", namesItsHosts(place.server) { continue }
        guard let path = text.path(to: ".", from: [variable.name]) else { continue }
        let written = word.variables.lazy.compactMap { text.path(to: ".", from: [$0.name]) }
        let source = NginxVariableStory(written.first { $0.contains(variable.name) } ?? path)
        return "\(source.text), so that the client \(deed)"
      }
    }
    return nil
  }

  /// Whether no request of a client gets to `place`, neither itself nor by a `rewrite` of the server.
  func isOnlyForNginx(_ place: NginxLocation) -> Bool {
    let location = place.unconditional
    guard location.isInternal, let match = location.match, match.kind != .named else {
      return false
    }
    let blocks = [place.server.whole] + place.server.locations
    return !(blocks + blocks.flatMap(\.conditionals)).contains { block in
      block.own("rewrite").contains { rewrite in
        !rewrite.redirects && rewrite.values.count > 1 && rewrite.values[1].hasPrefix(match.pattern)
      }
    }
  }

  /// Whether only requests for hosts that the server names get to it.
  private func namesItsHosts(_ server: NginxServer) -> Bool {
    let names = server.names.map(\.text)
    guard !names.isEmpty, names.allSatisfy({ $0 != "_" && !$0.isEmpty && !$0.hasPrefix("~") })
    else {
      return false
    }
    return server.sockets.allSatisfy { socket in
      guard !socket.isDefault else { return false }
      let rivals = configuration.servers.filter { rival in
        rival.sockets.contains { $0.port == socket.port && $0.address == socket.address }
      }
      let chosen = rivals.first { rival in
        rival.sockets.contains {
          $0.port == socket.port && $0.address == socket.address && $0.isDefault
        }
      }
      return (chosen ?? rivals.first)?.scope != server.scope
    }
  }

  /// The directives that set headers of some request that is passed on; `nil` where no block passes any.
  ///
  /// A block that sets one header takes back all that the blocks around it set.
  var sentHeaders: Set<SourceSpan>? {
    let sent = configuration.scopes.indices.compactMap { index -> [NginxSetting]? in
      let place = NginxLocation(configuration: configuration, scope: index)
      guard !place.own("proxy_pass", "grpc_pass").isEmpty else { return nil }
      return place.settings("proxy_set_header") + place.settings("grpc_set_header")
    }
    return sent.isEmpty ? nil : Set(sent.joined().map(\.place))
  }

  /// What the upstream is told which host it is, by directives among those that requests are `sent` with.
  func hosts(at place: NginxLocation, sentBy sent: Set<SourceSpan>?) -> [GatewaySetting] {
    place.own("proxy_set_header", "grpc_set_header").compactMap { setting in
      guard sent?.contains(setting.place) ?? true else { return nil }
      let words = setting.directive.arguments
      guard words.count == 2, words[0].text.lowercased() == "host", !words[1].variables.isEmpty
      else { return nil }
      let text = NginxClientText(location: place, directive: setting.directive)
      // nginx has chosen the server by `$host`, and has refused what is no host name.
      let names = words[1].variables.map(\.name).filter { $0 != "host" }
      let path = text.path(to: ".", from: names)
      return Self.setting(
        .host, by: setting, at: place,
        weakness: path.map {
          "\(NginxVariableStory($0).text), so that the client tells the upstream which host it is"
        })
    }
  }
}
