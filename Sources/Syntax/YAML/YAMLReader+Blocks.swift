import SourceText

/// What the reader of a document does next.
enum Step {
  /// Read the node that is expected at `place`.
  case node
  /// Read the entry of a collection that the measured line starts, or end collections.
  case entry
  /// The document is over.
  case end
}

extension YAMLReader where Sink: ~Copyable {
  // MARK: Entries

  /// Ends the collections that the measured line is not part of, and starts the line's entry.
  mutating func readEntry() throws(SyntaxError) -> Step {
    if isAtEnd || isAtMarker {
      while frame.kind != .document { try closeBlock() }
      return .end
    }
    let column = indent
    var closed: Frame?
    while frame.indent > column {
      closed = frame
      try closeBlock()
    }
    guard frame.indent == column else {
      if frame.kind == .document { throw contentBehindRoot(closed) }
      throw wrongIndentation(closed: closed)
    }
    if isTabbed { throw tabIndentation() }
    if frame.kind == .blockSequence {
      if isAtIndicator(UInt8(ascii: "-")) { return beginElement(column: column) }
      // A sequence right under its key ends where the next key starts.
      guard outerFrames.last?.indent == column else { throw missingDash() }
      try closeBlock()
    }
    return try readMappingEntry(column: column)
  }

  /// Passes the `-` of an element.
  @inline(__always)
  private mutating func beginElement(column: Int) -> Step {
    cursor += 1
    isAtLine = false
    place = Place(
      indent: column, sequenceIndent: column + 1, isCompact: true, emptyOffset: cursor)
    return .node
  }

  /// Reads the key that starts the measured line, or the `?` or `:` there.
  @inline(__always)
  private mutating func readMappingEntry(column: Int) throws(SyntaxError) -> Step {
    if !frame.awaitsValue, current.isYAMLUsualStart {
      let end = Self.plainLineEnd(bytes.span, from: cursor)
      if byte(at: end) == UInt8(ascii: ":"), end - cursor <= 1024 {
        try sink.scalar(.plain, cursor..<end, text: nil)
        cursor = end
        return passIndicator(column: column, isCompact: false)
      }
    }
    if isAtIndicator(UInt8(ascii: ":")), frame.awaitsValue {
      frame.awaitsValue = false
      return passIndicator(column: column, isCompact: true)
    }
    if frame.awaitsValue {
      frame.awaitsValue = false
      try emitEmpty(at: lastEnd)
    }
    if isAtIndicator(UInt8(ascii: "?")) {
      frame.awaitsValue = true
      return passIndicator(column: column, isCompact: true)
    }
    if isAtIndicator(UInt8(ascii: "-")) { throw sequenceInMapping() }
    try readKey(column: column)
    return passIndicator(column: column, isCompact: false)
  }

  /// Passes `?` or `:`, behind which a node of the mapping at `column` is expected.
  @inline(__always)
  mutating func passIndicator(column: Int, isCompact: Bool) -> Step {
    cursor += 1
    isAtLine = false
    place = Place(
      indent: column, sequenceIndent: column, isCompact: isCompact, emptyOffset: cursor)
    return .node
  }

  /// Reads an implicit key and stops at its `:`.
  @inline(__always)
  private mutating func readKey(column: Int) throws(SyntaxError) {
    let start = cursor
    let line = lineStart
    while current == UInt8(ascii: "&") || current == UInt8(ascii: "!") {
      try readProperty()
      skipWhite()
      if current.isYAMLBreakOrEnd { throw missingColon(start..<cursor) }
    }
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let scalar = try scanQuoted(leastIndent: column + 1)
      try attachProperties()
      try sink.scalar(scalar.style, scalar.range, text: scalar.text)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try attachProperties()
      try readFlowCollection(leastIndent: column + 1)
    case UInt8(ascii: "*"):
      try readAlias()
    case UInt8(ascii: ":") where isAtIndicator(UInt8(ascii: ":")):
      try emitEmpty(at: cursor)
    default:
      let range = try scanPlainLine()
      try attachProperties()
      try sink.scalar(.plain, range, text: nil)
    }
    let end = cursor
    skipWhite()
    guard isAtIndicator(UInt8(ascii: ":")) else { throw missingColon(start..<end) }
    try checkKey(from: start, line: line)
  }

  /// Fails if the key from `start` to the `:` at the cursor is not one line of at most 1,024 characters.
  @inline(__always)
  mutating func checkKey(from start: Int, line: Int) throws(SyntaxError) {
    if line != lineStart { throw keyOfSeveralLines(start..<cursor) }
    if cursor - start > 1024 { try checkLongKey(from: start) }
  }

  private func checkLongKey(from start: Int) throws(SyntaxError) {
    let characters = bytes[start..<cursor].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    if characters > 1024 { throw longKey(start..<cursor) }
  }

  /// Ends the innermost block collection.
  mutating func closeBlock() throws(SyntaxError) {
    if frame.awaitsValue { try emitEmpty(at: lastEnd) }
    pop()
    try sink.close(at: lastEnd)
  }
}
