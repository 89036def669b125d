import SourceText
import Syntax

/// A virtual server.
struct NginxServer: Sendable {
  /// One socket that a server listens on.
  struct Socket: Hashable, Sendable {
    /// The directive; `nil` for port 80, which a server without `listen` has.
    let setting: NginxSetting?
    /// The address without the port; `*` is any.
    let address: String
    /// The port; 0 for a Unix socket.
    let port: Int
    let isTLS: Bool
    let isDefault: Bool
  }

  let configuration: NginxConfiguration
  let scope: Int

  /// The block; `nil` where a fragment leaves it to the file that includes it.
  var header: NginxDirective? { configuration.scopes[scope].header }

  /// The names that the server answers to, as written; empty where it has none.
  var names: [NginxWord] {
    configuration.scopes[scope].own(["server_name"]).flatMap(\.arguments)
  }

  /// The sockets, in order.
  var sockets: [Socket] {
    let own = configuration.scopes[scope].own(["listen"])
    if own.isEmpty {
      return [Socket(setting: nil, address: "*", port: 80, isTLS: isOldStyleTLS, isDefault: false)]
    }
    return own.map { directive in
      let setting = NginxSetting(directive: directive, isInherited: false)
      let (address, port) = Self.split(setting.value)
      return Socket(
        setting: setting, address: address, port: port,
        isTLS: isOldStyleTLS || setting.values.contains("ssl") || setting.values.contains("quic"),
        isDefault: setting.values.contains("default_server") || setting.values.contains("default"))
    }
  }

  /// Whether clients can only reach the server over TLS.
  var isTLS: Bool { sockets.allSatisfy(\.isTLS) }

  /// `ssl on`, which nginx took until 1.25.
  private var isOldStyleTLS: Bool {
    configuration.settings("ssl", at: scope).first?.value == "on"
  }

  /// The locations at any depth, in the order of the file.
  var locations: [NginxLocation] {
    var found: [NginxLocation] = []
    collect(scope, into: &found)
    return found
  }

  /// The server itself: what holds for requests that no location takes, and before one is chosen.
  var whole: NginxLocation { NginxLocation(configuration: configuration, scope: scope) }

  private func collect(_ scope: Int, into found: inout [NginxLocation]) {
    for child in configuration.scopes[scope].children {
      guard case .location = configuration.scopes[child].kind else { continue }
      found.append(NginxLocation(configuration: configuration, scope: child))
      collect(child, into: &found)
    }
  }

  private static func split(_ text: String) -> (String, Int) {
    if text.hasPrefix("unix:") { return (text, 0) }
    if let port = Int(text) { return ("*", port) }
    if text.hasSuffix("]") { return (text, 80) }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...])
    else { return (text, 80) }
    return (String(text[..<colon]), port)
  }
}
