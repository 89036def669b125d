/// What is remembered of the keys of one mapping while it is read: enough to tell of most mappings that no
/// two keys are equal and none is `<<`, so that only the others are searched.
struct KeySketch {
  /// One of 256 bits that a key sets.
  struct Mark {
    fileprivate let word: Int
    fileprivate let bit: UInt64

    /// The mark of a key that may be equal to any other.
    static let anything = Mark(word: -1, bit: 0)
  }

  private var marks = SIMD4<UInt64>()

  /// Whether two of the keys may be equal, or one of them `<<`.
  private(set) var isSuspicious = false

  /// Takes in the key with `mark`.
  @inline(__always)
  mutating func insert(_ mark: Mark) {
    guard mark.word >= 0 else { return isSuspicious = true }
    if marks[mark.word] & mark.bit != 0 { isSuspicious = true }
    marks[mark.word] |= mark.bit
  }

  /// The mark of the scalar at `range`, which stands as it means, chosen by its length and three of its
  /// bytes.
  @inline(__always)
  static func mark(
    of kind: NodeKind, _ style: NodeStyle, _ range: Range<Int>, in bytes: borrowing RawSpan
  ) -> Mark {
    // `True` equals `true`, and `~` equals `null`.
    if kind == .boolean || kind == .null { return .anything }
    let quote = style == .plain ? 0 : 1
    let start = range.lowerBound &+ quote
    let length = range.upperBound &- quote &- start
    let first = ByteScanner.byteOrZero(bytes, at: start)
    let middle = ByteScanner.byteOrZero(bytes, at: start &+ length &>> 1)
    let last = ByteScanner.byteOrZero(bytes, at: start &+ length &- 1)
    if first == UInt8(ascii: "<"), length == 2 { return .anything }
    let word =
      UInt32(first) | UInt32(middle) &<< 8 | UInt32(last) &<< 16
      | UInt32(truncatingIfNeeded: length) &<< 24
    let mixed = (word &* 0x9E37_79B1) &>> 24
    return Mark(word: Int(mixed & 3), bit: 1 &<< UInt64(mixed &>> 2))
  }
}
