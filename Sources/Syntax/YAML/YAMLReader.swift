import SourceText

/// Reads the characters of a YAML source from first to last and tells a sink what they say.
///
/// Collections that are open lie on an explicit stack, so that nesting is bounded by a limit and never by
/// the machine's stack. Offsets are into the bytes of the source; `0`, which no accepted source holds,
/// stands for the byte behind the last.
struct YAMLReader<Sink: YAMLSink & ~Copyable>: ~Copyable {
  let source: SourceFile
  let bytes: [UInt8]
  let limits: InputLimits
  var sink: Sink

  /// The next byte to read.
  var cursor = 0
  /// The first byte of the cursor's line, behind a byte-order mark.
  var lineStart = 0

  /// Whether the cursor is at the first character of a line that `nextLine` has measured.
  var isAtLine = false
  /// The spaces before the first character of the measured line.
  var indent = 0
  /// Whether a tab stands between those spaces and the first character.
  var isTabbed = false
  /// Whether the measured line is `---` or `...`.
  var isAtMarker = false
  /// Whether `nextLine` passed a comment.
  var passedComment = false
  /// The number of blank lines that `nextLine` passed.
  var blankLines = 0

  /// The innermost open collection, or the document.
  var frame = Frame(kind: .document, indent: -1, start: 0)
  /// What is open around it, the innermost last.
  var outerFrames: [Frame] = []
  /// Where the next block node is expected.
  var place = Place(indent: -1, sequenceIndent: 0, isCompact: false, emptyOffset: 0)
  /// The end of the last node.
  var lastEnd = 0

  /// The tag and anchor on lines before the cursor's, which belong to the next node.
  var outer: NodeProperties?
  /// The tag and anchor on the cursor's line, which belong to its key where it has one.
  var inner: NodeProperties?
  /// Whether there is one of these.
  var hasProperties = false
  /// What each tag handle of the document stands for.
  var tagPrefixes: [String: String] = [:]

  /// Whether the node before the cursor is quoted or a flow collection, so that `:` needs no blank.
  var isBehindJSON = false

  /// The next character that may stand in quotes only.
  var nextRestricted = Int.max
  /// Where the content of scalars that do not stand verbatim is put together.
  var scratch: [UInt8] = []

  init(_ source: SourceFile, limits: InputLimits, sink: consuming Sink) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.sink = sink
    outerFrames.reserveCapacity(Self.usualDepth)
  }

  /// The nesting for which there is room from the start.
  private static var usualDepth: Int { 16 }

  /// The byte at `offset`, or 0 behind the last.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  @inline(__always)
  var current: UInt8 { byte(at: cursor) }

  @inline(__always)
  var isAtEnd: Bool { cursor >= bytes.count }

  /// Whether the byte at the cursor is an indicator with a blank, or nothing, behind it.
  @inline(__always)
  func isAtIndicator(_ indicator: UInt8) -> Bool {
    current == indicator && byte(at: cursor + 1).isYAMLBlankOrEnd
  }

  /// Where a block node is expected, after an indicator or at the start of a document.
  struct Place {
    /// The column of the collection that it belongs to, or -1.
    var indent: Int
    /// The least column of a sequence, which as a value may sit right under its key.
    var sequenceIndent: Int
    /// Whether a collection may start on the line of the indicator.
    var isCompact: Bool
    /// Where the node is if there is nothing.
    var emptyOffset: Int
  }

  /// An open collection.
  struct Frame {
    enum Kind: UInt8 {
      /// Around all collections.
      case document
      case blockSequence, blockMapping, flowSequence, flowMapping
      /// A mapping of one pair inside a flow sequence, as in `[a: b]`.
      case flowPair
    }

    let kind: Kind
    /// The column of a block collection's entries; the least column of a flow collection's lines.
    let indent: Int
    let start: Int
    /// Whether a key after `?` still waits for its `:`.
    var awaitsValue = false
    /// What the flow collection has just read.
    var flow = FlowState.entry
    /// Where the current entry of a flow sequence began, in case that it turns out to be a key.
    var entryMark = YAMLMark()
    var entryStart = 0
    var entryLine = 0
  }

  /// How far a flow collection has been read.
  enum FlowState: UInt8 {
    /// Before an entry, or before the end.
    case entry
    /// Behind `?`, before its key.
    case explicitKey
    /// Behind the key of a mapping.
    case key
    /// Behind `:`.
    case colon
    /// Behind an element of a sequence that may turn out to be a key.
    case element
    /// Behind a value, a pair, or an element that cannot be a key.
    case value
  }

  /// Opens a collection, if the nesting is not too deep already.
  @inline(__always)
  mutating func push(_ opened: Frame) throws(SyntaxError) {
    if outerFrames.count >= limits.depth { throw tooDeep(opened.start) }
    outerFrames.append(frame)
    frame = opened
  }

  /// Leaves the innermost collection.
  @inline(__always)
  mutating func pop() {
    frame = outerFrames.popLast() ?? frame
  }

  /// Gives the sink the properties that stand before the node which follows.
  @inline(__always)
  mutating func attachProperties() throws(SyntaxError) {
    if hasProperties { try attachAllProperties() }
  }

  @inline(never)
  private mutating func attachAllProperties() throws(SyntaxError) {
    if let merged = try merged(outer, inner) { sink.attach(merged) }
    dropProperties()
  }

  /// Forgets the properties that were read.
  mutating func dropProperties() {
    outer = nil
    inner = nil
    hasProperties = false
  }

  /// Adds the node that is nowhere, behind its properties if it has any.
  mutating func emitEmpty(at offset: Int) throws(SyntaxError) {
    var offset = offset
    if hasProperties, let last = inner ?? outer { offset = max(offset, Int(last.span.end)) }
    try attachProperties()
    try sink.scalar(.plain, offset..<offset, text: nil)
    lastEnd = offset
  }
}

extension YAMLReader.Frame.Kind where Sink: ~Copyable {
  /// Whether the collection is written in brackets.
  var isFlow: Bool {
    switch self {
    case .document, .blockSequence, .blockMapping: false
    case .flowSequence, .flowMapping, .flowPair: true
    }
  }
}
