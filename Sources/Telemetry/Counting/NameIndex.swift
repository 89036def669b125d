import Syntax

/// Small numbers for byte strings, so that counting a record allocates no text.
///
/// Numbers are given in the order in which the strings are first seen.
struct NameIndex: Sendable {
  /// The strings, each at the index that is its number.
  private(set) var names: [String] = []

  /// What is known of a string beside its bytes.
  private struct Entry: Sendable {
    let start: Int
    let end: Int
    /// The hash that is the same in every process.
    let fixedHash: UInt64
    /// Whether the string is what any service could call itself.
    let isGeneric: Bool
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// The upper half of the hash and the number plus one, open-addressed; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 256)
  private let seed = UInt64.random(in: 0...UInt64.max)

  /// The number of the string in `start..<end`, which must be well-formed UTF-8.
  mutating func number(of span: borrowing RawSpan, from start: Int, to end: Int) -> UInt32 {
    let hash = ByteHash.hash(span, from: start, to: end, seed: seed)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &- 1
        if isEqual(number, span, start, end) { return UInt32(truncatingIfNeeded: number) }
      }
      slot = (slot &+ 1) & mask
    }
    let number = UInt32(names.count)
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    append(span, start, end)
    if names.count * 2 > slots.count { grow() }
    return number
  }

  /// The hash of the string that `number` stands for, the same in every process.
  func hash(of number: UInt32) -> UInt64 {
    entries[Int(number)].fixedHash
  }

  /// Whether the string that `number` stands for is what any service could call itself.
  func isGeneric(_ number: UInt32) -> Bool {
    entries[Int(number)].isGeneric
  }

  /// The number of `name`.
  mutating func number(of name: String) -> UInt32 {
    let utf8 = Array(name.utf8)
    return number(of: utf8.span.bytes, from: 0, to: utf8.count)
  }

  private func isEqual(
    _ number: Int, _ span: borrowing RawSpan, _ start: Int, _ end: Int
  ) -> Bool {
    let (first, last) = (entries[number].start, entries[number].end)
    guard last &- first == end &- start else { return false }
    let known = bytes.span.bytes
    var offset = 0
    while end &- start &- offset > 16 {
      if ByteScanner.eightBytes(known, at: first &+ offset)
        != ByteScanner.eightBytes(span, at: start &+ offset)
      {
        return false
      }
      offset &+= 8
    }
    return ByteHash.ends(known, from: first &+ offset, to: last)
      == ByteHash.ends(span, from: start &+ offset, to: end)
  }

  private mutating func append(_ span: borrowing RawSpan, _ start: Int, _ end: Int) {
    let first = bytes.count
    for offset in start..<end { bytes.append(ByteScanner.byte(span, at: offset)) }
    let name = String(decoding: bytes[first...], as: UTF8.self)
    names.append(name)
    entries.append(
      Entry(
        start: first, end: bytes.count,
        fixedHash: ByteHash.hash(span, from: start, to: end, seed: ByteHash.fixedSeed),
        isGeneric: end - start <= WordMeaning.longestGenericName
          && WordMeaning(name).isGenericIdentity))
  }

  private mutating func grow() {
    slots = grownSlots()
  }

  private func grownSlots() -> [UInt64] {
    var grown = [UInt64](repeating: 0, count: slots.count * 2)
    let known = bytes.span.bytes
    for number in entries.indices {
      let hash = ByteHash.hash(
        known, from: entries[number].start, to: entries[number].end, seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & (grown.count - 1)
      while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
      grown[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }
    return grown
  }
}
