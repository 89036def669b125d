import Patterns

/// The hosts that one name in a gateway's configuration stands for.
enum HostPattern: Sendable {
  /// All: `*`.
  case every
  /// The host of this name, or those below it: `mcp.example.com`, `*.example.com`, nginx's `.example.com`,
  /// `mcp.*`. In lower case and without a port.
  case name(String)
  /// Those that a regular expression takes, as nginx writes it behind `~`.
  case regex(Pattern)
  /// Those that begin, or end, with a text that stops within a part of the name: `mcp-*`, `*-mcp.example.com`.
  case beginning(String)
  case ending(String)
  /// None that can be told.
  case none

  /// Reads `text` as gateways write it.
  init(_ text: String) {
    if text == "*" {
      self = .every
      return
    }
    if text.hasPrefix("~") {
      do {
        self = .regex(
          try Pattern(String(text.dropFirst()), syntax: .pcre, options: .caseInsensitive))
      } catch {
        self = .none
      }
      return
    }
    var name = text.lowercased()
    if let colon = name.firstIndex(of: ":") { name = String(name[..<colon]) }
    if name.isEmpty {
      self = .none
    } else if name.hasSuffix("*"), !name.hasSuffix(".*") {
      self = .beginning(String(name.dropLast()))
    } else if name.hasPrefix("*"), !name.hasPrefix("*.") {
      self = .ending(String(name.dropFirst()))
    } else {
      self = .name(name)
    }
  }

  /// The longest name of a host that DNS knows, in bytes.
  private static let longestName = 253

  /// The texts of every `name` that `host`, in lower case, answers to.
  static func names(takenBy host: String) -> [String] {
    var names = [host, "." + host]
    guard host.utf8.count <= longestName else { return names }
    for dot in host.indices where host[dot] == "." {
      names += [String(host[dot...]), "*" + host[dot...], host[...dot] + "*"]
    }
    return names
  }

  /// Whether `host`, in lower case, is one of them; names are looked up and not compared.
  func takesByComparison(_ host: String) -> Bool {
    switch self {
    case .every, .name, .none: false
    case .regex(let pattern): pattern.matches(host)
    case .beginning(let text): host.hasPrefix(text) && host.utf8.count > text.utf8.count
    case .ending(let text): host.hasSuffix(text) && host.utf8.count > text.utf8.count
    }
  }
}
