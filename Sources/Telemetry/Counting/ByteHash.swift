import Syntax

/// Hashes of byte strings: 64 bits, a wide multiplication for every sixteen bytes.
enum ByteHash {
  /// The seed of hashes that must be the same in every process, such as those that choose samples.
  static let fixedSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// The hash of the bytes in `start..<end`.
  ///
  /// Tables that hostile input fills take a random seed.
  @inline(__always)
  static func hash(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int, seed: UInt64
  ) -> UInt64 {
    let count = end &- start
    var state = seed ^ first
    var offset = start
    while end &- offset > 16 {
      state = fold(
        ByteScanner.eightBytes(bytes, at: offset) ^ second,
        ByteScanner.eightBytes(bytes, at: offset &+ 8) ^ state)
      offset &+= 16
    }
    let (low, high) = ends(bytes, from: offset, to: end)
    return fold(
      fold(low ^ second, high ^ state), UInt64(truncatingIfNeeded: count) ^ first)
  }

  /// A hash of `count` bytes of which `start` and `last` are all, and `last` is 0 where `start` are: not that
  /// of the bytes themselves, and with fewer steps.
  @inline(__always)
  static func hash(
    _ start: (low: UInt64, high: UInt64), _ last: (low: UInt64, high: UInt64), count: Int,
    seed: UInt64
  ) -> UInt64 {
    let state = fold(
      start.low ^ second ^ UInt64(truncatingIfNeeded: count), start.high ^ seed ^ first)
    return count <= 16 ? state : fold(last.low ^ second, last.high ^ state)
  }

  /// The at most sixteen bytes in `start..<end` as two numbers, which tell all strings of one length apart.
  @inline(__always)
  static func ends(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> (low: UInt64, high: UInt64) {
    let count = end &- start
    if count >= 8 {
      return (
        ByteScanner.eightBytes(bytes, at: start), ByteScanner.eightBytes(bytes, at: end &- 8)
      )
    }
    if count >= 4 {
      return (
        UInt64(ByteScanner.fourBytes(bytes, at: start)),
        UInt64(ByteScanner.fourBytes(bytes, at: end &- 4))
      )
    }
    if count <= 0 { return (0, 0) }
    let outer =
      UInt64(ByteScanner.byte(bytes, at: start))
      | UInt64(ByteScanner.byte(bytes, at: end &- 1)) << 8
    return (outer, UInt64(ByteScanner.byte(bytes, at: start &+ count >> 1)))
  }

  /// The two halves of the product, joined.
  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Joins the hashes of two strings; their order matters.
  static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(mix(first) ^ second)
  }

  /// The key of the member with the hash `member` in the group with the hash `group`.
  ///
  /// Its upper half is that of the group, so that a `HashedSample` keeps groups whole or not at all.
  static func member(_ member: UInt64, of group: UInt64) -> UInt64 {
    group & ~0xFFFF_FFFF | combine(group, member) & 0xFFFF_FFFF
  }

  /// Whether `key` can be that of a member of `group`.
  static func isMember(_ key: UInt64, of group: UInt64) -> Bool {
    key >> 32 == group >> 32
  }

  /// Spreads every bit of `value` over all bits of the result; one to one.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
