import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Fails if the character at the cursor cannot start a plain scalar in a block.
  @inline(__always)
  private mutating func checkPlainStart() throws(SyntaxError) {
    switch current {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      if byte(at: cursor + 1).isYAMLBlankOrEnd { throw wrongPlainStart() }
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), 0:
      throw wrongPlainStart()
    default: break
    }
  }

  /// Passes what one line holds of a plain scalar in a block, without the blanks behind it.
  @inline(__always)
  mutating func scanPlainLine() throws(SyntaxError) -> Range<Int> {
    try checkPlainStart()
    let start = cursor
    cursor = Self.plainLineEnd(bytes.span, from: start)
    return start..<cursor
  }

  /// Where a plain scalar in a block ends on its line: before `: `, ` #`, the break and blanks before them.
  @inline(__always)
  static func plainLineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    let count = text.count
    var offset = start
    while true {
      offset = ByteScanner.firstPlainStop(text.bytes, from: offset, to: count)
      guard offset < count else { break }
      switch text[offset] {
      case UInt8(ascii: ":"):
        if offset + 1 == count || text[offset + 1].isYAMLBlankOrEnd {
          return whiteStart(text, before: offset, from: start)
        }
      case UInt8(ascii: "#"):
        if offset > start, text[offset - 1].isYAMLWhite {
          return whiteStart(text, before: offset, from: start)
        }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return whiteStart(text, before: offset, from: start)
      default: break
      }
      offset += 1
    }
    return whiteStart(text, before: count, from: start)
  }

  /// The offset at which the spaces and tabs right before `end` begin, not before `start`.
  @inline(__always)
  private static func whiteStart(_ text: Span<UInt8>, before end: Int, from start: Int) -> Int {
    var offset = end
    while offset > start, text[offset - 1].isYAMLWhite { offset -= 1 }
    return offset
  }

  /// Reads the lines of a plain scalar in a block behind the first, which is `first`.
  ///
  /// The cursor is at the first character of the second line.
  @inline(never)
  mutating func readPlainRest(_ first: Range<Int>) throws(SyntaxError) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[first])
    var previous = first
    repeat {
      foldLine(blankLines: blankLines)
      let start = cursor
      cursor = Self.plainLineEnd(bytes.span, from: start)
      scratch.append(contentsOf: bytes[start..<cursor])
      lastEnd = cursor
      let end = cursor
      skipWhite()
      if current == UInt8(ascii: ":") { throw keyInScalar(start..<end, behind: previous) }
      previous = start..<end
      cursor = end
      try finishLine()
    } while indent > place.indent && !passedComment && !isAtMarker && !isAtEnd
    let text = String(decoding: scratch, as: UTF8.self)
    try attachProperties()
    try sink.scalar(.plain, first.lowerBound..<lastEnd, text: text)
  }

  /// Adds to the scratch what one line break and `blankLines` blank lines behind it mean.
  @inline(__always)
  mutating func foldLine(blankLines: Int) {
    if blankLines == 0 {
      scratch.append(UInt8(ascii: " "))
    } else {
      scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines))
    }
  }

  // MARK: In flow collections

  /// Reads a plain scalar inside `[…]` or `{…}`, which may go on over several lines.
  mutating func readFlowPlain(leastIndent: Int) throws(SyntaxError) {
    try checkFlowPlainStart()
    let start = cursor
    cursor = Self.flowPlainLineEnd(bytes.span, from: start)
    let first = start..<cursor
    var isFolded = false
    while current.isYAMLBlankOrEnd, let line = try nextFlowPlainLine(leastIndent: leastIndent) {
      if !isFolded {
        isFolded = true
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes[first])
      }
      foldLine(blankLines: line.blankLines)
      cursor = Self.flowPlainLineEnd(bytes.span, from: line.start)
      scratch.append(contentsOf: bytes[line.start..<cursor])
    }
    lastEnd = cursor
    let text = isFolded ? String(decoding: scratch, as: UTF8.self) : nil
    try attachProperties()
    try sink.scalar(.plain, start..<cursor, text: text)
  }

  /// Where a plain scalar in a flow collection ends on its line.
  private static func flowPlainLineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    let count = text.count
    var offset = start
    while true {
      offset = ByteScanner.firstFlowPlainStop(text.bytes, from: offset, to: count)
      guard offset < count else { break }
      let byte = text[offset]
      if byte.isYAMLFlowIndicator || byte.isYAMLBreakOrEnd { break }
      if byte == UInt8(ascii: "#"), offset > start, text[offset - 1].isYAMLWhite { break }
      if byte == UInt8(ascii: ":"),
        offset + 1 == count || text[offset + 1].isYAMLBlankOrEnd
          || text[offset + 1].isYAMLFlowIndicator
      {
        break
      }
      offset += 1
    }
    return whiteStart(text, before: offset, from: start)
  }

  /// The next line of a plain scalar in a flow collection, if the scalar goes on behind the cursor.
  private mutating func nextFlowPlainLine(
    leastIndent: Int
  ) throws(SyntaxError) -> (start: Int, blankLines: Int)? {
    let end = cursor
    let line = lineStart
    skipWhite()
    var blankLines = -1
    while !isAtEnd, current.isYAMLBreakOrEnd {
      cursor = Self.breakEnd(bytes.span, at: cursor)
      lineStart = cursor
      blankLines += 1
      skipWhite()
    }
    let isOver =
      blankLines < 0 || isAtEnd || current == UInt8(ascii: "#") || current.isYAMLFlowIndicator
      || isAtFlowColon(isBehindJSON: false) || (cursor == lineStart && isMarker(at: cursor))
    if isOver {
      cursor = end
      lineStart = line
      return nil
    }
    try checkFlowIndent(leastIndent)
    return (cursor, blankLines)
  }

  private mutating func checkFlowPlainStart() throws(SyntaxError) {
    switch current {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let next = byte(at: cursor + 1)
      if next.isYAMLBlankOrEnd || next.isYAMLFlowIndicator { throw wrongPlainStart() }
    default: try checkPlainStart()
    }
  }
}
