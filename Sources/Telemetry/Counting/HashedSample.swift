/// Values for as many distinct keys as fit, chosen by the keys' own hashes.
///
/// While the keys are no more than `limit`, all of them are kept. Beyond that only keys whose hash starts
/// with one zero bit are, then two, and so on: every key has the same chance, records of a key are kept
/// all or not at all, and the choice depends on the set of keys alone, so that shards merge exactly.
struct HashedSample<Value: Hashable & Sendable>: Hashable, Sendable {
  private let limit: Int
  /// The number of leading zero bits that a key must have.
  private(set) var level = 0
  /// The values by the hashes of their keys.
  private(set) var values: [UInt64: Value] = [:]

  /// A sample of at most `limit` keys.
  init(limit: Int) {
    self.limit = limit
  }

  /// One in how many keys is kept.
  var sampling: UInt64 { 1 << UInt64(min(level, 63)) }

  /// Whether records of the key that hashes to `key` are looked at.
  func admits(_ key: UInt64) -> Bool {
    key.leadingZeroBitCount >= level
  }

  /// Joins `value` to what is known of `key`, if the key is admitted.
  mutating func merge(_ value: Value, at key: UInt64, joining join: (inout Value, Value) -> Void) {
    guard admits(key) else { return }
    if let index = values.index(forKey: key) {
      join(&values.values[index], value)
    } else {
      values[key] = value
      shrink()
    }
  }

  /// Takes in what `other`, of the same limit, has kept.
  mutating func merge(_ other: HashedSample, joining join: (inout Value, Value) -> Void) {
    if other.level > level {
      level = other.level
      values = values.filter { admits($0.key) }
    }
    for (key, value) in other.values { merge(value, at: key, joining: join) }
  }

  /// Replaces every value.
  mutating func mapValues(_ transform: (Value) -> Value) {
    values = values.mapValues(transform)
  }

  private mutating func shrink() {
    while values.count > limit {
      level += 1
      values = values.filter { admits($0.key) }
    }
  }
}

extension HashedSample where Value: SummaryPart {
  /// Appends what `init(from:limit:)` reads.
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: level)
    writer.write(hashed: values)
  }

  /// Reads a sample of at most `limit` keys.
  init(from reader: inout SummaryReader, limit: Int) throws(SummaryFault) {
    self.init(limit: limit)
    level = try reader.number(atMost: UInt64.bitWidth)
    let start = reader.offset
    values = try reader.hashed(atMost: limit)
    guard values.keys.allSatisfy(admits) else {
      throw reader.fault("a key is not well formed", at: start)
    }
  }
}
