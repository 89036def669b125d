import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Reads the node that is expected at `place`, or the start of it if it is a block collection.
  mutating func readNode() throws(SyntaxError) -> Step {
    if !isAtLine {
      switch Self.simpleNode(bytes.span, from: cursor, at: place) {
      case .value(let range, let nextLine, let nextContent):
        try sink.scalar(.plain, range, text: nil)
        lastEnd = range.upperBound
        goTo(line: nextLine, content: nextContent)
        return .entry
      case .key(let range, let line):
        return try openMapping(withKey: range, line: line ?? lineStart)
      case nil: break
      }
    }
    return try readAnyNode()
  }

  /// Opens the mapping whose first key is the plain scalar at `range` of the line at `line`, without
  /// properties.
  @inline(__always)
  private mutating func openMapping(
    withKey range: Range<Int>, line: Int
  ) throws(SyntaxError) -> Step {
    cursor = range.lowerBound
    lineStart = line
    let column = try openMapping(at: cursor)
    try sink.scalar(.plain, range, text: nil)
    cursor = range.upperBound
    return passIndicator(column: column, isCompact: false)
  }

  /// Reads the node that is expected at `place`, whatever it is.
  private mutating func readAnyNode() throws(SyntaxError) -> Step {
    var isFresh = isAtLine
    // Whether a block collection may start here: it must be indented by spaces alone.
    var mayOpen = place.isCompact
    var start = cursor
    if !isFresh {
      let before = cursor
      skipWhite()
      if mayOpen { mayOpen = !holdsTab(before..<cursor) }
      start = cursor
    }
    while true {
      if !isFresh, current.isYAMLBreakOrEnd || isAtComment {
        try moveInnerToOuter()
        try finishLine()
        isFresh = true
      }
      if isFresh {
        isFresh = false
        mayOpen = !isTabbed
        start = cursor
        if isAtEnd || isAtMarker || indent <= place.indent { return try readMissingNode() }
      }
      guard current == UInt8(ascii: "&") || current == UInt8(ascii: "!") else { break }
      try readProperty()
      skipWhite()
    }
    return try readContent(from: start, mayOpen: mayOpen)
  }

  /// Whether a comment, with a blank before it, starts at the cursor.
  @inline(__always)
  private var isAtComment: Bool {
    current == UInt8(ascii: "#") && cursor > 0 && bytes[cursor - 1].isYAMLWhite
  }

  @inline(__always)
  private func holdsTab(_ range: Range<Int>) -> Bool {
    for offset in range where bytes[offset] == UInt8(ascii: "\t") { return true }
    return false
  }

  /// Reads a node whose first line, the measured one, is not deep enough to hold it.
  ///
  /// It is empty, unless it is a sequence right under its key.
  private mutating func readMissingNode() throws(SyntaxError) -> Step {
    if !isAtEnd, !isAtMarker, indent == place.sequenceIndent, !isTabbed,
      isAtIndicator(UInt8(ascii: "-"))
    {
      return try openSequence(at: cursor)
    }
    if isTabbed, !isAtEnd { throw tabIndentation() }
    try emitEmpty(at: place.emptyOffset)
    return .entry
  }

  /// Reads the node whose properties, if any, have been read; `start` is where it begins on this line.
  @inline(__always)
  private mutating func readContent(from start: Int, mayOpen: Bool) throws(SyntaxError) -> Step {
    switch current {
    case UInt8(ascii: "-") where isAtIndicator(UInt8(ascii: "-")):
      guard mayOpen, inner == nil else { throw misplacedSequence(from: start) }
      return try openSequence(at: start)
    case UInt8(ascii: "?") where isAtIndicator(UInt8(ascii: "?")):
      guard mayOpen, inner == nil else { throw misplacedMapping(from: start) }
      let column = try openMapping(at: start)
      frame.awaitsValue = true
      return passIndicator(column: column, isCompact: true)
    case UInt8(ascii: ":") where isAtIndicator(UInt8(ascii: ":")):
      guard mayOpen else { throw misplacedMapping(from: start) }
      let column = try openMapping(at: start)
      try emitEmpty(at: cursor)
      return passIndicator(column: column, isCompact: false)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      try attachProperties()
      try readBlockScalar(parentIndent: place.indent)
      return .entry
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let line = lineStart
      let scalar = try scanQuoted(leastIndent: place.indent + 1)
      if try isKey(from: start, line: line, mayOpen: mayOpen) {
        let column = try openMapping(at: start)
        try attachProperties()
        try sink.scalar(scalar.style, scalar.range, text: scalar.text)
        return passIndicator(column: column, isCompact: false)
      }
      try attachProperties()
      try sink.scalar(scalar.style, scalar.range, text: scalar.text)
      lastEnd = scalar.range.upperBound
      try finishLine()
      return .entry
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return try readFlowNode(from: start, mayOpen: mayOpen)
    case UInt8(ascii: "*"):
      return try readAliasNode(from: start, mayOpen: mayOpen)
    default:
      return try readPlainNode(from: start, mayOpen: mayOpen)
    }
  }

  /// Opens a sequence and passes its first `-`, at the cursor.
  private mutating func openSequence(at start: Int) throws(SyntaxError) -> Step {
    let column = start - lineStart
    try attachProperties()
    try push(Frame(kind: .blockSequence, indent: column, start: start))
    try sink.open(.sequence, at: start, style: .block)
    cursor += 1
    isAtLine = false
    place = Place(
      indent: column, sequenceIndent: column + 1, isCompact: true, emptyOffset: cursor)
    return .node
  }

  /// Opens a mapping whose first key, with the inner properties, starts at `start`; returns its column.
  private mutating func openMapping(at start: Int) throws(SyntaxError) -> Int {
    let column = start - lineStart
    if hasProperties, let properties = outer {
      sink.attach(properties)
      outer = nil
      hasProperties = inner != nil
    }
    try push(Frame(kind: .blockMapping, indent: column, start: start))
    try sink.open(.mapping, at: start, style: .block)
    return column
  }

  /// Whether a `:` makes what was read since `start` a key; the cursor is left at the `:`, if so, or
  /// where it was.
  @inline(__always)
  private mutating func isKey(
    from start: Int, line: Int, mayOpen: Bool
  ) throws(SyntaxError) -> Bool {
    let end = cursor
    skipWhite()
    guard current == UInt8(ascii: ":"), byte(at: cursor + 1).isYAMLBlankOrEnd else {
      cursor = end
      return false
    }
    guard mayOpen else { throw misplacedMapping(from: start) }
    try checkKey(from: start, line: line)
    return true
  }

  /// Reads `[…]` or `{…}`, which may be a key.
  private mutating func readFlowNode(from start: Int, mayOpen: Bool) throws(SyntaxError) -> Step {
    let line = lineStart
    let mark = sink.mark
    var own: NodeProperties?
    var before: NodeProperties?
    if hasProperties {
      (own, before) = (inner, outer)
      let all = mayOpen && conflict(outer, inner) ? inner : try merged(outer, inner)
      if let all { sink.attach(all) }
      dropProperties()
    }
    try readFlowCollection(leastIndent: place.indent + 1)
    let end = cursor
    if try isKey(from: start, line: line, mayOpen: mayOpen) {
      let column = start - lineStart
      try push(Frame(kind: .blockMapping, indent: column, start: start))
      try sink.openMapping(
        before: mark, at: start, style: .block,
        properties: before.map { (mapping: $0, key: own) })
      return passIndicator(column: column, isCompact: false)
    }
    // Two anchors were meant for a key and its mapping, but there is no key.
    if own != nil { _ = try merged(before, own) }
    lastEnd = end
    try finishLine()
    return .entry
  }

  /// Reads `*name`, which may be a key.
  private mutating func readAliasNode(from start: Int, mayOpen: Bool) throws(SyntaxError) -> Step {
    let line = lineStart
    let aliasStart = cursor
    let name = try scanName()
    let range = aliasStart..<cursor
    if try isKey(from: start, line: line, mayOpen: mayOpen) {
      if let inner { throw propertiesOfAlias(inner) }
      let column = try openMapping(at: start)
      try sink.alias(name, range)
      return passIndicator(column: column, isCompact: false)
    }
    if let properties = inner ?? outer { throw propertiesOfAlias(properties) }
    try sink.alias(name, range)
    lastEnd = range.upperBound
    try finishLine()
    return .entry
  }

  /// Reads a plain scalar, which may be a key or go on over several lines.
  @inline(__always)
  private mutating func readPlainNode(from start: Int, mayOpen: Bool) throws(SyntaxError) -> Step {
    let line = lineStart
    let range = try scanPlainLine()
    if try isKey(from: start, line: line, mayOpen: mayOpen) {
      let column = try openMapping(at: start)
      try attachProperties()
      try sink.scalar(.plain, range, text: nil)
      return passIndicator(column: column, isCompact: false)
    }
    lastEnd = range.upperBound
    try finishLine()
    if indent <= place.indent || passedComment || isAtMarker || isAtEnd {
      try attachProperties()
      try sink.scalar(.plain, range, text: nil)
    } else {
      try readPlainRest(range)
    }
    return .entry
  }
}
