import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Reads the whole source and returns the sink, which has been told all of it.
  consuming func read() throws(SyntaxError) -> Sink {
    try readStream()
    return sink
  }

  private mutating func readStream() throws(SyntaxError) {
    try checkCharacters()
    var mayHoldDirectives = true
    var directive: Range<Int>?
    var hasVersion = false
    skipByteOrderMark()
    nextLine()
    while true {
      if cursor == lineStart, skipByteOrderMark() { nextLine() }
      if isAtEnd || (isAtMarker && current == UInt8(ascii: ".")) {
        if let directive { throw directiveWithoutDocument(directive) }
        if isAtEnd { break }
        try passDocumentEnd()
        mayHoldDirectives = true
        continue
      }
      if current == UInt8(ascii: "%"), cursor == lineStart {
        guard mayHoldDirectives else { throw directiveBehindDocument() }
        directive = try readDirective(hasVersion: &hasVersion)
        continue
      }
      if !isAtMarker, let directive { throw directiveWithoutDocument(directive) }
      try readDocument()
      mayHoldDirectives = false
      directive = nil
      hasVersion = false
      tagPrefixes.removeAll()
      if isAtMarker, current == UInt8(ascii: ".") {
        sink.endDocument(isExplicit: true)
        try passDocumentEnd()
        mayHoldDirectives = true
      } else {
        sink.endDocument(isExplicit: false)
      }
    }
    try checkRestricted(until: bytes.count)
  }

  /// Reads one document, from its `---` or its first character to the marker or end behind it.
  private mutating func readDocument() throws(SyntaxError) {
    sink.beginDocument(isExplicit: isAtMarker)
    place = Place(indent: -1, sequenceIndent: 0, isCompact: false, emptyOffset: cursor)
    if isAtMarker {
      cursor += 3
      isAtLine = false
      place.emptyOffset = cursor
    }
    var step = Step.node
    while true {
      switch step {
      case .node: step = try readNode()
      case .entry: step = try readEntry()
      case .end: return
      }
    }
  }

  /// Passes the line of `...`.
  private mutating func passDocumentEnd() throws(SyntaxError) {
    cursor += 3
    try finishLine()
  }

  /// Passes a byte-order mark at the cursor, which takes up no column.
  @discardableResult
  private mutating func skipByteOrderMark() -> Bool {
    guard current == 0xEF, byte(at: cursor + 1) == 0xBB, byte(at: cursor + 2) == 0xBF else {
      return false
    }
    cursor += 3
    if nextRestricted < cursor { findRestricted(from: cursor) }
    return true
  }

  // MARK: Characters

  /// Checks that the source is UTF-8 without characters that YAML forbids everywhere.
  private mutating func checkCharacters() throws(SyntaxError) {
    var offset = 0
    while let found = YAMLCharacters.firstProblem(in: bytes.span, from: offset) {
      guard found.problem == .restricted else {
        throw forbiddenCharacter(found.offset..<found.offset + found.length)
      }
      nextRestricted = min(nextRestricted, found.offset)
      offset = found.offset + found.length
    }
  }

  /// Fails if a character that may stand in quotes only stands before `offset`.
  @inline(__always)
  mutating func checkRestricted(until offset: Int) throws(SyntaxError) {
    if nextRestricted < offset { throw forbiddenCharacter(nextRestricted..<nextRestricted + 1) }
  }

  /// Looks for the next character that may stand in quotes only.
  mutating func findRestricted(from offset: Int) {
    nextRestricted = YAMLCharacters.firstProblem(in: bytes.span, from: offset)?.offset ?? Int.max
  }

  // MARK: Directives

  /// Reads the directive at the cursor and goes to the next line; returns its place.
  private mutating func readDirective(hasVersion: inout Bool) throws(SyntaxError) -> Range<Int> {
    let start = cursor
    var words: [Range<Int>] = []
    while !current.isYAMLBreakOrEnd {
      let word = cursor
      while !current.isYAMLBlankOrEnd { cursor += 1 }
      words.append(word..<cursor)
      let blank = cursor
      skipWhite()
      if current == UInt8(ascii: "#"), cursor > blank {
        cursor = blank
        break
      }
    }
    let range = start..<(words.last?.upperBound ?? cursor)
    switch source.text(in: words[0]) {
    case "%YAML":
      guard words.count == 2 else { throw malformedDirective(range, form: "%YAML 1.2") }
      guard !hasVersion else { throw repeatedDirective(range) }
      hasVersion = true
      try checkVersion(words[1], directive: range)
    case "%TAG":
      guard words.count == 3, isTagHandle(words[1]), isTagPrefix(words[2]) else {
        throw malformedDirective(range, form: "%TAG !name! tag:example.com,2026:")
      }
      let handle = source.text(in: words[1])
      guard tagPrefixes.updateValue(source.text(in: words[2]), forKey: handle) == nil else {
        throw repeatedDirective(range)
      }
    default:
      sink.note(
        Diagnostic(
          .note, at: span(words[0]), "this directive is not one that YAML defines, and is ignored"))
    }
    try finishLine()
    return range
  }

  /// Accepts the versions that this reader reads, which is all of 1; a later one only with a warning.
  private mutating func checkVersion(
    _ range: Range<Int>, directive: Range<Int>
  ) throws(SyntaxError) {
    let parts = source.text(in: range).split(separator: ".", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard parts.count == 2, isNumeric else {
      throw malformedDirective(directive, form: "%YAML 1.2")
    }
    guard parts[0] == "1" else {
      throw error(
        range, "this is YAML of a major version that cannot be read", expected: "version 1.2")
    }
    if parts[1] != "2" {
      sink.note(
        Diagnostic(
          .warning, at: span(range),
          "the document names another version of YAML, but is read as 1.2"
        ))
    }
  }
}
