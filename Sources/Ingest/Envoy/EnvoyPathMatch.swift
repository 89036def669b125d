import Estate
import Patterns
import SourceText
import Syntax

/// The requests that a route takes, by their path.
struct EnvoyPathMatch {
  /// How the path of a request is compared.
  enum Kind {
    case prefix
    case exact
    /// A prefix that ends where a part of the path does.
    case wholeParts
    case regex
    /// Something else than a path decides.
    case other

    /// The key that says so in a `match`.
    var key: String? {
      switch self {
      case .prefix: "prefix"
      case .exact: "path"
      case .wholeParts: "path_separated_prefix"
      case .regex: "safe_regex"
      case .other: nil
      }
    }
  }

  let kind: Kind

  /// Whether `/MCP` is another path than `/mcp`, as it is unless the match says otherwise.
  let isCaseSensitive: Bool

  /// The path or pattern, where one is written.
  let path: Evidence<String>?

  /// Reads the `match` of a route.
  init(_ match: Node?) {
    isCaseSensitive = match["case_sensitive"]?.boolean != false
    let found: (Kind, Node)? =
      if let node = match["prefix"] {
        (.prefix, node)
      } else if let node = match["path"] {
        (.exact, node)
      } else if let node = match["path_separated_prefix"] {
        (.wholeParts, node)
      } else if let node = match["safe_regex"]["regex"] {
        (.regex, node)
      } else {
        nil
      }
    guard let (kind, node) = found, let text = node.scalarText else {
      self.kind = .other
      path = nil
      return
    }
    self.kind = kind
    path = Evidence(text, at: node.span, grade: .configured)
  }

  /// Whether every request of the route also meets `rule`, the `match` of a filter's rule.
  ///
  /// Never where the rule looks at headers too: callers can leave those out.
  func isCovered(by rule: Node) -> Bool {
    if Self.asksForMore(rule) { return false }
    if let regex = rule["safe_regex"]["regex"]?.scalarText {
      return path.map { isCovered(byRegex: regex, $0.value) } ?? false
    }
    let ignoresCase = rule["case_sensitive"]?.boolean == false
    func folded(_ text: String) -> String { ignoresCase ? text.lowercased() : text }
    func text(_ key: String) -> String? {
      guard let text = rule[key]?.scalarText.map(folded) else { return nil }
      // What the route takes in another case, a rule that looks at it lets by.
      let canDiffer = !isCaseSensitive && !ignoresCase && text.contains(where: \.isCased)
      return canDiffer ? nil : text
    }
    let start = folded(self.start)
    if let prefix = text("prefix") { return start.hasPrefix(prefix) || prefix == "/" }
    guard let own = path.map({ folded($0.value) }) else { return false }
    if let prefix = text("path_separated_prefix") {
      return start.hasPrefix(prefix + "/")
        || own == prefix && (kind == .exact || kind == .wholeParts)
    }
    return kind == .exact && text("path") == own
  }

  /// Whether every path of the route meets `matcher`, which compares texts.
  func meets(_ matcher: Node) -> Bool {
    let ignoresCase = matcher["ignore_case"]?.boolean == true
    guard let prefix = matcher["prefix"]?.scalarText, isCaseSensitive || ignoresCase else {
      return false
    }
    return ignoresCase
      ? start.lowercased().hasPrefix(prefix.lowercased()) : start.hasPrefix(prefix)
  }

  /// Whether no path of the route meets `matcher`, which compares texts.
  func excludes(_ matcher: Node) -> Bool {
    guard kind != .other, kind != .regex, let text = path?.value,
      let asked = (matcher["prefix"] ?? matcher["exact"])?.scalarText
    else { return false }
    let own = text.lowercased()
    let other = asked.lowercased()
    if kind == .exact {
      return matcher["prefix"] == nil ? own != other : !own.hasPrefix(other)
    }
    return !other.hasPrefix(own) && (matcher["prefix"] == nil || !own.hasPrefix(other))
  }

  /// Whether `match` looks at more of a request than its path.
  static func asksForMore(_ match: Node) -> Bool {
    !match["headers"].elementsOrSelf.isEmpty || !match["query_parameters"].elementsOrSelf.isEmpty
  }

  private func isCovered(byRegex regex: String, _ text: String) -> Bool {
    if kind == .regex { return regex == text }
    let writings = isCaseSensitive ? [text] : [text, text.lowercased(), text.uppercased()]
    // A prefix is covered where the pattern takes whatever may follow it.
    let samples =
      kind == .exact ? writings : writings.flatMap { [$0, $0 + "x", $0 + "/x/y"] }
    do {
      let pattern = try Pattern(regex)
      return samples.allSatisfy { pattern.matchesWhole($0) }
    } catch {
      // Envoy would refuse the pattern, and with it the configuration.
      return false
    }
  }

  /// The text that every path of the route begins with.
  var start: String {
    guard let text = path?.value else { return "" }
    guard kind == .regex else { return text }
    let bare = text.hasPrefix("^") ? text.dropFirst() : text[...]
    let literal = bare.prefix { !"\\.[](){}*+?|^$".contains($0) }
    let next = bare.dropFirst(literal.count).first
    // A letter that may be missing is not what paths begin with; alternatives share nothing.
    if bare.contains("|") { return "" }
    return next == "*" || next == "?" || next == "{" ? String(literal.dropLast()) : String(literal)
  }
}
