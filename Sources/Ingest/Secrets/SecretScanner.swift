import Estate
import SourceText
import Syntax

/// Finds literal secrets in every text of a tree, with the exact place of each.
struct SecretScanner {
  private var sightings: [SecretSighting] = []
  /// The keys that lead to the value in hand, for messages.
  private var path: [String] = []

  /// The secrets in `tree`, in the order of the source.
  static func sightings(in tree: SyntaxTree) -> [SecretSighting] {
    var scanner = SecretScanner()
    for document in tree.documents { scanner.scan(document, named: nil) }
    for comment in tree.comments {
      scanner.sightings += commentSightings(at: comment, of: tree.source)
    }
    return scanner.sightings.sorted { ($0.span, $0.family) < ($1.span, $1.family) }
  }

  /// Whether `key` says how a value is used and not what it is; the key around it names it.
  private static func isRole(_ key: String) -> Bool {
    switch key {
    case "default", "value", "example", "examples", "const", "enum", "placeholder": true
    default: false
    }
  }

  /// Scans `node`; `name` is the nearest key that names a setting.
  private mutating func scan(_ node: Node, named name: String?) {
    // An alias repeats what is scanned where it is anchored.
    if node.isAlias { return }
    switch node.kind {
    case .mapping: scanMembers(of: node, named: name)
    case .sequence: scanElements(of: node, named: name)
    case .string, .integer, .float: scanText(of: node, named: name)
    case .null, .boolean, .alias: return
    }
  }

  private mutating func scanMembers(of node: Node, named name: String?) {
    // `{name: API_KEY, value: …}` names its value beside it, as environment lists and headers do.
    let hasNamedValue = node.hasOwnMember("value") || node.hasOwnMember("default")
    let outer = hasNamedValue ? Self.nameBeside(of: node) ?? name : name
    let encoded = path.isEmpty ? Self.encodedMembers(of: node) : []
    for (key, value) in encoded {
      sightings += Self.encodedSightings(of: value, named: key)
    }
    for (key, value) in node.members {
      guard let key = key.scalarText else { continue }
      if key == "data", !encoded.isEmpty { continue }
      path.append(key)
      scan(value, named: Self.name(of: key, within: outer))
      path.removeLast()
    }
  }

  /// The first text that is called the name of what `node` describes.
  private static func nameBeside(of node: Node) -> String? {
    for (key, value) in node.members where key.isScalar("name") || key.isScalar("key") {
      if let name = value.string { return name }
    }
    return nil
  }

  /// What a value under `key` is called for, where `outer` names what it belongs to.
  private static func name(of key: String, within outer: String?) -> String? {
    if isRole(key) { return outer }
    // Kong's `keyauth_credentials: [{key: …}]`; elsewhere a `key` is the name of something.
    if key == "key", outer?.hasSuffix("_credentials") == true { return "api_key" }
    return key
  }

  private mutating func scanElements(of node: Node, named name: String?) {
    var option: String?
    for element in node.elements {
      scan(element, named: option ?? name)
      // `--api-key` announces the argument that follows it.
      let text = element.string
      option = text?.hasPrefix("-") == true && text?.contains("=") == false ? text : nil
    }
  }

  private mutating func scanText(of node: Node, named name: String?) {
    guard let text = node.scalarText else { return }
    for match in SecretDetector.matches(in: text, named: name) {
      sightings.append(
        SecretSighting(
          family: match.family, span: node.span(ofBytes: match.range, in: text),
          context: path.isEmpty ? "the document" : path.joined(separator: ".")))
    }
  }
}
