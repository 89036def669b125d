import SourceText

/// One pass over the bytes of a JSON document.
///
/// Nesting is kept in frames, never in calls, so that hostile depth meets a limit and not the end of the
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

  /// How far the reader has come.
  struct Position {
    /// The offset of the next byte.
    var offset: Int
    /// The number of nodes written.
    var count = 0
    /// The number of frames around the current one.
    var depth = 0
    var frame = Frame(node: -1)
  }

  let source: SourceFile
  let dialect: JSONParser.Dialect
  let limits: InputLimits
  let start: Int
  let end: Int
  var builder: TreeBuilder
  var position: Position
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
    position = Position(offset: start)
  }

  /// The tree of the whole range.
  mutating func read() throws(SyntaxError) -> SyntaxTree {
    let content = source.bytes
    // Nothing behind the document can be looked at.
    let bytes = content.span.bytes.extracting(first: end)
    guard end <= Int(UInt32.max) else { throw tooLarge() }
    if start == 0, content.starts(with: [0xEF, 0xBB, 0xBF]) {
      position.offset = 3
      builder.notes.append(byteOrderMark)
    }
    builder.beginDocument()
    // Room for what a document of this size usually holds, but nothing to regret for one of brackets.
    let size = min((end - start) / 9, limits.nodes, 1 << 15) + 8
    var nodes = Array(repeating: NodeRecord.unwritten, count: size)
    do throws(JSONMistake) {
      try readDocument(bytes, &nodes)
    } catch {
      takeNodes(&nodes)
      throw complaint(about: error, bytes)
    }
    takeNodes(&nodes)
    finishWarnings()
    return builder.finish(source)
  }

  private mutating func takeNodes(_ nodes: inout [NodeRecord]) {
    nodes.removeLast(nodes.count - position.count)
    builder.adopt(nodes)
    nodes = []
  }

  /// Reads the document in rounds, between which the arrays grow that the loop writes through spans.
  private mutating func readDocument(
    _ bytes: RawSpan, _ nodes: inout [NodeRecord]
  ) throws(JSONMistake) {
    var frames = Array(repeating: Frame(node: -1), count: 32)
    while try !readRound(bytes, &nodes, &frames) {
      guard position.count < limits.nodes else { throw .tooManyNodes(position.offset) }
      if position.count + 2 > nodes.count {
        let more = min(nodes.count, limits.nodes + 2 - position.count)
        nodes += Array(repeating: NodeRecord.unwritten, count: more)
      }
      if position.depth + 2 > frames.count {
        frames += Array(repeating: Frame(node: -1), count: frames.count)
      }
    }
    let last = try behindSpace(bytes, position.offset)
    guard last == end else { throw .contentBehindDocument(last) }
    if let offset = ByteScanner.firstInvalidUTF8(bytes, from: start, to: end) {
      throw .invalidUTF8(offset)
    }
  }

  private mutating func readRound(
    _ bytes: RawSpan, _ nodes: inout [NodeRecord], _ frames: inout [Frame]
  ) throws(JSONMistake) -> Bool {
    var nodes = nodes.mutableSpan
    var frames = frames.mutableSpan
    return try readValues(bytes, &nodes, &frames)
  }

  /// Reads one value and everything inside it, from where the last round stopped.
  ///
  /// Stops with `false`, before a value or key, where there might not be room for what comes next.
  private mutating func readValues(
    _ bytes: RawSpan, _ nodes: inout MutableSpan<NodeRecord>, _ frames: inout MutableSpan<Frame>
  ) throws(JSONMistake) -> Bool {
    // A copy that nothing else refers to stays in registers.
    var here = position
    defer { position = here }
    let roomyCount = min(nodes.count &- 2, limits.nodes &- 1)
    let roomyDepth = frames.count &- 2
    var byte = try token(bytes, &here)
    values: while true {
      // Until the next look at the room, one key and one value are written.
      if here.count > roomyCount || here.depth > roomyDepth { return false }
      if here.frame.isObject {
        guard byte == UInt8(ascii: "\"") else { throw .unexpected(here.offset, .key) }
        let start = here.offset
        let isPlain = try readString(bytes, &here, &nodes)
        noteKey(bytes, start &+ 1, length: here.offset &- start &- 2, isPlain: isPlain, &here)
        byte = try token(bytes, &here)
        guard byte == UInt8(ascii: ":") else { throw .unexpected(here.offset, .colon) }
        here.offset &+= 1
        byte = try token(bytes, &here)
      }
      switch byte {
      case UInt8(ascii: "\""):
        try readString(bytes, &here, &nodes)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard here.depth < limits.depth else { throw .tooDeep(here.offset) }
        frames[here.depth] = here.frame
        here.depth &+= 1
        let isObject = byte == UInt8(ascii: "{")
        here.frame = Frame(node: here.count, isObject: isObject)
        append(isObject ? .mapping : .sequence, to: here.offset, style: .flow, &here, &nodes)
        here.offset &+= 1
        byte = try token(bytes, &here)
        if byte != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { continue values }
        close(bytes, &here, &nodes, frames)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try readNumber(bytes, &here, &nodes)
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        try readWord(bytes, &here, &nodes)
      default:
        throw .unexpected(here.offset, .value)
      }

      // Behind a value: close what ends here, or go on to the next value.
      while true {
        if here.frame.node < 0 { return true }
        byte = try token(bytes, &here)
        let closing = here.frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        here.frame.children &+= here.frame.isObject ? 2 : 1
        if byte == UInt8(ascii: ",") {
          here.offset &+= 1
          byte = try token(bytes, &here)
          if byte != closing || !dialect.allowsTrailingCommas { continue values }
        } else if byte != closing {
          throw .unexpected(here.offset, .commaOrEnd)
        }
        close(bytes, &here, &nodes, frames)
      }
    }
  }

  /// Remembers one of 64 bits, chosen by the length and first bytes of a key.
  @inline(__always)
  private func noteKey(
    _ bytes: RawSpan, _ offset: Int, length: Int, isPlain: Bool, _ here: inout Position
  ) {
    guard isPlain, offset &+ 8 <= bytes.byteCount else {
      here.frame.mayRepeatKeys = true
      return
    }
    var word = ByteScanner.eightBytes(bytes, at: offset)
    if length < 8 { word &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1 }
    let mixed = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    let bit: UInt64 = 1 &<< (mixed &>> 58)
    if here.frame.keyBits & bit != 0 { here.frame.mayRepeatKeys = true }
    here.frame.keyBits |= bit
  }

  /// Writes a node that ends at `end`, and starts where the reader is.
  @inline(__always)
  func append(
    _ kind: NodeKind, to end: Int, payload: UInt32 = 0, style: NodeStyle, flags: UInt8 = 0,
    _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>
  ) {
    nodes[here.count] = NodeRecord(
      start: UInt32(truncatingIfNeeded: here.offset), end: UInt32(truncatingIfNeeded: end),
      next: UInt32(truncatingIfNeeded: here.count &+ 1), payload: payload, kind: kind,
      style: style, flags: flags)
    here.count &+= 1
  }

  /// Ends the current object or array with the bracket at the cursor.
  @inline(__always)
  private mutating func close(
    _ bytes: RawSpan, _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>,
    _ frames: borrowing MutableSpan<Frame>
  ) {
    here.offset &+= 1
    let index = here.frame.node
    nodes[index].end = UInt32(truncatingIfNeeded: here.offset)
    nodes[index].next = UInt32(truncatingIfNeeded: here.count)
    nodes[index].payload = UInt32(truncatingIfNeeded: here.frame.children)
    if here.frame.mayRepeatKeys { reportDuplicates(bytes, object: index, &nodes) }
    here.depth &-= 1
    here.frame = frames[here.depth]
  }

  /// Skips space and comments, and returns the byte at the cursor, or 0 at the end.
  @inline(__always)
  private mutating func token(
    _ bytes: RawSpan, _ here: inout Position
  ) throws(JSONMistake) -> UInt8 {
    let byte = ByteScanner.byteOrZero(bytes, at: here.offset)
    if byte > 0x20, byte != UInt8(ascii: "/") { return byte }
    here.offset = try behindSpace(bytes, here.offset)
    return ByteScanner.byteOrZero(bytes, at: here.offset)
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
