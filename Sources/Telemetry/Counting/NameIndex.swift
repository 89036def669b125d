import Syntax

/// Small numbers for byte strings, so that counting a record allocates no text.
///
/// Numbers are given in the order in which the strings are first seen.
struct NameIndex: Sendable {
  /// The strings, each at the index that is its number.
  private(set) var names: [String] = []

  /// The bytes of a string, as far as they fit into four words: its first sixteen and its last sixteen,
  /// which are all of a string of up to 32; the latter are 0 where the former are all.
  private struct Words: Equatable, Sendable {
    let first: (low: UInt64, high: UInt64)
    let last: (low: UInt64, high: UInt64)
    let count: Int

    @inline(__always)
    init(_ span: borrowing RawSpan, _ start: Int, _ end: Int) {
      count = end &- start
      if count <= 16 {
        first = ByteHash.ends(span, from: start, to: end)
        last = (0, 0)
      } else {
        first = ByteHash.ends(span, from: start, to: start &+ 16)
        last = ByteHash.ends(span, from: end &- 16, to: end)
      }
    }

    @inline(__always)
    static func == (left: Words, right: Words) -> Bool {
      left.first == right.first && left.last == right.last && left.count == right.count
    }
  }

  /// What is known of a string.
  private struct Entry: Sendable {
    let words: Words
    /// Where its bytes start among those of all.
    let start: Int
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
    let words = Words(span, start, end)
    let hash = hash(words, span, start)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &- 1
        if isEqual(number, words, span, start) { return UInt32(truncatingIfNeeded: number) }
      }
      slot = (slot &+ 1) & mask
    }
    let number = UInt32(names.count)
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    append(words, span, start, end)
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

  /// The hash by which the string from `start` on finds its slot.
  @inline(__always)
  private func hash(_ words: Words, _ span: borrowing RawSpan, _ start: Int) -> UInt64 {
    if words.count > 32 {
      return ByteHash.hash(span, from: start, to: start &+ words.count, seed: seed)
    }
    return ByteHash.hash(words.first, words.last, count: words.count, seed: seed)
  }

  @inline(__always)
  private func isEqual(
    _ number: Int, _ words: Words, _ span: borrowing RawSpan, _ start: Int
  ) -> Bool {
    entries[number].words == words
      && (words.count <= 32 || haveEqualMiddles(number, words.count, span, start))
  }

  @inline(never)
  private func haveEqualMiddles(
    _ number: Int, _ count: Int, _ span: borrowing RawSpan, _ start: Int
  ) -> Bool {
    let known = bytes.span.bytes
    let first = entries[number].start
    var offset = 16
    while offset < count &- 16 {
      // The last of the words may reach into what is known to be equal.
      if ByteScanner.eightBytes(known, at: first &+ offset)
        != ByteScanner.eightBytes(span, at: start &+ offset)
      {
        return false
      }
      offset &+= 8
    }
    return true
  }

  private mutating func append(
    _ words: Words, _ span: borrowing RawSpan, _ start: Int, _ end: Int
  ) {
    let first = bytes.count
    for offset in start..<end { bytes.append(ByteScanner.byte(span, at: offset)) }
    let name = String(decoding: bytes[first...], as: UTF8.self)
    names.append(name)
    entries.append(
      Entry(
        words: words, start: first,
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
      let hash = hash(entries[number].words, known, entries[number].start)
      var slot = Int(truncatingIfNeeded: hash) & (grown.count - 1)
      while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
      grown[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }
    return grown
  }
}
