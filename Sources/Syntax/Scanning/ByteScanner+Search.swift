#if arch(x86_64)
  internal import _Builtin_intrinsics.intel.sse2
#endif

/// Searches for kinds of bytes, many at once.
extension ByteScanner {
  /// The first offset in `start..<end` of a byte in a lane that `stops` sets, or `end`.
  @inline(__always)
  static func first(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int,
    where stops: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    var offset = start
    while offset <= end &- step {
      let found = bits(stops(chunk(bytes, at: offset)))
      if found != 0 { return offset &+ found.trailingZeroBitCount }
      offset &+= step
    }
    guard offset < end else { return end }
    let found = bits(stops(partialChunk(bytes, from: offset, to: end)))
    return found == 0 ? end : min(end, offset &+ found.trailingZeroBitCount)
  }

  /// The first offset in `start..<end` of a line feed, or `end`.
  public static func firstLineFeed(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    return first(bytes, from: start, to: end) { $0 .== lineFeed }
  }

  /// The bytes `start..<end`, which are fewer than sixteen, and zeros behind them.
  @inline(never)
  private static func partialChunk(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> SIMD16<UInt8> {
    var chunk = SIMD16<UInt8>()
    for offset in start..<end { chunk[offset &- start] = byte(bytes, at: offset) }
    return chunk
  }

  /// One bit for each of the 64 bytes from `offset` at which a string stops, the first byte lowest; the
  /// bytes are united with `united` bit by bit.
  @inline(__always)
  static func stringStops(
    _ bytes: borrowing RawSpan, at offset: Int, uniting united: inout SIMD16<UInt8>
  ) -> UInt64 {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let space = SIMD16<UInt8>(repeating: 0x20)
    var stops: UInt64 = 0
    for part in 0..<4 {
      let chunk = chunk(bytes, at: offset &+ part &* step)
      united |= chunk
      let mask = (chunk .== quote) .| (chunk .== backslash) .| (chunk .< space)
      stops |= UInt64(bits(mask)) &<< UInt64(truncatingIfNeeded: part &* step)
    }
    return stops
  }

  /// One bit for each lane, the first lowest.
  @inline(__always)
  static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt32 {
    let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    #if arch(x86_64)
      return UInt32(bitPattern: _mm_movemask_epi8(SIMD2(truncatingIfNeeded: halves)))
    #else
      // One bit of each byte, at another place in each, summed up in the highest byte.
      let low = UInt64(littleEndian: halves[0]) & 0x8040_2010_0804_0201
      let high = UInt64(littleEndian: halves[1]) & 0x8040_2010_0804_0201
      let sums = (low &* 0x0101_0101_0101_0101, high &* 0x0101_0101_0101_0101)
      return UInt32(truncatingIfNeeded: sums.0 &>> 56 | (sums.1 &>> 56) &<< 8)
    #endif
  }
}
