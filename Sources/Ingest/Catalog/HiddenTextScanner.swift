import Estate
import SourceText
import Syntax

/// Finds characters that show nothing, or that mislead the eye, in every text of a tool.
///
/// One pass over the scalars of each text. What honest text needs is left alone: joiners between emoji and
/// in scripts that use them, direction marks beside right-to-left letters, one variation selector after a
/// character, and a byte-order mark at the start of a text.
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
    guard found.count < limit else { return }
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
    default: break
    }
  }

  private static func scan(_ node: Node, member: String, into found: inout [HiddenText]) {
    guard let text = node.string, !text.utf8.allSatisfy({ $0 < 0x80 && $0 >= 0x20 || $0 == 0x0A })
    else { return }
    let scalars = Array(text.unicodeScalars)
    let hasRightToLeft = scalars.contains { isRightToLeft($0.value) }
    var index = 0
    while index < scalars.count, found.count < limit {
      let value = scalars[index].value
      if (0xE0000...0xE007F).contains(value) {
        let run = scalars[index...].prefix { (0xE0000...0xE007F).contains($0.value) }
        if !isFlag(scalars, before: index) {
          found.append(
            sighting("tag characters", node, member, from: index, decoded: decoded(run)))
        }
        index += run.count
        continue
      }
      if let kind = kind(of: value, at: index, in: scalars, hasRightToLeft) {
        found.append(sighting(kind, node, member, from: index, decoded: nil))
      }
      index += 1
    }
  }

  private static func kind(
    of value: UInt32, at index: Int, in scalars: [Unicode.Scalar], _ hasRightToLeft: Bool
  ) -> String? {
    switch value {
    case 0x200B: return "zero-width space"
    case 0x2060...0x2064: return "invisible operator"
    case 0xFEFF: return index == 0 ? nil : "zero-width no-break space"
    case 0x200C, 0x200D: return isJoining(scalars, at: index) ? nil : "zero-width joiner"
    case 0x202A...0x202E, 0x2066...0x2069: return "bidirectional override"
    case 0x200E, 0x200F, 0x061C: return hasRightToLeft ? nil : "direction mark"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      let followsAnother = index > 0 && isVariationSelector(scalars[index - 1].value)
      return index == 0 || followsAnother ? "variation selectors" : nil
    case 0x00AD: return "soft hyphen"
    case 0x180E, 0x3164, 0xFFA0, 0x115F, 0x1160: return "invisible letter"
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F: return "control character"
    default: return nil
    }
  }

  /// Whether a joiner stands where scripts and emoji need one: between two characters beyond ASCII.
  private static func isJoining(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return scalars[index - 1].value > 0x2FF && scalars[index + 1].value > 0x2FF
  }

  /// Whether the tags before `index` continue the flag of a region, such as Scotland's.
  private static func isFlag(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    index > 0 && scalars[index - 1].value == 0x1F3F4
  }

  private static func isVariationSelector(_ value: UInt32) -> Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFC).contains(value)
  }

  private static func decoded(_ run: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in run.prefix(200) {
      guard let plain = Unicode.Scalar(scalar.value - 0xE0000), plain.value >= 0x20,
        plain.value < 0x7F
      else { continue }
      text.unicodeScalars.append(plain)
    }
    return text
  }

  /// The place of the character where the text stands as it means, else the whole text.
  private static func sighting(
    _ kind: String, _ node: Node, _ member: String, from index: Int, decoded: String?
  ) -> HiddenText {
    var span = node.span
    if let text = node.string {
      let quotes = node.style == .doubleQuoted || node.style == .singleQuoted ? 1 : 0
      if text.utf8.count + 2 * quotes == span.range.count {
        let before = text.unicodeScalars.prefix(index).reduce(0) { $0 + UTF8.width($1) }
        let width = text.unicodeScalars.dropFirst(index).first.map(UTF8.width) ?? 1
        let start = span.range.lowerBound + quotes + before
        span = SourceSpan(source: span.source, start..<start + width)
      }
    }
    return HiddenText(kind: kind, member: member, span: span, decoded: decoded)
  }
}
