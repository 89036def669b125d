extension ByteScanner {
  /// Bytes that JSON text can hold without a closer look, and how many quotes there are among them.
  public struct PlainRun: Sendable {
    /// The offset behind the last of the bytes.
    public let end: Int
    /// The quotes among them.
    public let quoteCount: Int

    @inlinable
    init(end: Int, quoteCount: Int) {
      self.end = end
      self.quoteCount = quoteCount
    }
  }

  /// The bytes from `start` up to the first that is a control character, a backslash or not ASCII, or to `end`.
  @inlinable
  public static func plainRun(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> PlainRun {
    precondition(
      0 <= start && start <= end && end <= bytes.byteCount, "a range outside of the bytes")
    var offset = start
    var quoteCount = 0
    while offset <= end &- 4 &* step {
      // A lane can count to 255, and four chunks add at most four.
      let last = min(end &- 4 &* step, offset &+ 63 &* 4 &* step)
      var counters = SIMD16<Int8>.zero
      while offset <= last {
        let chunks = (
          signedChunk(bytes, offset), signedChunk(bytes, offset &+ step),
          signedChunk(bytes, offset &+ 2 &* step), signedChunk(bytes, offset &+ 3 &* step)
        )
        let stops = (stops(chunks.0) | stops(chunks.1)) | (stops(chunks.2) | stops(chunks.3))
        let halves = unsafe unsafeBitCast(stops, to: SIMD2<UInt64>.self)
        if halves[0] | halves[1] != 0 {
          return rest(bytes, offset, end, quoteCount &+ sum(counters))
        }
        counters &+=
          (quotes(chunks.0) &+ quotes(chunks.1)) &+ (quotes(chunks.2) &+ quotes(chunks.3))
        offset &+= 4 &* step
      }
      quoteCount &+= sum(counters)
    }
    return rest(bytes, offset, end, quoteCount)
  }

  /// The run that goes on at `start` after `count` quotes, looked at chunk by chunk and at last byte by byte.
  @inlinable @inline(__always)
  static func rest(
    _ bytes: borrowing RawSpan, _ start: Int, _ end: Int, _ count: Int
  ) -> PlainRun {
    var (offset, quoteCount) = (start, count)
    while offset <= end &- step {
      let chunk = signedChunk(bytes, offset)
      let lane = firstSet(unsafe unsafeBitCast(stops(chunk), to: SIMDMask<SIMD16<Int8>>.self))
      quoteCount &+= sum(quotes(chunk), below: lane)
      if lane < step { return PlainRun(end: offset &+ lane, quoteCount: quoteCount) }
      offset &+= step
    }
    while offset < end {
      let byte = byte(bytes, at: offset)
      if byte < 0x20 || byte > 0x7F || byte == 0x5C { break }
      quoteCount &+= byte == 0x22 ? 1 : 0
      offset &+= 1
    }
    return PlainRun(end: offset, quoteCount: quoteCount)
  }

  /// The sixteen bytes at `offset`, as numbers of which those that are not ASCII are negative.
  ///
  /// The caller has checked that they are inside.
  @inlinable @inline(__always)
  static func signedChunk(_ bytes: borrowing RawSpan, _ offset: Int) -> SIMD16<Int8> {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<Int8>.self)
  }

  /// -1 for each byte that ends a plain run, and 0 for the others.
  @inlinable @inline(__always)
  static func stops(_ chunk: SIMD16<Int8>) -> SIMD16<Int8> {
    let mask =
      (chunk .< SIMD16<Int8>(repeating: 0x20)) .| (chunk .== SIMD16<Int8>(repeating: 0x5C))
    return unsafe unsafeBitCast(mask, to: SIMD16<Int8>.self)
  }

  /// 1 for each byte that is a quote, and 0 for the others.
  @inlinable @inline(__always)
  static func quotes(_ chunk: SIMD16<Int8>) -> SIMD16<Int8> {
    let mask = chunk .== SIMD16<Int8>(repeating: 0x22)
    return .zero &- (unsafe unsafeBitCast(mask, to: SIMD16<Int8>.self))
  }

  /// The sum of all lanes, which are not negative once they are taken as unsigned.
  @inlinable @inline(__always)
  static func sum(_ counters: SIMD16<Int8>) -> Int {
    let halves = unsafe unsafeBitCast(counters, to: SIMD2<UInt64>.self)
    let everyOther: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs =
      (halves[0] & everyOther) &+ (halves[0] &>> 8 & everyOther) &+ (halves[1] & everyOther)
      &+ (halves[1] &>> 8 & everyOther)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// The sum of the lanes before `lane`.
  @inlinable @inline(__always)
  static func sum(_ counters: SIMD16<Int8>, below lane: Int) -> Int {
    let halves = unsafe unsafeBitCast(counters, to: SIMD2<UInt64>.self)
    let low = UInt64(littleEndian: halves[0]) & lowBytes(min(lane, 8))
    let high = UInt64(littleEndian: halves[1]) & lowBytes(max(lane &- 8, 0))
    return Int(truncatingIfNeeded: ((low &+ high) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// The lowest `count` bytes of a number, which has eight.
  @inlinable @inline(__always)
  static func lowBytes(_ count: Int) -> UInt64 {
    count == 8 ? .max : (1 as UInt64) &<< UInt64(truncatingIfNeeded: count &* 8) &- 1
  }

  /// The first offset in `start..<end` of a line feed, or `end`.
  @inlinable
  public static func firstLineFeed(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    var offset = start
    while offset <= end &- step {
      let lane = firstSet(chunk(bytes, at: offset) .== lineFeed)
      if lane < step { return offset &+ lane }
      offset &+= step
    }
    while offset < end, byte(bytes, at: offset) != 0x0A { offset &+= 1 }
    return offset
  }
}
