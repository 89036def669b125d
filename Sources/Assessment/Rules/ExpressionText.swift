import SourceText
import Syntax

/// The text of an expression as it stands in its file, where it may be folded, indented and quoted.
struct ExpressionText {
  private let text: [UInt8]
  private let node: Node

  /// The scalar `node`, of which `text` was compiled: what it means, perhaps with fewer blanks.
  init(_ text: String, of node: Node) {
    self.text = Array(text.utf8)
    self.node = node
  }

  /// Where the bytes `range` of the text stand in the file; the whole scalar where escapes hide them.
  ///
  /// Folding changes blanks alone, so that bytes that are none stand in the file in the same order and number.
  func span(of range: Range<Int>) -> SourceSpan {
    let bytes = node.tree.source.bytes
    let solid = content.filter { !Self.isBlank(bytes[$0]) }
    let meant = text.indices.filter { !Self.isBlank(text[$0]) }
    guard solid.count == meant.count,
      zip(solid, meant).allSatisfy({ bytes[$0] == text[$1] })
    else { return node.span }
    // A range may end behind the last byte, and one of a missing token is empty.
    let first = meant.firstIndex { $0 >= range.lowerBound }
    let last = meant.lastIndex { $0 < range.upperBound }
    let end = solid.last.map { $0 + 1 } ?? node.span.range.upperBound
    let start = first.map { solid[$0] } ?? end
    return SourceSpan(
      source: node.span.source, start..<max(start, last.map { solid[$0] + 1 } ?? end))
  }

  /// The offsets in the file of the bytes between the quotes, or behind the line that opens a block.
  private var content: [Int] {
    let range = node.span.range
    switch node.style {
    case .literal, .folded:
      let header = node.tree.source.bytes[range].prefix { $0 != UInt8(ascii: "\n") }
      return Array(header.endIndex..<max(header.endIndex, range.upperBound))
    case .singleQuoted:
      // A quote is written twice, and the second of the two counts.
      return Self.inner(of: range).filter { offset in
        node.tree.source.bytes[offset] != UInt8(ascii: "'") || isSecondQuote(offset, in: range)
      }
    case .doubleQuoted: return Array(Self.inner(of: range))
    default: return Array(range)
    }
  }

  /// Whether an odd number of quotes stands right before the one at `offset`.
  private func isSecondQuote(_ offset: Int, in range: Range<Int>) -> Bool {
    let before = node.tree.source.bytes[(range.lowerBound + 1)..<offset]
    return !before.reversed().prefix { $0 == UInt8(ascii: "'") }.count.isMultiple(of: 2)
  }

  private static func inner(of range: Range<Int>) -> Range<Int> {
    range.count < 2 ? range : range.lowerBound + 1..<range.upperBound - 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
