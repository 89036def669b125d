/// Finds equal keys in one mapping after another, in expected linear time, reusing its memory.
///
/// Scalars are equal if they are of the same kind and have the same content: `a` and `"a"`, `~` and
/// `null`, but not `1` and `"1"`. Collections as keys are not compared, nor are keys that
/// are not written at all, as in `: value`.
struct DuplicateKeyFinder {
  /// What the keys of a mapping hold.
  struct Findings {
    /// The indices of the first key that is there twice, and of what repeats it.
    var duplicate: (first: Int, second: Int)?
    /// Whether one of the keys is `<<`.
    var holdsMerge = false
  }

  /// The content of a key, to be looked at without copying it.
  private struct Key {
    let kind: NodeKind
    let range: Range<Int>
    /// The index of the text of a scalar that does not stand verbatim.
    let decoded: Int?
    let index: Int
  }

  private var keys: [Key] = []
  /// Positions in `keys` plus 1, at the places that the keys' hashes say; 0 for nothing.
  private var table: [UInt32] = []

  /// Mappings of this many pairs or fewer are compared pair by pair.
  private static let fewPairs = 8

  /// Looks at the keys of the mapping at `index` of `builder`, which is closed.
  mutating func check(_ index: Int, in builder: borrowing TreeBuilder, bytes: [UInt8]) -> Findings {
    var findings = Findings()
    keys.removeAll(keepingCapacity: true)
    var position = index + 1
    let end = Int(builder.records[index].next)
    while position < end {
      var record = builder.records[position]
      let value = Int(record.next)
      while record.kind == .alias { record = builder.records[Int(record.payload)] }
      let isWritten = record.end > record.start
      if isWritten, record.kind != .sequence, record.kind != .mapping {
        let isQuoted = record.style == .doubleQuoted || record.style == .singleQuoted
        let quote = isQuoted ? 1 : 0
        let isVerbatim = record.flags & NodeRecord.isVerbatim != 0
        let key = Key(
          kind: record.kind, range: Int(record.start) + quote..<Int(record.end) - quote,
          decoded: isVerbatim ? nil : Int(record.payload), index: position)
        keys.append(key)
        if record.style == .plain, key.range.count == 2, isVerbatim,
          bytes[key.range.lowerBound] == UInt8(ascii: "<"),
          bytes[key.range.lowerBound + 1] == UInt8(ascii: "<")
        {
          findings.holdsMerge = true
        }
      }
      position = Int(builder.records[value].next)
    }
    findings.duplicate =
      keys.count <= Self.fewPairs
      ? firstPair(builder, bytes) : firstInTable(builder, bytes)
    return findings
  }

  private func firstPair(
    _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> (first: Int, second: Int)? {
    for second in keys.indices {
      for first in 0..<second where isEqual(keys[first], keys[second], builder, bytes) {
        return (keys[first].index, keys[second].index)
      }
    }
    return nil
  }

  private mutating func firstInTable(
    _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> (first: Int, second: Int)? {
    var capacity = 32
    while capacity < keys.count * 2 { capacity *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: capacity))
    for second in keys.indices {
      var slot = hash(of: keys[second], builder, bytes) & (capacity - 1)
      while table[slot] != 0 {
        let first = Int(table[slot]) - 1
        if isEqual(keys[first], keys[second], builder, bytes) {
          return (keys[first].index, keys[second].index)
        }
        slot = (slot + 1) & (capacity - 1)
      }
      table[slot] = UInt32(truncatingIfNeeded: second + 1)
    }
    return nil
  }

  /// A hash that nobody can foresee, so that no source makes all keys collide.
  private func hash(
    of key: Key, _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> Int {
    var hasher = Hasher()
    hasher.combine(key.kind)
    switch (key.kind, key.decoded) {
    case (.null, _): break
    case (.boolean, _): hasher.combine(isTrue(key, bytes))
    case (_, let decoded?):
      var text = builder.decodedTexts[decoded]
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    case (_, nil):
      bytes[key.range].withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  @inline(__always)
  private func isEqual(
    _ first: Key, _ second: Key, _ builder: borrowing TreeBuilder, _ bytes: [UInt8]
  ) -> Bool {
    guard first.kind == second.kind else { return false }
    if first.kind == .null { return true }
    if first.kind == .boolean { return isTrue(first, bytes) == isTrue(second, bytes) }
    switch (first.decoded, second.decoded) {
    case (nil, nil):
      guard first.range.count == second.range.count else { return false }
      let text = bytes.span
      // Keys of one mapping often start alike and seldom end alike.
      var offset = first.range.count - 1
      let shift = second.range.lowerBound
      while offset >= 0, text[first.range.lowerBound + offset] == text[shift + offset] {
        offset -= 1
      }
      return offset < 0
    case (let decoded?, nil):
      return builder.decodedTexts[decoded].utf8.elementsEqual(bytes[second.range])
    case (nil, let decoded?):
      return builder.decodedTexts[decoded].utf8.elementsEqual(bytes[first.range])
    case (let first?, let second?):
      return builder.decodedTexts[first].utf8.elementsEqual(builder.decodedTexts[second].utf8)
    }
  }

  private func isTrue(_ key: Key, _ bytes: [UInt8]) -> Bool {
    guard !key.range.isEmpty else { return false }
    return bytes[key.range.lowerBound] | 0x20 == UInt8(ascii: "t")
  }
}
