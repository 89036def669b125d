/// Up to 32 bytes that are looked for at one place of others, with as few steps however many they are.
public struct ShortText: Sendable {
  /// The most bytes that a text has.
  public static let limit = 32

  /// Eight bytes at each of `offsets`, which cover the text and may overlap; of a text of fewer than eight
  /// bytes `mask` covers those that are its own.
  @usableFromInline let words: InlineArray<4, UInt64>
  @usableFromInline let offsets: InlineArray<4, UInt8>
  @usableFromInline let mask: UInt64
  /// How many bytes are looked at; more than there can be where nothing matches.
  @usableFromInline let reach: Int

  /// The text that is found nowhere.
  public static let nowhere = ShortText()

  private init() {
    words = InlineArray(repeating: 0)
    offsets = InlineArray(repeating: 0)
    mask = 0
    reach = .max
  }

  /// The text in `range` of `bytes`; `nil` where it is too long, or too short so close to their end.
  public init?(_ bytes: borrowing RawSpan, _ range: Range<Int>) {
    let reach = max(range.count, 8)
    guard reach <= Self.limit, range.lowerBound + reach <= bytes.byteCount else { return nil }
    let mask = range.count < 8 ? 1 << UInt64(8 * range.count) - 1 : UInt64.max
    let offsets = InlineArray<4, UInt8> { UInt8(min($0 * 8, reach - 8)) }
    var words = InlineArray<4, UInt64>(repeating: 0)
    for index in words.indices {
      let offset = range.lowerBound + Int(offsets[index])
      words[index] = ByteScanner.eightBytes(bytes, at: offset) & mask
    }
    self.words = words
    self.offsets = offsets
    self.mask = mask
    self.reach = reach
  }

  /// Whether the text stands at `offset`, which is not negative, of `bytes`.
  @inlinable @inline(__always)
  public func stands(in bytes: borrowing RawSpan, at offset: Int) -> Bool {
    precondition(offset >= 0, "an offset outside of the bytes")
    guard reach <= bytes.byteCount &- offset else { return false }
    // All loads lie in the `reach` bytes from `offset` on.
    let first = Self.word(bytes, offset) ^ words[0]
    let second = Self.word(bytes, offset &+ Int(offsets[1])) ^ words[1]
    let third = Self.word(bytes, offset &+ Int(offsets[2])) ^ words[2]
    let last = Self.word(bytes, offset &+ Int(offsets[3])) ^ words[3]
    return (first | second | third | last) & mask == 0
  }

  @inlinable @inline(__always)
  static func word(_ bytes: borrowing RawSpan, _ offset: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}
