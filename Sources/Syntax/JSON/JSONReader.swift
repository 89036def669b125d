import SourceText

/// One pass over the bytes of a JSON document.
///
/// Nesting is kept in `stack`, never in calls, so that hostile depth meets a limit and not the end of the
/// thread's stack. Offsets count from the start of the source.
struct JSONReader {
  /// An object or array whose end has not been met yet; without a node, the document itself.
  struct Frame {
    var node: Int
    var isObject = false
    /// The number of nodes directly below, keys included.
    var children = 0
    /// One bit for each key so far; a key that meets its bit set may be a repetition.
    var keyBits: UInt64 = 0
    var mayRepeatKeys = false
  }

  /// How a round of reading ended.
  enum Round {
    case complete
    case needsNodes
    case needsFrames
  }

  let source: SourceFile
  let dialect: JSONParser.Dialect
  let limits: InputLimits
  let start: Int
  let end: Int
  var builder: TreeBuilder
  /// The number of nodes written.
  var count = 0
  var frame = Frame(node: -1)
  /// The number of frames around the current one.
  var depth = 0
  var duplicates = DuplicateKeys()
  /// Reused by every string that holds escapes.
  var scratch: [UInt8] = []
  /// The number of warnings, of which only the first few are kept.
  var warningCount = 0

  init(
    source: SourceFile, range: Range<Int>, dialect: JSONParser.Dialect, limits: InputLimits
  ) {
    self.source = source
    self.dialect = dialect
    self.limits = limits
    let range = range.clamped(to: 0..<source.bytes.count)
    start = range.lowerBound
    end = range.upperBound
    builder = TreeBuilder(expectingSourceOf: 0)
  }

  /// The tree of the whole range.
  mutating func read() throws(SyntaxError) -> SyntaxTree {
    let content = source.bytes
    // Nothing behind the document can be looked at.
    let bytes = content.span.bytes.extracting(first: end)
    guard end <= Int(UInt32.max) else { throw tooLarge() }
    var cursor = start
    if start == 0, content.starts(with: [0xEF, 0xBB, 0xBF]) {
      cursor = 3
      builder.notes.append(byteOrderMark)
    }
    builder.beginDocument()
    // Room for what a document of this size usually holds, but nothing to regret for one of brackets.
    let size = min((end - start) / 9, limits.nodes, 1 << 15) + 8
    var nodes = Array(repeating: NodeRecord.unwritten, count: size)
    do throws(JSONMistake) {
      try readDocument(bytes, &cursor, &nodes)
    } catch {
      takeNodes(&nodes)
      throw complaint(about: error, bytes)
    }
    takeNodes(&nodes)
    finishWarnings()
    return builder.finish(source)
  }

  private mutating func takeNodes(_ nodes: inout [NodeRecord]) {
    nodes.removeLast(nodes.count - count)
    builder.adopt(nodes)
    nodes = []
  }

  /// Reads the document in rounds, between which the arrays grow that the loop writes through spans.
  private mutating func readDocument(
    _ bytes: RawSpan, _ cursor: inout Int, _ nodes: inout [NodeRecord]
  ) throws(JSONMistake) {
    var frames = Array(repeating: Frame(node: -1), count: 32)
    rounds: while true {
      switch try readRound(bytes, &cursor, &nodes, &frames) {
      case .complete: break rounds
      case .needsNodes:
        guard count < limits.nodes else { throw .tooManyNodes(cursor) }
        let more = min(nodes.count, limits.nodes + 2 - count)
        nodes += Array(repeating: NodeRecord.unwritten, count: more)
      case .needsFrames:
        guard depth < limits.depth else { throw .tooDeep(cursor) }
        frames += Array(repeating: Frame(node: -1), count: frames.count)
      }
    }
    try token(bytes, &cursor)
    guard cursor == end else { throw .contentBehindDocument(cursor) }
    if let offset = ByteScanner.firstInvalidUTF8(bytes, from: start, to: end) {
      throw .invalidUTF8(offset)
    }
  }

  private mutating func readRound(
    _ bytes: RawSpan, _ cursor: inout Int, _ nodes: inout [NodeRecord], _ frames: inout [Frame]
  ) throws(JSONMistake) -> Round {
    var nodes = nodes.mutableSpan
    var frames = frames.mutableSpan
    return try readValues(bytes, &cursor, &nodes, &frames)
  }

  /// Reads one value and everything inside it, from where the last round stopped.
  ///
  /// Stops before a value where there might not be room for what comes next.
  private mutating func readValues(
    _ bytes: RawSpan, _ position: inout Int, _ nodes: inout MutableSpan<NodeRecord>,
    _ frames: inout MutableSpan<Frame>
  ) throws(JSONMistake) -> Round {
    // A copy that nothing else refers to stays in a register.
    var cursor = position
    defer { position = cursor }
    let roomyNodes = min(nodes.count &- 2, limits.nodes &- 1)
    let roomyDepth = min(frames.count &- 2, limits.depth &- 1)
    var byte = try token(bytes, &cursor)
    values: while true {
      // Until the next look at the room, one value and one key are written.
      if count > roomyNodes { return .needsNodes }
      switch byte {
      case UInt8(ascii: "\""):
        try readString(bytes, &cursor, &nodes)
      case UInt8(ascii: "{"):
        if depth > roomyDepth { return .needsFrames }
        open(.mapping, at: cursor, &nodes, &frames)
        cursor &+= 1
        byte = try token(bytes, &cursor)
        if byte == UInt8(ascii: "}") {
          close(bytes, &cursor, &nodes, frames)
        } else {
          byte = try readKey(bytes, &cursor, from: byte, &nodes)
          continue values
        }
      case UInt8(ascii: "["):
        if depth > roomyDepth { return .needsFrames }
        open(.sequence, at: cursor, &nodes, &frames)
        cursor &+= 1
        byte = try token(bytes, &cursor)
        if byte == UInt8(ascii: "]") {
          close(bytes, &cursor, &nodes, frames)
        } else {
          continue values
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try readNumber(bytes, &cursor, &nodes)
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        try readWord(bytes, &cursor, from: byte, &nodes)
      default:
        throw .unexpected(cursor, .value)
      }

      // Behind a value: close what ends here, or go on to the next value.
      while true {
        if frame.node < 0 { return .complete }
        byte = try token(bytes, &cursor)
        let closing = frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        frame.children &+= frame.isObject ? 2 : 1
        if byte == UInt8(ascii: ",") {
          cursor &+= 1
          byte = try token(bytes, &cursor)
          if byte != closing || !dialect.allowsTrailingCommas {
            if frame.isObject { byte = try readKey(bytes, &cursor, from: byte, &nodes) }
            continue values
          }
        } else if byte != closing {
          throw .unexpected(cursor, .commaOrEnd)
        }
        close(bytes, &cursor, &nodes, frames)
      }
    }
  }

  /// Reads the key that starts with `byte`, and its colon; returns the first byte of the value.
  @inline(__always)
  private mutating func readKey(
    _ bytes: RawSpan, _ cursor: inout Int, from byte: UInt8, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) -> UInt8 {
    guard byte == UInt8(ascii: "\"") else { throw .unexpected(cursor, .key) }
    let start = cursor
    if try readString(bytes, &cursor, &nodes) {
      let bit = keyBit(bytes, start &+ 1, length: cursor &- start &- 2)
      frame.mayRepeatKeys = frame.mayRepeatKeys || frame.keyBits & bit != 0
      frame.keyBits |= bit
    } else {
      frame.mayRepeatKeys = true
    }
    guard try token(bytes, &cursor) == UInt8(ascii: ":") else {
      throw .unexpected(cursor, .colon)
    }
    cursor &+= 1
    return try token(bytes, &cursor)
  }

  /// One of 64 bits, chosen by the length and first bytes of a key.
  @inline(__always)
  private func keyBit(_ bytes: RawSpan, _ offset: Int, length: Int) -> UInt64 {
    guard offset &+ 8 <= bytes.byteCount else { return ~0 }
    var word = ByteScanner.eightBytes(bytes, at: offset)
    if length < 8 { word &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1 }
    let mixed = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return 1 &<< (mixed &>> 58)
  }

  /// Writes one node.
  @inline(__always)
  mutating func append(
    _ kind: NodeKind, _ start: Int, _ end: Int, payload: UInt32 = 0, style: NodeStyle,
    flags: UInt8, _ nodes: inout MutableSpan<NodeRecord>
  ) {
    nodes[count] = NodeRecord(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      next: UInt32(truncatingIfNeeded: count &+ 1), payload: payload, kind: kind, style: style,
      flags: flags)
    count &+= 1
  }

  @inline(__always)
  private mutating func open(
    _ kind: NodeKind, at offset: Int, _ nodes: inout MutableSpan<NodeRecord>,
    _ frames: inout MutableSpan<Frame>
  ) {
    frames[depth] = frame
    depth &+= 1
    frame = Frame(node: count, isObject: kind == .mapping)
    append(kind, offset, offset, style: .flow, flags: 0, &nodes)
  }

  /// Ends the current object or array with the bracket at `cursor`.
  @inline(__always)
  private mutating func close(
    _ bytes: RawSpan, _ cursor: inout Int, _ nodes: inout MutableSpan<NodeRecord>,
    _ frames: borrowing MutableSpan<Frame>
  ) {
    cursor &+= 1
    let index = frame.node
    nodes[index].end = UInt32(truncatingIfNeeded: cursor)
    nodes[index].next = UInt32(truncatingIfNeeded: count)
    nodes[index].payload = UInt32(truncatingIfNeeded: frame.children)
    if frame.mayRepeatKeys { reportDuplicates(bytes, &nodes) }
    depth &-= 1
    frame = frames[depth]
  }

  /// Skips space and comments, and returns the byte at the cursor, or 0 at the end.
  @inline(__always) @discardableResult
  private mutating func token(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(JSONMistake) -> UInt8 {
    let byte = ByteScanner.byteOrZero(bytes, at: cursor)
    if byte > 0x20, byte != UInt8(ascii: "/") { return byte }
    cursor = try behindSpace(bytes, cursor)
    return ByteScanner.byteOrZero(bytes, at: cursor)
  }

  /// The offset behind the space and comments at `start`.
  ///
  /// Takes and returns the cursor, so that the loop can keep it in a register.
  @inline(never)
  private mutating func behindSpace(_ bytes: RawSpan, _ start: Int) throws(JSONMistake) -> Int {
    var cursor = start
    while cursor < end {
      switch ByteScanner.byte(bytes, at: cursor) {
      case UInt8(ascii: "\n"):
        cursor = ByteScanner.firstNonSpace(bytes, from: cursor &+ 1, to: end)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        cursor &+= 1
      case UInt8(ascii: "/") where dialect.allowsComments:
        try readComment(bytes, &cursor)
      default:
        return cursor
      }
    }
    return cursor
  }

  /// Records the comment at `cursor` and moves behind it.
  private mutating func readComment(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(JSONMistake) {
    let start = cursor
    let second = start + 1 < end ? ByteScanner.byte(bytes, at: start + 1) : 0
    cursor += 2
    switch second {
    case UInt8(ascii: "/"):
      while cursor < end {
        let byte = ByteScanner.byte(bytes, at: cursor)
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
        cursor += 1
      }
    case UInt8(ascii: "*"):
      while true {
        guard cursor + 1 < end else { throw .unclosedComment(start) }
        if ByteScanner.byte(bytes, at: cursor) == UInt8(ascii: "*"),
          ByteScanner.byte(bytes, at: cursor + 1) == UInt8(ascii: "/")
        {
          break
        }
        cursor += 1
      }
      cursor += 2
    default:
      throw .loneSlash(start)
    }
    builder.comments.append(SourceSpan(source: source.id, start..<cursor))
  }
}
