/// 64 bytes of JSON, and where among them those stand that matter whatever the grammar; the lowest bit is
/// the first byte's.
struct MarkBlock {
  /// How many bytes a block has.
  static let width = 64

  private let chunks: (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

  /// The bytes from `offset` on, which the caller has found to be inside.
  @inline(__always)
  init(_ bytes: borrowing RawSpan, at offset: Int) {
    chunks = (
      Self.chunk(bytes, offset), Self.chunk(bytes, offset &+ 16), Self.chunk(bytes, offset &+ 32),
      Self.chunk(bytes, offset &+ 48)
    )
  }

  @inline(__always)
  private static func chunk(_ bytes: borrowing RawSpan, _ offset: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The bytes in `start..<end`, which are fewer than a block has, and zeros behind them.
  @inline(never)
  init(_ bytes: borrowing RawSpan, from start: Int, to end: Int) {
    var copy = InlineArray<64, UInt8>(repeating: 0)
    for offset in start..<end { copy[offset &- start] = ByteScanner.byte(bytes, at: offset) }
    self.init(copy.span.bytes, at: 0)
  }

  /// The quotes.
  @inline(__always)
  var quotes: UInt64 {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    return bits { $0 .== quote }
  }

  /// The backslashes.
  @inline(__always)
  var backslashes: UInt64 {
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    return bits { $0 .== backslash }
  }

  /// The control characters below U+0020.
  @inline(__always)
  var controls: UInt64 {
    let space = SIMD16<UInt8>(repeating: 0x20)
    return bits { $0 .< space }
  }

  /// The bytes that are not ASCII.
  @inline(__always)
  var others: UInt64 {
    let last = SIMD16<UInt8>(repeating: 0x7F)
    return bits { $0 .> last }
  }

  /// Whether all bytes are ASCII, and none is a backslash or a control character.
  @inline(__always)
  var isEven: Bool {
    let odd =
      Self.isOdd(chunks.0) .| Self.isOdd(chunks.1) .| Self.isOdd(chunks.2)
      .| Self.isOdd(chunks.3)
    return ByteScanner.bits(odd) == 0
  }

  /// Whether all bytes are ASCII, and none is a control character.
  @inline(__always)
  var isText: Bool {
    let space = SIMD16<Int8>(repeating: 0x20)
    let first = (Self.signed(chunks.0) .< space) .| (Self.signed(chunks.1) .< space)
    let second = (Self.signed(chunks.2) .< space) .| (Self.signed(chunks.3) .< space)
    return ByteScanner.bits(first .| second) == 0
  }

  /// The bytes as numbers of which those that are not ASCII are negative.
  @inline(__always)
  private static func signed(_ chunk: SIMD16<UInt8>) -> SIMD16<Int8> {
    SIMD16<Int8>(truncatingIfNeeded: chunk)
  }

  @inline(__always)
  private static func isOdd(_ chunk: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    let backslash = SIMD16<Int8>(repeating: 0x5C)
    let space = SIMD16<Int8>(repeating: 0x20)
    return (signed(chunk) .== backslash) .| (signed(chunk) .< space)
  }

  @inline(__always)
  private func bits(_ test: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> UInt64 {
    UInt64(ByteScanner.bits(test(chunks.0))) | UInt64(ByteScanner.bits(test(chunks.1))) &<< 16
      | UInt64(ByteScanner.bits(test(chunks.2))) &<< 32
      | UInt64(ByteScanner.bits(test(chunks.3))) &<< 48
  }
}
