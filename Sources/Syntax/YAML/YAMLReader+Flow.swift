import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Reads the `[…]` or `{…}` at the cursor, with everything inside it.
  ///
  /// Its lines behind the first must be indented by at least `leastIndent` spaces.
  mutating func readFlowCollection(leastIndent: Int) throws(SyntaxError) {
    let depth = outerFrames.count
    try openFlow(leastIndent: leastIndent)
    while outerFrames.count > depth {
      try skipFlowBlank(leastIndent)
      if frame.kind == .flowSequence {
        try readSequenceStep()
      } else {
        try readPairStep()
      }
    }
  }

  /// Opens the collection at the cursor.
  private mutating func openFlow(leastIndent: Int) throws(SyntaxError) {
    let isSequence = current == UInt8(ascii: "[")
    try push(
      Frame(kind: isSequence ? .flowSequence : .flowMapping, indent: leastIndent, start: cursor))
    try attachProperties()
    try sink.open(isSequence ? .sequence : .mapping, at: cursor, style: .flow)
    cursor += 1
  }

  /// Ends the innermost collection, whose last byte is before the cursor.
  private mutating func closeFlow(at end: Int) throws(SyntaxError) {
    pop()
    try sink.close(at: end)
    lastEnd = end
    isBehindJSON = true
  }

  // MARK: Sequences

  private mutating func readSequenceStep() throws(SyntaxError) {
    let byte = current
    if byte == UInt8(ascii: "]") {
      cursor += 1
      return try closeFlow(at: cursor)
    }
    guard frame.flow == .entry else {
      if byte == UInt8(ascii: ",") {
        cursor += 1
        frame.flow = .entry
        return
      }
      guard frame.flow == .element, isAtFlowColon(isBehindJSON: isBehindJSON) else {
        throw missingComma()
      }
      return try openPair()
    }
    if byte == UInt8(ascii: ",") { throw emptyEntry() }
    frame.entryMark = sink.mark
    frame.entryStart = cursor
    frame.entryLine = lineStart
    if isAtFlowQuestion {
      frame.flow = .value
      try push(
        Frame(kind: .flowPair, indent: frame.indent, start: cursor, flow: .explicitKey))
      try sink.open(.mapping, at: cursor, style: .flow)
      cursor += 1
      lastEnd = cursor
      return
    }
    frame.flow = .element
    if isAtFlowColon(isBehindJSON: false) {
      isBehindJSON = false
      try emitEmpty(at: cursor)
      return
    }
    try readFlowEntry(leastIndent: frame.indent)
  }

  /// Makes the element that was just read the key of a mapping of one pair.
  private mutating func openPair() throws(SyntaxError) {
    try checkKey(from: frame.entryStart, line: frame.entryLine)
    frame.flow = .value
    let (mark, start) = (frame.entryMark, frame.entryStart)
    try push(Frame(kind: .flowPair, indent: frame.indent, start: start, flow: .colon))
    try sink.openMapping(before: mark, at: start, style: .flow, properties: nil)
    cursor += 1
    lastEnd = cursor
  }

  // MARK: Mappings

  private mutating func readPairStep() throws(SyntaxError) {
    let byte = current
    let isPair = frame.kind == .flowPair
    let isOver = byte == (isPair ? UInt8(ascii: "]") : UInt8(ascii: "}"))
    switch frame.flow {
    case .entry, .explicitKey:
      if byte == UInt8(ascii: ","), frame.flow == .entry { throw emptyEntry() }
      if isOver, frame.flow == .entry {
        cursor += 1
        return try closeFlow(at: cursor)
      }
      if frame.flow == .entry, isAtFlowQuestion {
        frame.flow = .explicitKey
        cursor += 1
        lastEnd = cursor
        return
      }
      let emptyOffset = frame.flow == .explicitKey ? lastEnd : cursor
      frame.flow = .key
      if isOver || byte == UInt8(ascii: ",") || isAtFlowColon(isBehindJSON: false) {
        isBehindJSON = false
        return try emitEmpty(at: emptyOffset)
      }
      try readFlowEntry(leastIndent: frame.indent)
    case .key:
      if isAtFlowColon(isBehindJSON: isBehindJSON) {
        frame.flow = .colon
        cursor += 1
        lastEnd = cursor
        return
      }
      guard isOver || byte == UInt8(ascii: ",") else { throw missingComma() }
      frame.flow = .value
      try emitEmpty(at: lastEnd)
    case .colon:
      frame.flow = .value
      if isOver || byte == UInt8(ascii: ",") { return try emitEmpty(at: lastEnd) }
      if cursor == lastEnd, !isBehindJSON { throw missingSpaceBehindColon() }
      try readFlowEntry(leastIndent: frame.indent)
    case .element, .value:
      if isPair { return try closeFlow(at: lastEnd) }
      if isOver {
        cursor += 1
        return try closeFlow(at: cursor)
      }
      guard byte == UInt8(ascii: ",") else { throw missingComma() }
      cursor += 1
      frame.flow = .entry
    }
  }

  // MARK: Nodes

  /// Reads a scalar or alias, or the opening of a collection.
  private mutating func readFlowEntry(leastIndent: Int) throws(SyntaxError) {
    isBehindJSON = false
    while current == UInt8(ascii: "&") || current == UInt8(ascii: "!") {
      try readProperty()
      try skipFlowBlank(leastIndent)
    }
    if inner != nil {
      let isOver =
        current == UInt8(ascii: ",") || current == UInt8(ascii: "]")
        || current == UInt8(ascii: "}")
      if isOver || isAtFlowColon(isBehindJSON: false) { return try emitEmpty(at: 0) }
    }
    switch current {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try openFlow(leastIndent: leastIndent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let scalar = try scanQuoted(leastIndent: leastIndent)
      try attachProperties()
      try sink.scalar(scalar.style, scalar.range, text: scalar.text)
      lastEnd = cursor
      isBehindJSON = true
    case UInt8(ascii: "*"):
      try readAlias()
    default:
      try readFlowPlain(leastIndent: leastIndent)
    }
  }

  /// Whether `?` stands at the cursor as an indicator.
  @inline(__always)
  private var isAtFlowQuestion: Bool { isAtIndicator(UInt8(ascii: "?")) }

  /// Whether `:` stands at the cursor as an indicator; behind JSON it needs no blank.
  @inline(__always)
  func isAtFlowColon(isBehindJSON: Bool) -> Bool {
    guard current == UInt8(ascii: ":") else { return false }
    let next = byte(at: cursor + 1)
    return isBehindJSON || next.isYAMLBlankOrEnd || next.isYAMLFlowIndicator
  }

  // MARK: Blanks

  /// Passes blanks, comments and line breaks; fails at the end of the source or document.
  @inline(__always)
  private mutating func skipFlowBlank(_ leastIndent: Int) throws(SyntaxError) {
    if current == UInt8(ascii: " ") { cursor += 1 }
    if current > UInt8(ascii: "#") { return }
    try skipAnyFlowBlank(leastIndent)
  }

  private mutating func skipAnyFlowBlank(_ leastIndent: Int) throws(SyntaxError) {
    var isNewLine = false
    while true {
      let before = cursor
      skipWhite()
      if current == UInt8(ascii: "#"),
        cursor > before || cursor == lineStart || bytes[cursor - 1].isYAMLWhite
      {
        let end = Self.lineEnd(bytes.span, from: cursor)
        sink.comment(cursor..<end)
        cursor = end
      }
      guard current.isYAMLBreakOrEnd, !isAtEnd else { break }
      cursor = Self.breakEnd(bytes.span, at: cursor)
      lineStart = cursor
      isNewLine = true
    }
    if isAtEnd { throw unclosedBracket() }
    if isNewLine { try checkFlowIndent(leastIndent) }
  }

  /// Fails if the line at whose first character the cursor is ends the flow collection around it.
  mutating func checkFlowIndent(_ leastIndent: Int) throws(SyntaxError) {
    if cursor == lineStart, isMarker(at: cursor) { throw unclosedBracket() }
    var offset = lineStart
    while offset < cursor, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    if offset - lineStart < leastIndent { throw shallowFlowLine(isTabbed: offset < cursor) }
  }
}
