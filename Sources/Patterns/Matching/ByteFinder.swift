/// Finds the next of a few bytes, eight at a time.
struct ByteFinder: Sendable {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private let repeated: [UInt64]
  private var calls = 0
  private var bytesSkipped = 0

  /// `nil` where `bytes` are none or so many that a look at each byte is as good.
  init?(_ bytes: [UInt8]) {
    guard (1...3).contains(bytes.count) else { return nil }
    repeated = bytes.map { UInt64($0) &* Self.ones }
  }

  /// Whether the calls so far were long enough to be worth interrupting the automaton for.
  var isWorthwhile: Bool { calls < 32 || bytesSkipped / calls >= 8 }

  /// The first position from `start` on that holds one of the bytes, or the text's end.
  mutating func next(in text: Span<UInt8>, from start: Int) -> Int {
    let position = position(in: text, from: start)
    calls += 1
    bytesSkipped += position - start
    return position
  }

  private func position(in text: Span<UInt8>, from start: Int) -> Int {
    let bytes = text.bytes
    let first = repeated[0]
    let second = repeated.count > 1 ? repeated[1] : first
    let third = repeated.count > 2 ? repeated[2] : first
    var position = start
    while position &+ 8 <= text.count {
      let word = UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let hits =
        Self.zeroBytes(in: word ^ first) | Self.zeroBytes(in: word ^ second)
        | Self.zeroBytes(in: word ^ third)
      if hits != 0 { return position + hits.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < text.count {
      let word = UInt64(text[position]) &* Self.ones
      if word == first || word == second || word == third { return position }
      position &+= 1
    }
    return text.count
  }

  /// Marks the high bit of zero bytes; the lowest mark is always right.
  private static func zeroBytes(in word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highBits
  }
}
