import Estate
import Syntax

/// The rules of one `jwt_authn` filter, of which the first decides that every request of a route meets.
///
/// Rules that ask for a path are looked up by it and not tried one by one: gateways have a rule for each of
/// their routes.
struct EnvoyTokenRules {
  private let rules: [Node]
  /// The first rule with each text, by the key of the match that holds the text.
  private var places: [EnvoyPathMatch.Kind: [String: Int]] = [:]
  /// The lengths in bytes of the texts that paths begin with.
  private var lengths: Set<Int> = []
  /// Rules that only a comparison can tell about.
  private var others: [Int] = []

  /// Longer texts are not looked up, which would take long for many lengths.
  private static let lengthLimit = 256

  /// The rules that `configuration`, that of a filter, lists.
  init(of configuration: Node) {
    rules = configuration["rules"].elementsOrSelf
    for (index, rule) in rules.enumerated() {
      // A rule that also looks at headers covers no route, and must not stand before one that does.
      guard let match = rule["match"], !EnvoyPathMatch.asksForMore(match) else { continue }
      let asked = EnvoyPathMatch(match)
      // Of two texts the one counts that `isCovered` looks at first.
      guard let text = asked.path?.value, asked.kind != .regex, Self.isSimple(text),
        asked.isCaseSensitive,
        asked.kind != .exact || match["path_separated_prefix"] == nil
      else {
        others.append(index)
        continue
      }
      places[asked.kind, default: [:]][text] = places[asked.kind]?[text] ?? index
      lengths.insert(text.utf8.count)
    }
  }

  /// The first rule that every request of a route with `path` meets.
  func first(covering path: EnvoyPathMatch) -> Node? {
    let covers = { (index: Int) in rules[index]["match"].map(path.isCovered) ?? false }
    guard Self.isASCII(path.start), Self.isASCII(path.path?.value ?? "") else {
      return rules.indices.first(where: covers).map { rules[$0] }
    }
    return (candidates(for: path) + others).sorted().first(where: covers).map { rules[$0] }
  }

  /// The rules with texts that `path` could meet.
  private func candidates(for path: EnvoyPathMatch) -> [Int] {
    var found = [places[.prefix]?["/"]]
    if let text = path.path?.value {
      found.append(places[.exact]?[text])
      found.append(places[.wholeParts]?[text])
    }
    let start = Array(path.start.utf8)
    for length in lengths where length <= start.count {
      let beginning = String(decoding: start[..<length], as: UTF8.self)
      found.append(places[.prefix]?[beginning])
      found.append(places[.wholeParts]?[beginning])
    }
    return Array(Set(found.compactMap(\.self)))
  }

  private static func isSimple(_ text: String) -> Bool {
    text.utf8.count <= lengthLimit && isASCII(text)
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
