import Estate
import SourceText
import Syntax

/// Finds literal secrets in every text of a tree, with the exact place of each.
struct SecretScanner {
  private var sightings: [SecretSighting] = []

  /// The secrets in `tree`, in the order of the source.
  static func sightings(in tree: SyntaxTree) -> [SecretSighting] {
    var scanner = SecretScanner()
    for document in tree.documents { scanner.scan(document, Context()) }
    for comment in tree.comments {
      scanner.sightings += commentSightings(at: comment, of: tree.source)
    }
    return scanner.sightings.sorted { ($0.span, $0.family) < ($1.span, $1.family) }
  }

  /// What surrounds a value: the path to it, and the name that says what it is.
  private struct Context {
    /// The keys on the way, for messages.
    var path: [String] = []
    /// The nearest key that names a setting rather than the role of its value.
    var name: String?

    func entering(_ key: String) -> Context {
      var inner = self
      // A path is for people; that of a deep tree is not worth its memory.
      if path.count < 8 { inner.path.append(key) }
      if !Self.roles.contains(key) { inner.name = key }
      return inner
    }

    /// The same place under a name that is written beside the value instead of before it.
    func named(_ name: String?) -> Context {
      var inner = self
      if let name { inner.name = name }
      return inner
    }

    var description: String { path.isEmpty ? "the document" : path.joined(separator: ".") }

    /// Keys that say how a value is used and not what it is.
    private static let roles: Set<String> = [
      "default", "value", "example", "examples", "const", "enum", "placeholder",
    ]
  }

  private mutating func scan(_ node: Node, _ context: Context) {
    // An alias repeats what is scanned where it is anchored.
    if node.isAlias { return }
    switch node.kind {
    case .mapping: scanMembers(of: node, context)
    case .sequence: scanElements(of: node, context)
    case .string, .integer, .float: scanText(of: node, context)
    case .null, .boolean, .alias: return
    }
  }

  private mutating func scanMembers(of node: Node, _ context: Context) {
    // `{name: API_KEY, value: …}` names its value beside it, as environment lists and headers do.
    let isNamedValue = node["value"] != nil || node["default"] != nil
    let named = context.named(isNamedValue ? (node["name"] ?? node["key"])?.string : nil)
    for (key, value) in node.members {
      guard let text = key.scalarText else { continue }
      scan(value, named.entering(text))
    }
  }

  private mutating func scanElements(of node: Node, _ context: Context) {
    var option: String?
    for element in node.elements {
      scan(element, context.named(option))
      // `--api-key` announces the argument that follows it.
      let text = element.string
      option = text?.hasPrefix("-") == true && text?.contains("=") == false ? text : nil
    }
  }

  private mutating func scanText(of node: Node, _ context: Context) {
    guard let text = node.scalarText else { return }
    for match in SecretDetector.matches(in: text, named: context.name) {
      add(match.family, node.span(ofBytes: match.range, in: text), context.description)
    }
  }

  private mutating func add(_ family: String, _ span: SourceSpan, _ context: String) {
    sightings.append(SecretSighting(family: family, span: span, context: context))
  }
}
