import Estate
import SourceText
import Syntax

/// The settings of one configuration by which clients can reach or write what they should not.
///
/// Each directive is judged where it stands, so that one that many locations inherit is one setting.
struct NginxSettings {
  let configuration: NginxConfiguration

  /// Every such setting, in the order of the blocks.
  var all: [GatewaySetting] {
    let sent = sentHeaders
    return configuration.scopes.indices.flatMap { index in
      let place = NginxLocation(configuration: configuration, scope: index)
      return texts(at: place) + targets(at: place) + hosts(at: place, sentBy: sent)
        + files(at: place) + replacedHeaders(at: place)
    }
  }

  /// The setting that `directive`, which stands in `place`, makes of `kind`.
  static func setting(
    _ kind: GatewaySetting.Kind, by directive: NginxSetting, at place: NginxLocation,
    weakness: String?
  ) -> GatewaySetting {
    let words = [directive.directive.name] + directive.directive.arguments
    return GatewaySetting(
      product: "nginx", kind: kind,
      name: ([place.title] + words.map(\.text)).joined(separator: " "), span: directive.place,
      weakness: weakness)
  }

  /// Where nginx writes variables as they are into lines that end at a line feed.
  private func texts(at place: NginxLocation) -> [GatewaySetting] {
    let written: [(directive: String, word: Int, isForUpstream: Bool)] = [
      ("add_header", 1, false), ("return", 1, false), ("rewrite", 1, false),
      ("proxy_set_header", 1, true), ("grpc_set_header", 1, true), ("proxy_pass", 0, true),
      ("proxy_method", 0, true),
    ]
    return written.flatMap { name, position, isForUpstream -> [GatewaySetting] in
      place.own(name).compactMap { setting in
        let words = setting.directive.arguments
        guard words.count > position, !words[position].variables.isEmpty,
          Self.isWritten(setting)
        else { return nil }
        let text = NginxClientText(location: place, directive: setting.directive)
        return Self.setting(
          .text, by: setting, at: place,
          weakness: Self.lineEnd(
            in: words[position], of: setting, reading: text, isForUpstream: isForUpstream))
      }
    }
  }

  /// Whether the directive writes a header at all.
  private static func isWritten(_ setting: NginxSetting) -> Bool {
    switch setting.directive.name.text {
    case "return": return ["301", "302", "303", "307", "308"].contains(setting.value)
    case "rewrite": return setting.redirects
    default: return true
    }
  }

  /// How a client gets the end of a line into `word`.
  ///
  /// Upstreams end lines at a line feed alone; some clients also at a carriage return.
  private static func lineEnd(
    in word: NginxWord, of setting: NginxSetting, reading text: NginxClientText,
    isForUpstream: Bool
  ) -> String? {
    // nginx encodes what the groups of a `rewrite` hold anew when it redirects.
    let variables = word.variables.map(\.name).filter { name in
      setting.directive.name.text != "rewrite" || name.utf8.count > 1 || Int(name) == nil
    }
    let ends: [(scalar: Unicode.Scalar, code: String, name: String)] = [
      ("\n", "%0A", "line feed"), ("\r", "%0D", "carriage return"),
    ]
    for end in isForUpstream ? Array(ends.prefix(1)) : ends {
      guard let path = text.path(to: end.scalar, from: variables) else { continue }
      let whose = isForUpstream ? "request to the upstream" : "answer"
      return
        "\(NginxVariableStory(path).text), and a `\(end.code)` in it becomes a \(end.name) that ends the"
        + " line, behind which the client writes headers of its own into the \(whose)"
    }
    return nil
  }
}

extension NginxLocation {
  /// The block as people would say it, such as `location /ledger/`.
  fileprivate var title: String {
    switch configuration.scopes[scope].kind {
    case .main, .http: "http"
    case .server: "server " + (server.names.first?.text ?? "_")
    case .location(let match): "location " + match.pattern
    case .condition, .limitExcept:
      unconditional.title + " " + (header?.name.text ?? "if")
    }
  }
}
