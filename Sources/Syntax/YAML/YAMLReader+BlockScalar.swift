import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// What happens to the line breaks behind the last line of a block scalar.
  private enum Chomping {
    /// `-`: none is kept.
    case strip
    /// One is kept.
    case clip
    /// `+`: all are kept.
    case keep
  }

  /// Reads the `|` or `>` scalar at the cursor, a child of the collection at column `parentIndent`.
  ///
  /// Its span ends before the last line break that belongs to its content, or behind it where blank
  /// lines are kept: the text of the span, with the end of the text taken for that break, says the same.
  mutating func readBlockScalar(parentIndent: Int) throws(SyntaxError) {
    let start = cursor
    let style = current == UInt8(ascii: "|") ? NodeStyle.literal : .folded
    let (chomping, indicator) = try readBlockHeader()
    let headerEnd = cursor
    try passHeaderLine(start)
    let contentIndent: Int
    if let indicator {
      contentIndent = max(parentIndent, 0) + indicator
    } else {
      contentIndent = try detectContentIndent(parentIndent: parentIndent)
    }
    scratch.removeAll(keepingCapacity: true)
    var contentEnd = headerEnd
    var breaks = 0
    var wasMore = false
    while let line = try nextBlockLine(contentIndent) {
      if line.isEmpty {
        breaks += 1
        continue
      }
      let isMore = bytes[line.lowerBound].isYAMLWhite
      let isFolded = style == .folded && contentEnd != headerEnd && !isMore && !wasMore
      if isFolded, breaks == 1 {
        scratch.append(UInt8(ascii: " "))
      } else {
        let count = isFolded ? breaks - 1 : breaks
        scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
      }
      scratch.append(contentsOf: bytes[line])
      contentEnd = line.upperBound
      breaks = 1
      wasMore = isMore
    }
    lastEnd = contentEnd
    let kept: Int
    switch chomping {
    case .strip: kept = 0
    case .clip: kept = contentEnd == headerEnd ? 0 : 1
    case .keep:
      kept = breaks
      if breaks > (contentEnd == headerEnd ? 0 : 1) { lastEnd = cursor }
    }
    scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: kept))
    try attachProperties()
    try sink.scalar(
      style, start..<lastEnd, text: String(decoding: scratch, as: UTF8.self))
    nextLine()
  }

  /// Passes `|` or `>` and the indicators behind it.
  private mutating func readBlockHeader() throws(SyntaxError) -> (Chomping, indent: Int?) {
    let start = cursor
    var chomping: Chomping?
    var indent: Int?
    cursor += 1
    while !current.isYAMLBlankOrEnd {
      switch current {
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil:
        indent = Int(current - UInt8(ascii: "0"))
      default: throw malformedBlockHeader(start..<cursor + 1)
      }
      cursor += 1
    }
    return (chomping ?? .clip, indent)
  }

  /// Passes the rest of the line of the header at `start`, which may hold a comment only.
  private mutating func passHeaderLine(_ start: Int) throws(SyntaxError) {
    skipWhite()
    if current == UInt8(ascii: "#") {
      let end = Self.lineEnd(bytes.span, from: cursor)
      sink.comment(cursor..<end)
      cursor = end
    }
    guard current.isYAMLBreakOrEnd else { throw textBehindBlockHeader(start) }
    cursor = Self.breakEnd(bytes.span, at: cursor)
    lineStart = cursor
  }

  /// The column of the first line that is not blank, or of the longest blank line if there is none.
  private func detectContentIndent(parentIndent: Int) throws(SyntaxError) -> Int {
    var offset = cursor
    var longestBlank = 0
    var longestStart = cursor
    while offset < bytes.count {
      let start = offset
      while byte(at: offset) == UInt8(ascii: " ") { offset += 1 }
      let indent = offset - start
      guard byte(at: offset).isYAMLBreakOrEnd else {
        if indent <= parentIndent || (indent == 0 && isMarker(at: offset)) { break }
        if longestBlank > indent { throw longBlankLine(longestStart, content: start..<offset) }
        return indent
      }
      if indent > longestBlank { (longestBlank, longestStart) = (indent, start) }
      offset = Self.breakEnd(bytes.span, at: offset)
    }
    return max(longestBlank, parentIndent + 1)
  }

  /// Passes one line of a block scalar and returns its content, which is empty for a blank line, or
  /// `nil` where the scalar is over.
  @inline(__always)
  private mutating func nextBlockLine(
    _ contentIndent: Int
  ) throws(SyntaxError) -> Range<Int>? {
    guard let line = Self.blockLine(bytes.span, from: cursor, contentIndent) else {
      let first = cursor + spaces(at: cursor)
      if byte(at: first) == UInt8(ascii: "\t") { throw tabInBlockScalar(first) }
      return nil
    }
    if contentIndent == 0, isMarker(at: line.content.lowerBound) { return nil }
    cursor = line.next
    return line.content
  }

  /// The line at `start` of a block scalar, and the offset of the next.
  @inline(__always)
  private static func blockLine(
    _ text: Span<UInt8>, from start: Int, _ contentIndent: Int
  ) -> (content: Range<Int>, next: Int)? {
    let count = text.count
    guard start < count else { return nil }
    var offset = start
    let limit = min(count, start + contentIndent)
    while offset < limit, text[offset] == UInt8(ascii: " ") { offset += 1 }
    if offset == count { return (offset..<offset, offset) }
    if offset < limit, !text[offset].isYAMLBreakOrEnd { return nil }
    let end = lineEnd(text, from: offset)
    return (offset..<end, breakEnd(text, at: end))
  }

  /// The number of spaces at `start`.
  private func spaces(at start: Int) -> Int {
    var offset = start
    while byte(at: offset) == UInt8(ascii: " ") { offset += 1 }
    return offset - start
  }
}
