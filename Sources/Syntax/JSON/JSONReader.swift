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

  let source: SourceFile
  let dialect: JSONParser.Dialect
  let limits: InputLimits
  let start: Int
  let end: Int
  var builder: TreeBuilder
  var stack: [Frame] = []
  var frame = Frame(node: -1)
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
    builder = TreeBuilder(expectingSourceOf: min(range.count, limits.nodes))
  }

  /// The tree of the whole range.
  mutating func read() throws(SyntaxError) -> SyntaxTree {
    let content = source.bytes
    let bytes = content.span.bytes
    guard end <= Int(UInt32.max) else { throw tooLarge() }
    var cursor = start
    if start == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      cursor = 3
      builder.notes.append(byteOrderMark)
    }
    builder.beginDocument()
    try readValues(bytes, &cursor)
    try token(bytes, &cursor)
    guard cursor == end else { throw contentBehindDocument(bytes, at: cursor) }
    if let offset = ByteScanner.firstInvalidUTF8(bytes, from: start, to: end) {
      throw invalidUTF8(at: offset)
    }
    finishWarnings()
    return builder.finish(source)
  }

  /// Reads one value and everything inside it.
  private mutating func readValues(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(SyntaxError) {
    var byte = try token(bytes, &cursor)
    values: while true {
      if builder.count >= limits.nodes { throw tooManyNodes(at: cursor) }
      switch byte {
      case UInt8(ascii: "\""):
        try readString(bytes, &cursor)
      case UInt8(ascii: "{"):
        try open(.mapping, at: cursor)
        cursor &+= 1
        byte = try token(bytes, &cursor)
        if byte == UInt8(ascii: "}") {
          close(bytes, &cursor)
        } else {
          byte = try readKey(bytes, &cursor, from: byte)
          continue values
        }
      case UInt8(ascii: "["):
        try open(.sequence, at: cursor)
        cursor &+= 1
        byte = try token(bytes, &cursor)
        if byte == UInt8(ascii: "]") {
          close(bytes, &cursor)
        } else {
          continue values
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try readNumber(bytes, &cursor)
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        try readWord(bytes, &cursor, from: byte)
      default:
        throw unexpected(bytes, at: cursor, .value)
      }

      // Behind a value: close what ends here, or go on to the next value.
      while true {
        if frame.node < 0 { return }
        byte = try token(bytes, &cursor)
        let closing = frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        frame.children &+= frame.isObject ? 2 : 1
        if byte == UInt8(ascii: ",") {
          cursor &+= 1
          byte = try token(bytes, &cursor)
          if byte != closing || !dialect.allowsTrailingCommas {
            if frame.isObject { byte = try readKey(bytes, &cursor, from: byte) }
            continue values
          }
        } else if byte != closing {
          throw unexpected(bytes, at: cursor, .commaOrEnd)
        }
        close(bytes, &cursor)
      }
    }
  }

  /// Reads the key that starts with `byte`, and its colon; returns the first byte of the value.
  @inline(__always)
  private mutating func readKey(
    _ bytes: RawSpan, _ cursor: inout Int, from byte: UInt8
  ) throws(SyntaxError) -> UInt8 {
    guard byte == UInt8(ascii: "\"") else { throw unexpected(bytes, at: cursor, .key) }
    if builder.count >= limits.nodes { throw tooManyNodes(at: cursor) }
    let start = cursor
    if try readString(bytes, &cursor) {
      let bit = keyBit(bytes, start &+ 1, length: cursor &- start &- 2)
      frame.mayRepeatKeys = frame.mayRepeatKeys || frame.keyBits & bit != 0
      frame.keyBits |= bit
    } else {
      frame.mayRepeatKeys = true
    }
    guard try token(bytes, &cursor) == UInt8(ascii: ":") else {
      throw unexpected(bytes, at: cursor, .colon)
    }
    cursor &+= 1
    return try token(bytes, &cursor)
  }

  /// One of 64 bits, chosen by the length and first bytes of a key.
  @inline(__always)
  private func keyBit(_ bytes: RawSpan, _ offset: Int, length: Int) -> UInt64 {
    guard offset &+ 8 <= end else { return ~0 }
    var word = ByteScanner.eightBytes(bytes, at: offset)
    if length < 8 { word &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1 }
    let mixed = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return 1 &<< (mixed &>> 58)
  }

  @inline(__always)
  private mutating func open(_ kind: NodeKind, at offset: Int) throws(SyntaxError) {
    guard stack.count < limits.depth else { throw tooDeep(at: offset) }
    stack.append(frame)
    frame = Frame(node: builder.open(kind, at: offset, style: .flow), isObject: kind == .mapping)
  }

  /// Ends the current object or array with the bracket at `cursor`.
  @inline(__always)
  private mutating func close(_ bytes: RawSpan, _ cursor: inout Int) {
    cursor &+= 1
    builder.close(frame.node, at: cursor, children: frame.children)
    if frame.mayRepeatKeys { reportDuplicates(bytes) }
    if let outer = stack.popLast() { frame = outer }
  }

  /// Skips space and comments, and returns the byte at the cursor, or 0 at the end.
  @inline(__always) @discardableResult
  private mutating func token(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(SyntaxError) -> UInt8 {
    if cursor < end {
      let byte = ByteScanner.byte(bytes, at: cursor)
      if byte > 0x20, byte != UInt8(ascii: "/") { return byte }
    }
    return try tokenBehindSpace(bytes, &cursor)
  }

  @inline(never)
  private mutating func tokenBehindSpace(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(SyntaxError) -> UInt8 {
    while cursor < end {
      let byte = ByteScanner.byte(bytes, at: cursor)
      switch byte {
      case UInt8(ascii: "\n"):
        cursor = ByteScanner.firstNonSpace(bytes, from: cursor &+ 1, to: end)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        cursor &+= 1
      case UInt8(ascii: "/") where dialect.allowsComments:
        try readComment(bytes, &cursor)
      default:
        return byte
      }
    }
    return 0
  }

  /// Records the comment at `cursor` and moves behind it.
  private mutating func readComment(
    _ bytes: RawSpan, _ cursor: inout Int
  ) throws(SyntaxError) {
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
        guard cursor + 1 < end else { throw unclosedComment(at: start) }
        if ByteScanner.byte(bytes, at: cursor) == UInt8(ascii: "*"),
          ByteScanner.byte(bytes, at: cursor + 1) == UInt8(ascii: "/")
        {
          break
        }
        cursor += 1
      }
      cursor += 2
    default:
      throw loneSlash(at: start)
    }
    builder.comments.append(SourceSpan(source: source.id, start..<cursor))
  }
}
