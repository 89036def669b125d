import SourceText
import Syntax

extension Node {
  /// Where the bytes `range` of the UTF-8 of `text`, this scalar's content, stand in the source.
  ///
  /// Exact where the content stands in the source as it means, and through the escapes of a quoted
  /// scalar on one line; the whole scalar where lines are folded or indented.
  func span(ofBytes range: Range<Int>, in text: String) -> SourceSpan {
    let whole = span.range
    let quotes = style == .doubleQuoted || style == .singleQuoted ? 1 : 0
    guard !isAlias, whole.count >= 2 * quotes, range.upperBound <= text.utf8.count else {
      return span
    }
    let content = (whole.lowerBound + quotes)..<(whole.upperBound - quotes)
    let bytes = tree.source.bytes[content]
    if bytes.count == text.utf8.count, bytes.elementsEqual(text.utf8) {
      let start = content.lowerBound
      return SourceSpan(
        source: span.source, start + range.lowerBound..<start + range.upperBound)
    }
    guard style == .doubleQuoted,
      let exact = EscapedText(bytes).sourceRange(of: range, decodedCount: text.utf8.count)
    else { return span }
    return SourceSpan(source: span.source, exact)
  }
}

/// The inside of a double-quoted JSON or YAML scalar, walked one character or escape at a time.
private struct EscapedText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The source bytes of the decoded bytes `range`; `nil` where the text as a whole does not decode to
  /// `decodedCount` bytes, and so is not understood.
  func sourceRange(of range: Range<Int>, decodedCount: Int) -> Range<Int>? {
    var decoded = 0
    var index = bytes.startIndex
    var start: Int?
    var end: Int?
    while index < bytes.endIndex {
      if decoded <= range.lowerBound { start = index }
      if end == nil, decoded >= range.upperBound { end = index }
      guard let unit = unit(at: index) else { return nil }
      index += unit.source
      decoded += unit.decoded
    }
    guard decoded == decodedCount, index == bytes.endIndex, let start else { return nil }
    return start..<max(start, end ?? bytes.endIndex)
  }

  /// The number of bytes of the character or escape at `index`, in the source and decoded.
  private func unit(at index: Int) -> (source: Int, decoded: Int)? {
    guard bytes[index] == UInt8(ascii: "\\") else {
      return bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
        ? nil : (1, 1)
    }
    guard index + 1 < bytes.endIndex else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "x"): return escape(at: index, digits: 2)
    case UInt8(ascii: "U"): return escape(at: index, digits: 8)
    case UInt8(ascii: "u"): return surrogatePair(at: index) ?? escape(at: index, digits: 4)
    case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
    default: return (2, 1)
    }
  }

  private func surrogatePair(at index: Int) -> (source: Int, decoded: Int)? {
    guard let high = number(at: index + 2, digits: 4), (0xD800..<0xDC00).contains(high),
      index + 12 <= bytes.endIndex, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"), let low = number(at: index + 8, digits: 4),
      (0xDC00..<0xE000).contains(low)
    else { return nil }
    return (12, 4)
  }

  private func escape(at index: Int, digits: Int) -> (source: Int, decoded: Int)? {
    guard let number = number(at: index + 2, digits: digits) else { return nil }
    // Half a surrogate pair reads as U+FFFD.
    let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
    return (2 + digits, UTF8.width(scalar))
  }

  private func number(at index: Int, digits: Int) -> UInt32? {
    guard index + digits <= bytes.endIndex else { return nil }
    return UInt32(String(decoding: bytes[index..<index + digits], as: UTF8.self), radix: 16)
  }
}
