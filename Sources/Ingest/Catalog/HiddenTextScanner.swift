import Estate
import SourceText
import Syntax

/// Finds characters that show nothing, or that mislead the eye, in every text of a tool, keys included.
///
/// Linear in the size of the tool; what counts is decided by `HiddenCharacters`.
enum HiddenTextScanner {
  /// More sightings than anybody reads; the first ones suffice to judge.
  private static let limit = 50

  /// Every sighting in `node` and below, in the order of the source.
  static func sightings(in node: Node) -> [HiddenText] {
    var found: [HiddenText] = []
    walk(node, member: "", into: &found)
    return found
  }

  private static func walk(_ node: Node, member: String, into found: inout [HiddenText]) {
    guard found.count < limit, !node.isAlias else { return }
    switch node.kind {
    case .mapping:
      for pair in node.members {
        let name = pair.key.scalarText ?? ""
        let path = member.isEmpty ? name : "\(member).\(name)"
        scan(pair.key, member: path, into: &found)
        walk(pair.value, member: path, into: &found)
      }
    case .sequence:
      for (index, element) in node.elements.enumerated() {
        walk(element, member: "\(member)[\(index)]", into: &found)
      }
    case .string: scan(node, member: member, into: &found)
    case .null, .boolean, .integer, .float, .alias: break
    }
  }

  private static func scan(_ node: Node, member: String, into found: inout [HiddenText]) {
    guard let text = node.string, !HiddenCharacters.isPlain(text) else { return }
    for run in HiddenCharacters.runs(in: text).prefix(limit - found.count) {
      found.append(
        HiddenText(
          kind: run.kind, member: member, span: node.span(ofBytes: run.range, in: text),
          decoded: run.decoded))
    }
  }
}
