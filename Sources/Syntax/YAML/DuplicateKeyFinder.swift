/// Finds equal keys in one mapping after another, in expected linear time, reusing its memory.
///
/// Scalars are equal if they are of the same kind and have the same content: `a` and `"a"`, `~` and
/// `null`, but not `1` and `"1"`. Collections as keys are not compared, nor are keys that are not written
/// at all, as in `: value`.
struct DuplicateKeyFinder {
  /// What the keys of a mapping hold.
  struct Findings {
    /// The indices of the first key that is there twice, and of what repeats it.
    var duplicate: (first: Int, second: Int)?
    /// Whether one of the keys is `<<`.
    var holdsMerge = false
  }

  /// A scalar that stands as a key.
  private struct Key {
    /// The index of the key, which may be an alias.
    let index: UInt32
    /// Differs for most keys that differ: the length, the first and the last byte.
    let fingerprint: UInt32
  }

  private var keys: [Key] = []
  /// Positions in `keys` plus 1, at the places that the keys' hashes say; 0 for nothing.
  private var table: [UInt32] = []
  /// Where the polynomials that hash the keys are evaluated.
  private let point = Self.drawnPoint
  /// Drawn once for all sources, because drawing asks the system.
  private static let drawnPoint = UInt64.random(in: 1 << 32..<1 << 60)

  /// Mappings of this many pairs or fewer are compared pair by pair.
  private static let fewPairs = 16

  /// Looks at the keys of the mapping at `index` of `builder`, which is closed.
  mutating func check(
    _ index: Int, in builder: borrowing TreeBuilder, bytes: [UInt8]
  ) -> Findings {
    var findings = Findings()
    keys.removeAll(keepingCapacity: true)
    let mergeKey = UInt32(2 << 16) | UInt32(UInt8(ascii: "<")) << 8 | UInt32(UInt8(ascii: "<"))
    var position = index + 1
    let end = Int(builder.records[index].next)
    while position < end {
      let record = content(of: position, builder)
      let value = Int(builder.records[position].next)
      if record.end > record.start, record.kind != .sequence, record.kind != .mapping {
        let key = Key(
          index: UInt32(truncatingIfNeeded: position),
          fingerprint: fingerprint(of: record, builder, bytes))
        if key.fingerprint == mergeKey, record.style == .plain { findings.holdsMerge = true }
        keys.append(key)
      }
      position = Int(builder.records[value].next)
    }
    findings.duplicate =
      keys.count <= Self.fewPairs ? firstPair(builder, bytes) : firstInTable(builder, bytes)
    return findings
  }

  /// The record at `index` or, for an alias, what it stands for.
  @inline(__always)
  private func content(of index: Int, _ builder: borrowing TreeBuilder) -> NodeRecord {
    var record = builder.records[index]
    while record.kind == .alias { record = builder.records[Int(record.payload)] }
    return record
  }

  /// The bytes of a scalar that stands verbatim.
  @inline(__always)
  private func range(of record: NodeRecord) -> Range<Int> {
    let isQuoted = record.style == .doubleQuoted || record.style == .singleQuoted
    let quote = isQuoted ? 1 : 0
    return Int(record.start) + quote..<Int(record.end) - quote
  }

  @inline(__always)
  private func fingerprint(
    of record: NodeRecord, _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> UInt32 {
    let (length, first, last): (Int, UInt8, UInt8)
    if record.kind == .null || record.kind == .boolean {
      (length, first, last) = (0, 0, 0)
    } else if record.flags & NodeRecord.isVerbatim != 0 {
      let range = range(of: record)
      if range.isEmpty { return 0 }
      (length, first, last) = (range.count, bytes[range.lowerBound], bytes[range.upperBound - 1])
    } else {
      let text = builder.decodedTexts[Int(record.payload)].utf8
      (length, first, last) = (text.count, text.first ?? 0, text.last ?? 0)
    }
    return UInt32(truncatingIfNeeded: length) << 16 | UInt32(first) << 8 | UInt32(last)
  }

  // MARK: Comparison

  private func firstPair(
    _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> (first: Int, second: Int)? {
    let keys = keys.span
    for second in 0..<keys.count {
      let fingerprint = keys[second].fingerprint
      for first in 0..<second where keys[first].fingerprint == fingerprint {
        if isEqual(keys[first], keys[second], builder, bytes) {
          return (Int(keys[first].index), Int(keys[second].index))
        }
      }
    }
    return nil
  }

  private mutating func firstInTable(
    _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> (first: Int, second: Int)? {
    var capacity = 64
    while capacity < keys.count * 2 { capacity *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: capacity))
    for second in keys.indices {
      var slot = hash(of: keys[second], builder, bytes) & (capacity - 1)
      while table[slot] != 0 {
        let first = keys[Int(table[slot]) - 1]
        if first.fingerprint == keys[second].fingerprint,
          isEqual(first, keys[second], builder, bytes)
        {
          return (Int(first.index), Int(keys[second].index))
        }
        slot = (slot + 1) & (capacity - 1)
      }
      table[slot] = UInt32(truncatingIfNeeded: second + 1)
    }
    return nil
  }

  /// A polynomial over the key's bytes at a point that nobody can foresee, modulo a prime: no source can
  /// make many of its keys collide.
  private func hash(
    of key: Key, _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> Int {
    let record = content(of: Int(key.index), builder)
    var hash = UInt64(record.kind.rawValue)
    if record.kind == .boolean {
      hash += isTrue(record, bytes) ? 100 : 200
    } else if record.kind == .null {
      hash += 300
    } else if record.flags & NodeRecord.isVerbatim != 0 {
      for offset in range(of: record) { hash = step(hash, bytes[offset]) }
    } else {
      for byte in builder.decodedTexts[Int(record.payload)].utf8 { hash = step(hash, byte) }
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The polynomial `hash` with one more coefficient.
  @inline(__always)
  private func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let prime: UInt64 = (1 << 61) - 1
    let (high, low) = (hash + UInt64(byte) + 1).multipliedFullWidth(by: point)
    let sum = (low & prime) + (low >> 61 | high << 3)
    return sum >= prime ? sum - prime : sum
  }

  /// Whether two keys with the same fingerprint are equal.
  private func isEqual(
    _ first: Key, _ second: Key, _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> Bool {
    let first = content(of: Int(first.index), builder)
    let second = content(of: Int(second.index), builder)
    guard first.kind == second.kind else { return false }
    if first.kind == .null { return true }
    if first.kind == .boolean { return isTrue(first, bytes) == isTrue(second, bytes) }
    let isFirstVerbatim = first.flags & NodeRecord.isVerbatim != 0
    let isSecondVerbatim = second.flags & NodeRecord.isVerbatim != 0
    switch (isFirstVerbatim, isSecondVerbatim) {
    case (true, true):
      return bytes[range(of: first)].elementsEqual(bytes[range(of: second)])
    case (false, true):
      return builder.decodedTexts[Int(first.payload)].utf8
        .elementsEqual(bytes[range(of: second)])
    case (true, false):
      return builder.decodedTexts[Int(second.payload)].utf8
        .elementsEqual(bytes[range(of: first)])
    case (false, false):
      return builder.decodedTexts[Int(first.payload)].utf8
        .elementsEqual(builder.decodedTexts[Int(second.payload)].utf8)
    }
  }

  private func isTrue(_ record: NodeRecord, _ bytes: [UInt8]) -> Bool {
    bytes[range(of: record).lowerBound] | 0x20 == UInt8(ascii: "t")
  }
}
