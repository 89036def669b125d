import Syntax

/// Small numbers for byte strings, so that counting a record allocates no text.
///
/// Numbers are given in the order in which the strings are first seen.
struct NameIndex: Sendable {
  /// The strings, each at the index that is its number.
  private(set) var names: [String] = []

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var fixedHashes: [UInt64] = []
  /// Numbers plus one, open-addressed; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 256)
  private let seed = UInt64.random(in: 0...UInt64.max)

  /// The number of the string in `start..<end`, which must be well-formed UTF-8.
  mutating func number(of span: borrowing RawSpan, from start: Int, to end: Int) -> UInt32 {
    let hash = ByteHash.hash(span, from: start, to: end, seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, span, start, end) { return UInt32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(names.count)
    slots[slot] = number + 1
    append(span, start, end, hash)
    if names.count * 2 > slots.count { grow() }
    return number
  }

  /// The hash of the string that `number` stands for, the same in every process.
  func hash(of number: UInt32) -> UInt64 {
    fixedHashes[Int(number)]
  }

  /// The number of `name`.
  mutating func number(of name: String) -> UInt32 {
    let utf8 = Array(name.utf8)
    return number(of: utf8.span.bytes, from: 0, to: utf8.count)
  }

  private func isEqual(
    _ number: Int, _ span: borrowing RawSpan, _ start: Int, _ end: Int
  ) -> Bool {
    let first = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - first == end - start else { return false }
    let known = bytes.span.bytes
    var offset = 0
    while offset + 8 <= end - start {
      if ByteScanner.eightBytes(known, at: first + offset)
        != ByteScanner.eightBytes(span, at: start + offset)
      {
        return false
      }
      offset += 8
    }
    while offset < end - start {
      if ByteScanner.byte(known, at: first + offset) != ByteScanner.byte(span, at: start + offset) {
        return false
      }
      offset += 1
    }
    return true
  }

  private mutating func append(
    _ span: borrowing RawSpan, _ start: Int, _ end: Int, _ hash: UInt64
  ) {
    let first = bytes.count
    for offset in start..<end { bytes.append(ByteScanner.byte(span, at: offset)) }
    ends.append(bytes.count)
    hashes.append(hash)
    fixedHashes.append(ByteHash.hash(span, from: start, to: end, seed: ByteHash.fixedSeed))
    names.append(String(decoding: bytes[first...], as: UTF8.self))
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in names.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}
