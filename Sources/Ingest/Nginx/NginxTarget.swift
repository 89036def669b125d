import SourceText
import Syntax

/// Where a location passes its requests.
struct NginxTarget: Hashable, Sendable {
  /// The directive: `proxy_pass` or one of its kin.
  let setting: NginxSetting

  /// `http`, `https`, `grpc`, `fastcgi` and so on; `nil` where a variable decides.
  let scheme: String?

  /// The host and port, the name of an `upstream` block, or `unix:/path`; with the variables that remain
  /// after every `set` that decides has been followed.
  let authority: NginxExpression

  /// What follows the authority; `nil` where the request's own path goes on unchanged.
  let path: NginxExpression?

  /// Those who have a part in the scheme and the authority: with the client among them, it chooses
  /// where requests go.
  let authorityOrigins: Set<NginxOrigin>

  /// The `upstream` block that the authority names.
  let upstream: NginxUpstream?

  /// Every address that requests can go to, as `host:port`; empty where a variable decides.
  let addresses: [Address]

  /// One address and the place that names it.
  struct Address: Hashable, Sendable {
    let text: String
    let span: SourceSpan
  }

  /// Whether the client can choose where requests go.
  var isChosenByClient: Bool { authorityOrigins.contains(.client) }

  /// Whether the connection to the upstream is encrypted.
  var isTLS: Bool { scheme == "https" || scheme == "grpcs" }
}

extension NginxLocation {
  /// The directives that pass a request on.
  static let passDirectives = [
    "proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass",
  ]

  /// Where requests go from here; `nil` where nginx answers them itself.
  ///
  /// A nested location does not inherit it, but an `if` or `limit_except` does.
  var target: NginxTarget? {
    let scopes = configuration.scopes
    if let own = scopes[scope].own(Self.passDirectives).first {
      return target(of: NginxSetting(directive: own, isInherited: false))
    }
    guard match == nil, let outer = outer?.target else { return nil }
    return target(of: NginxSetting(directive: outer.setting.directive, isInherited: true))
  }

  private func target(of setting: NginxSetting) -> NginxTarget? {
    guard let word = setting.directive.arguments.first else { return nil }
    let pieces = NginxAddressPieces(expanding(NginxExpression(word)))
    let kind = setting.directive.name.text.prefix { $0 != "_" }
    let scheme =
      kind == "proxy" ? pieces.scheme?.constant : pieces.scheme?.constant ?? String(kind)
    var origins: Set<NginxOrigin> = []
    for variable in (pieces.scheme?.variables ?? []) + pieces.authority.variables {
      let steps = NginxVariableTracer.steps(of: variable.name, at: self)
      origins.insert(steps.first?.origin ?? .unknown)
    }
    let name = pieces.authority.constant
    let upstream = name.flatMap { configuration.upstreams[$0] }
    var addresses: [NginxTarget.Address] = []
    if let upstream {
      addresses = upstream.members.map { member in
        let word = member.setting.directive.arguments.first ?? member.setting.directive.name
        return NginxTarget.Address(
          text: Self.withPort(member.address, scheme: nil), span: word.span)
      }
    } else if let name {
      addresses = [NginxTarget.Address(text: Self.withPort(name, scheme: scheme), span: word.span)]
    }
    return NginxTarget(
      setting: setting, scheme: scheme, authority: pieces.authority, path: pieces.path,
      authorityOrigins: origins.isEmpty ? [.constant] : origins, upstream: upstream,
      addresses: addresses)
  }

  /// `address` with the port that nginx takes where none is written; `upstream` members default to 80.
  private static func withPort(_ address: String, scheme: String?) -> String {
    if address.hasPrefix("unix:") { return address }
    let afterBracket = address.lastIndex(of: "]").map { address[$0...] } ?? address[...]
    if afterBracket.contains(":") { return address }
    return address + (scheme == "https" || scheme == "grpcs" ? ":443" : ":80")
  }
}

/// The scheme, authority and path of the argument of a `proxy_pass`.
struct NginxAddressPieces: Hashable, Sendable {
  private(set) var scheme: NginxExpression?
  private(set) var authority = NginxExpression(parts: [])
  private(set) var path: NginxExpression?

  /// Variables whose value begins with the slash that ends the authority.
  private static let paths: Set<String> = ["request_uri", "uri", "document_uri"]

  init(_ expression: NginxExpression) {
    var rest = expression.parts
    if let split = Self.cut(&rest, at: "://") { scheme = NginxExpression(parts: split) }
    // In `unix:/socket:/path` the second colon ends the socket.
    if case .text(let text)? = rest.first, text.hasPrefix("unix:") {
      let pieces = text.dropFirst(5).split(separator: ":", maxSplits: 1).map(String.init)
      authority = NginxExpression(parts: [.text("unix:" + (pieces.first ?? ""))])
      if pieces.count > 1 {
        path = NginxExpression(parts: [.text(pieces[1])] + rest.dropFirst())
      }
      return
    }
    var host: [NginxExpression.Part] = []
    while let part = rest.first {
      switch part {
      case .text(let text):
        rest.removeFirst()
        let end = text.firstIndex { $0 == "/" || $0 == "?" } ?? text.endIndex
        if end > text.startIndex { host.append(.text(String(text[..<end]))) }
        if end < text.endIndex {
          path = NginxExpression(parts: [.text(String(text[end...]))] + rest)
          rest = []
        }
      case .variable(let variable):
        if Self.paths.contains(variable.name), !host.isEmpty {
          path = NginxExpression(parts: rest)
          rest = []
        } else {
          rest.removeFirst()
          host.append(part)
        }
      }
    }
    authority = NginxExpression(parts: host)
  }

  /// Takes what precedes the first `mark` off `parts`, and the mark itself.
  private static func cut(
    _ parts: inout [NginxExpression.Part], at mark: String
  ) -> [NginxExpression.Part]? {
    var before: [NginxExpression.Part] = []
    for (index, part) in parts.enumerated() {
      guard case .text(let text) = part, let range = text.firstRange(of: mark) else {
        before.append(part)
        continue
      }
      let head = String(text[..<range.lowerBound])
      let tail = String(text[range.upperBound...])
      parts = (tail.isEmpty ? [] : [.text(tail)]) + parts[(index + 1)...]
      return before + (head.isEmpty ? [] : [.text(head)])
    }
    return nil
  }
}
