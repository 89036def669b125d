/// Finds where the strings of a document stop, looking at 64 bytes at once.
///
/// What was found in a block of 64 bytes is kept for the next string, so that short strings cost a shift
/// and a count instead of a search, and the search of the next block waits for nothing.
struct StringStops {
  /// The bytes of a block.
  private static let blockSize = 64

  /// The first byte of the block that was looked at.
  private var block: Int
  /// One bit for each byte of the block at which a string stops, the first byte lowest.
  private var stops: UInt64 = 0
  /// The bytes of all blocks so far, united bit by bit.
  private var united = SIMD16<UInt8>()

  /// Will look at strings from `start` on.
  init(from start: Int) {
    block = start - Self.blockSize
  }

  /// Whether everything that was passed is ASCII; `false` also where only something near it is not.
  var passedOnlyASCII: Bool { united.max() < 0x80 }

  /// The first offset from `start` of a quote, a backslash or a control character below U+0020, or the
  /// number of `bytes`.
  ///
  /// `start` must be behind the stop that was found last.
  @inline(__always)
  mutating func next(in bytes: borrowing RawSpan, from start: Int) -> Int {
    let distance = start &- block
    if distance < Self.blockSize {
      let rest = stops &>> UInt64(truncatingIfNeeded: distance)
      if rest != 0 { return start &+ rest.trailingZeroBitCount }
    } else {
      // Nothing before the block of `start` matters.
      block &+= (distance &- Self.blockSize) & ~(Self.blockSize &- 1)
    }
    return nextInLaterBlock(in: bytes, from: start)
  }

  @inline(__always)
  private mutating func nextInLaterBlock(in bytes: borrowing RawSpan, from start: Int) -> Int {
    while true {
      block &+= Self.blockSize
      if block > bytes.byteCount &- Self.blockSize {
        return nextInLastBlock(in: bytes, from: start)
      }
      stops = ByteScanner.stringStops(bytes, at: block, uniting: &united)
      let passed = max(0, start &- block)
      let rest = stops &>> UInt64(truncatingIfNeeded: passed)
      if rest != 0 { return block &+ passed &+ rest.trailingZeroBitCount }
    }
  }

  /// The same where fewer bytes are left than a block has.
  @inline(never)
  private mutating func nextInLastBlock(in bytes: borrowing RawSpan, from start: Int) -> Int {
    let searched = block
    block &-= Self.blockSize
    stops = 0
    var offset = max(start, searched)
    while offset < bytes.byteCount {
      let byte = ByteScanner.byte(bytes, at: offset)
      united[0] |= byte
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      offset += 1
    }
    return offset
  }
}
