import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Passes blank lines and comments, and measures the line that it then stops at.
  ///
  /// The cursor must be at the start of a line; afterwards it is at the line's first character, or at the
  /// end of the source.
  @inline(__always)
  mutating func nextLine() {
    var line = Self.measureLine(bytes.span, from: cursor)
    passedComment = false
    blankLines = line.blankLines
    while byte(at: line.content) == UInt8(ascii: "#") {
      let end = Self.lineEnd(bytes.span, from: line.content)
      sink.comment(line.content..<end)
      line = Self.measureLine(bytes.span, from: Self.breakEnd(bytes.span, at: end))
      passedComment = true
    }
    cursor = line.content
    lineStart = line.start
    indent = line.indent
    isTabbed = line.indent != line.content - line.start
    isAtLine = true
    isAtMarker = line.content == line.start && isMarker(at: line.content)
  }

  /// Goes to a line that was measured already, indented by spaces alone and not behind a blank line.
  @inline(__always)
  mutating func goTo(line: Int, content: Int) {
    cursor = content
    lineStart = line
    indent = content - line
    isTabbed = false
    passedComment = false
    blankLines = 0
    isAtLine = true
    isAtMarker = indent == 0 && isMarker(at: content)
  }

  /// A line that is not blank, or the end of the source.
  private struct Line {
    let start: Int
    /// The first character.
    let content: Int
    /// The spaces at the start.
    let indent: Int
    /// The blank lines before it.
    let blankLines: Int
  }

  /// Passes the blank lines from `start` on and measures the line behind them.
  @inline(__always)
  private static func measureLine(_ text: Span<UInt8>, from start: Int) -> Line {
    let count = text.count
    var offset = start
    var blankLines = 0
    while true {
      let start = offset
      offset = ByteScanner.firstNonSpace(text.bytes, from: start, to: count)
      let indent = offset - start
      if offset < count, text[offset] < UInt8(ascii: " ") {
        while offset < count, text[offset].isYAMLWhite { offset += 1 }
        if offset < count, text[offset].isYAMLBreakOrEnd {
          offset = breakEnd(text, at: offset)
          blankLines += 1
          continue
        }
      }
      return Line(start: start, content: offset, indent: indent, blankLines: blankLines)
    }
  }

  /// The offset of the next line break, or of the end.
  @inline(__always)
  static func lineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    ByteScanner.firstLineBreak(text.bytes, from: start, to: text.count)
  }

  /// The offset behind the line break at `offset`, or `offset` where there is none.
  @inline(__always)
  static func breakEnd(_ text: Span<UInt8>, at offset: Int) -> Int {
    guard offset < text.count else { return offset }
    if text[offset] == UInt8(ascii: "\n") { return offset + 1 }
    guard text[offset] == UInt8(ascii: "\r") else { return offset }
    return offset + 1 < text.count && text[offset + 1] == UInt8(ascii: "\n")
      ? offset + 2 : offset + 1
  }

  /// Whether `---` or `...`, and then a blank or nothing, stands at `offset`, the start of a line.
  @inline(__always)
  func isMarker(at offset: Int) -> Bool {
    let first = byte(at: offset)
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
    return byte(at: offset + 1) == first && byte(at: offset + 2) == first
      && byte(at: offset + 3).isYAMLBlankOrEnd
  }

  /// Passes spaces and tabs.
  @inline(__always)
  mutating func skipWhite() {
    cursor = Self.whiteEnd(bytes.span, from: cursor)
  }

  /// The offset behind the spaces and tabs at `start`.
  @inline(__always)
  private static func whiteEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < text.count, text[offset].isYAMLWhite { offset += 1 }
    return offset
  }

  /// Passes the rest of the line, which may hold a comment, and goes to the next line with content.
  @inline(__always)
  mutating func finishLine() throws(SyntaxError) {
    skipWhite()
    var sawComment = false
    if !current.isYAMLBreakOrEnd {
      guard current == UInt8(ascii: "#"), bytes[cursor - 1].isYAMLWhite else {
        throw trailingContent()
      }
      let end = Self.lineEnd(bytes.span, from: cursor)
      sink.comment(cursor..<end)
      cursor = end
      sawComment = true
    }
    cursor = Self.breakEnd(bytes.span, at: cursor)
    nextLine()
    if sawComment { passedComment = true }
  }
}
