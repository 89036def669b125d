/// Finds the keys of one object that are written more than once, in linear time.
///
/// A hash table over the content of the keys, reused from object to object. Its hash is seeded anew in
/// every process, so that no input can be made to collide; what is reported does not depend on the seed.
struct DuplicateKeys {
  /// What is known of a key: where its content lies, and the place to show.
  struct Key {
    /// The bytes of the content: of the source for a key that stands as it means, else of `decoded`.
    var start: UInt32
    var count: UInt32
    var node: UInt32
    var isDecoded: Bool

    var content: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private static let seed = UInt64.random(in: .min ... .max) | 1

  private var keys: [Key] = []
  private var decoded: [UInt8] = []
  /// Indices into `keys` plus one, or 0 for an empty slot; a power of two of them.
  private var slots: [Int32] = []

  /// Reports each key of the object at `index` that an earlier one equals, with the first such.
  mutating func find(
    in nodes: Span<NodeRecord>, _ texts: [String], object index: Int,
    source: RawSpan,
    report: (_ first: Int, _ repetition: Int) -> Void
  ) {
    collectKeys(of: nodes, texts, object: index)
    var capacity = 16
    while capacity < keys.count * 2 { capacity *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: capacity))
    let decoded = decoded
    let decodedBytes = decoded.span.bytes
    for (position, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: hash(key, source, decodedBytes)) & (capacity - 1)
      while slots[slot] != 0 {
        let other = keys[Int(slots[slot]) - 1]
        if areEqual(key, other, source, decodedBytes) {
          report(Int(other.node), Int(key.node))
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] == 0 { slots[slot] = Int32(truncatingIfNeeded: position + 1) }
    }
  }

  private mutating func collectKeys(
    of nodes: Span<NodeRecord>, _ texts: [String], object index: Int
  ) {
    keys.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    var node = index + 1
    let end = Int(nodes[index].next)
    while node < end {
      let record = nodes[node]
      if record.flags & NodeRecord.isVerbatim != 0 {
        keys.append(
          Key(
            start: record.start + 1, count: record.end - record.start - 2,
            node: UInt32(truncatingIfNeeded: node), isDecoded: false))
      } else {
        let start = decoded.count
        decoded.append(contentsOf: texts[Int(record.payload)].utf8)
        keys.append(
          Key(
            start: UInt32(truncatingIfNeeded: start),
            count: UInt32(truncatingIfNeeded: decoded.count - start),
            node: UInt32(truncatingIfNeeded: node), isDecoded: true))
      }
      let value = Int(record.next)
      node = Int(nodes[value].next)
    }
  }

  private func hash(_ key: Key, _ source: RawSpan, _ decoded: RawSpan) -> UInt64 {
    let bytes = key.isDecoded ? decoded : source
    var state = Self.seed ^ UInt64(truncatingIfNeeded: key.content.count)
    var offset = key.content.lowerBound
    let end = key.content.upperBound
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

  /// Folds the 128-bit product with a constant, added to the seed, so that every bit matters to every bit.
  private func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: Self.seed &+ 0xE703_7ED1_A0B4_28DA)
    return product.high ^ product.low
  }

  private func areEqual(
    _ left: Key, _ right: Key, _ source: RawSpan, _ decoded: RawSpan
  ) -> Bool {
    guard left.count == right.count else { return false }
    let leftBytes = left.isDecoded ? decoded : source
    let rightBytes = right.isDecoded ? decoded : source
    for step in 0..<left.content.count {
      let byte = ByteScanner.byte(leftBytes, at: left.content.lowerBound + step)
      if byte != ByteScanner.byte(rightBytes, at: right.content.lowerBound + step) { return false }
    }
    return true
  }
}
