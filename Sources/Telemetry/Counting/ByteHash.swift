import Syntax

/// Hashes of byte strings: 64 bits, a multiplication for every eight bytes.
enum ByteHash {
  /// The seed of hashes that must be the same in every process, such as those that choose samples.
  static let fixedSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of the bytes in `start..<end`.
  ///
  /// Tables that hostile input fills take a random seed.
  static func hash(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int, seed: UInt64
  ) -> UInt64 {
    var state = mix(seed ^ UInt64(truncatingIfNeeded: end - start))
    var offset = start
    while offset + 8 <= end {
      state = mix(state ^ ByteScanner.eightBytes(bytes, at: offset))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < end {
      rest = rest << 8 | UInt64(ByteScanner.byte(bytes, at: offset))
      offset += 1
    }
    return mix(state ^ rest)
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
