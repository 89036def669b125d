import SourceText

/// One pass over the bytes of a JSON document.
///
/// Nesting is kept in frames, never in calls, so that hostile depth meets a limit and not the end of the
/// thread's stack. Offsets count from the start of the source.
struct JSONReader: ~Copyable {
  /// An object or array whose end has not been met yet; without a node, the document itself.
  struct Frame {
    var node: Int32 = -1
    /// The bracket that ends it; 0 for the document.
    var closing: UInt8 = 0
    /// The number of elements or members before the current one.
    var children: UInt32 = 0
    /// One bit for each key so far, and the highest where one may be a repetition.
    var keyBits: UInt64 = 0

    @inline(__always)
    var isObject: Bool { closing == UInt8(ascii: "}") }

    /// Set where a key met its bit.
    static let mayRepeatKeys: UInt64 = 1 << 63
  }

  /// How far the reader has come.
  struct Position {
    /// The offset of the next byte.
    var offset: Int
    /// The number of nodes written.
    var count = 0
    /// The number of frames around the current one.
    var depth = 0
    /// Where strings stop.
    var stops: StringStops
    var frame = Frame()
  }

  let source: SourceFile
  let dialect: JSONParser.Dialect
  let limits: InputLimits
  let start: Int
  let end: Int
  var builder: TreeBuilder
  var position: Position
  /// The objects in which a key may be a repetition, in the order in which they end.
  private var suspects: [Int] = []
  var duplicates = DuplicateKeys()
  /// Reused by every string that holds escapes.
  var scratch: [UInt8] = []
  /// The last byte, in the order of ASCII, with which a blank or comment may start.
  private let lastBlank: UInt8
  /// The number of warnings, of which only the first few are kept.
  var warningCount = 0

  init(
    source: SourceFile, range: Range<Int>, dialect: JSONParser.Dialect, limits: InputLimits
  ) {
    self.source = source
    self.dialect = dialect
    self.limits = limits
    lastBlank = dialect.allowsComments ? UInt8(ascii: "/") : UInt8(ascii: " ")
    let range = range.clamped(to: 0..<source.bytes.count)
    start = range.lowerBound
    end = range.upperBound
    builder = TreeBuilder(expectingSourceOf: 0)
    position = Position(offset: start, stops: StringStops(from: start))
  }

  /// The tree of the whole range.
  consuming func read() throws(SyntaxError) -> SyntaxTree {
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
    for object in suspects { reportDuplicates(bytes, object: object, &nodes) }
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
    var frames = Array(repeating: Frame(), count: 32)
    while try !readRound(bytes, &nodes, &frames) {
      guard position.count < limits.nodes else { throw .tooManyNodes(position.offset) }
      if position.count + 2 > nodes.count {
        // As many more as the rest holds if it is like what was read, lest the array is copied often.
        let passed = max(1, position.offset - start)
        let expected = position.count * (end - position.offset) / passed + 16
        let more = min(max(nodes.count / 2, expected), limits.nodes + 2 - position.count)
        nodes += Array(repeating: NodeRecord.unwritten, count: more)
      }
      if position.depth + 2 > frames.count {
        frames += Array(repeating: Frame(), count: frames.count)
      }
    }
    let last = try behindSpace(bytes, position.offset)
    guard last == end else { throw .contentBehindDocument(last) }
    // Outside of strings and comments, only ASCII was accepted.
    let isASCII = position.stops.passedOnlyASCII && builder.comments.isEmpty
    if !isASCII, let offset = ByteScanner.firstInvalidUTF8(bytes, from: start, to: end) {
      throw .invalidUTF8(offset)
    }
  }

  private mutating func readRound(
    _ bytes: RawSpan, _ nodes: inout [NodeRecord], _ frames: inout [Frame]
  ) throws(JSONMistake) -> Bool {
    try readValues(bytes, nodes.mutableSpan, frames.mutableSpan)
  }

  /// Reads one value and everything inside it, from where the last round stopped.
  ///
  /// Stops with `false`, before a value or key, where there might not be room for what comes next.
  private mutating func readValues(
    _ bytes: RawSpan, _ nodes: consuming MutableSpan<NodeRecord>,
    _ frames: consuming MutableSpan<Frame>
  ) throws(JSONMistake) -> Bool {
    // Copies that nothing else refers to stay in registers.
    var here = position
    var nodes = nodes
    var frames = frames
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
        let stop = here.stops.next(in: bytes, from: start &+ 1)
        if ByteScanner.byteOrZero(bytes, at: stop) == UInt8(ascii: "\"") {
          appendString(to: stop &+ 1, &here, &nodes)
          noteKey(bytes, start, stop, &here)
        } else {
          try readEscapedString(bytes, stop, &here, &nodes)
          here.frame.keyBits |= Frame.mayRepeatKeys
        }
        byte = try tokenBehindColon(bytes, &here)
      }
      switch byte {
      case UInt8(ascii: "\""):
        let stop = here.stops.next(in: bytes, from: here.offset &+ 1)
        if ByteScanner.byteOrZero(bytes, at: stop) == UInt8(ascii: "\"") {
          appendString(to: stop &+ 1, &here, &nodes)
        } else {
          try readEscapedString(bytes, stop, &here, &nodes)
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard here.depth < limits.depth else { throw .tooDeep(here.offset) }
        frames[here.depth] = here.frame
        here.depth &+= 1
        let isObject = byte == UInt8(ascii: "{")
        // In ASCII, each closing bracket is two behind the one that opens it.
        here.frame = Frame(node: Int32(truncatingIfNeeded: here.count), closing: byte &+ 2)
        append(isObject ? .mapping : .sequence, to: here.offset, style: .flow, &here, &nodes)
        byte = try nextToken(bytes, &here)
        if byte != here.frame.closing { continue values }
        close(&here, &nodes, frames)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try readNumber(bytes, &here, &nodes)
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        try readWord(bytes, &here, &nodes)
      default:
        throw .unexpected(here.offset, .value)
      }

      // Behind a value: close what ends here, or go on to the next value.
      while true {
        if here.frame.closing == 0 { return true }
        byte = try token(bytes, &here)
        here.frame.children &+= 1
        if byte == UInt8(ascii: ",") {
          byte = try nextToken(bytes, &here)
          if byte != here.frame.closing || !dialect.allowsTrailingCommas { continue values }
        } else if byte != here.frame.closing {
          throw .unexpected(here.offset, .commaOrEnd)
        }
        close(&here, &nodes, frames)
      }
    }
  }

  /// Remembers one of 64 bits, chosen by the length, the first and the last bytes of the key between the
  /// quotes at `first` and `last`.
  @inline(__always)
  private func noteKey(_ bytes: RawSpan, _ first: Int, _ last: Int, _ here: inout Position) {
    let length = UInt32(truncatingIfNeeded: last &- first)
    // Both are part of the key with its quotes, unless it is shorter than two bytes.
    let head = ByteScanner.fourBytesOrZero(bytes, at: first)
    let tail = ByteScanner.fourBytesOrZero(bytes, at: last &- 3)
    let mixed = (head ^ length) &* 0x85EB_CA77 ^ tail &* 0xC2B2_AE3D
    let bit: UInt64 = length > 2 ? 1 &<< UInt64(mixed &>> 26) : Frame.mayRepeatKeys
    if here.frame.keyBits & bit != 0 { here.frame.keyBits |= Frame.mayRepeatKeys }
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
    _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>,
    _ frames: borrowing MutableSpan<Frame>
  ) {
    here.offset &+= 1
    let index = Int(here.frame.node)
    let children = here.frame.isObject ? here.frame.children &* 2 : here.frame.children
    nodes[index].end = UInt32(truncatingIfNeeded: here.offset)
    nodes[index].next = UInt32(truncatingIfNeeded: here.count)
    nodes[index].payload = children
    if here.frame.keyBits >= Frame.mayRepeatKeys, children > 2 { suspects.append(index) }
    here.depth &-= 1
    here.frame = frames[here.depth]
  }

  /// Passes the colon behind a key, and then as `token`.
  @inline(__always)
  private mutating func tokenBehindColon(
    _ bytes: RawSpan, _ here: inout Position
  ) throws(JSONMistake) -> UInt8 {
    guard try token(bytes, &here) == UInt8(ascii: ":") else {
      throw .unexpected(here.offset, .colon)
    }
    return try nextToken(bytes, &here)
  }

  /// Goes on to the next byte, and then as `token`.
  @inline(__always)
  private mutating func nextToken(
    _ bytes: RawSpan, _ here: inout Position
  ) throws(JSONMistake) -> UInt8 {
    here.offset &+= 1
    return try token(bytes, &here)
  }

  /// Skips space and comments, and returns the byte at the cursor, or 0 at the end.
  @inline(__always)
  private mutating func token(
    _ bytes: RawSpan, _ here: inout Position
  ) throws(JSONMistake) -> UInt8 {
    let byte = ByteScanner.byteOrZero(bytes, at: here.offset)
    if byte > lastBlank { return byte }
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
