/// Ascending numbers and how often each has occurred, in about three bytes each instead of sixteen.
///
/// Each is written as the difference from the one before, doubled and one more if a count other than 1
/// follows; seven bits a byte, the lowest first, and the highest bit set in all bytes but the last.
struct PackedCounts: Hashable, Sendable {
  private var bytes: [UInt8] = []

  /// How many numbers there are.
  private(set) var count = 0

  /// The last and largest of them; 0 where there is none.
  private(set) var last: UInt64 = 0

  /// Appends a number above `last`, unless it is the first, and below 2⁶³.
  mutating func append(_ key: UInt64, _ occurrences: Int) {
    let difference = key - last
    append(difference << 1 | (occurrences == 1 ? 0 : 1))
    if occurrences != 1 { append(UInt64(occurrences)) }
    last = key
    count += 1
  }

  /// Calls `body` with each number and how often it has occurred, in their order.
  func forEach(_ body: (_ key: UInt64, _ occurrences: Int) -> Void) {
    var cursor = 0
    var key: UInt64 = 0
    for _ in 0..<count {
      let step = number(at: &cursor)
      key &+= step >> 1
      body(key, step & 1 == 0 ? 1 : Int(truncatingIfNeeded: number(at: &cursor)))
    }
  }

  /// The numbers of both, with those that are equal made one.
  func merging(_ other: PackedCounts) -> PackedCounts {
    if other.count == 0 { return self }
    if count == 0 { return other }
    var merged = PackedCounts()
    merged.bytes.reserveCapacity(bytes.count + other.bytes.count)
    var (left, right) = (Cursor(self), Cursor(other))
    while left.isInside, right.isInside {
      let (key, otherKey) = (left.key, right.key)
      let occurrences =
        (key <= otherKey ? left.occurrences : 0) + (otherKey <= key ? right.occurrences : 0)
      merged.append(min(key, otherKey), occurrences)
      if key <= otherKey { left.advance() }
      if otherKey <= key { right.advance() }
    }
    merged.append(left)
    merged.append(right)
    return merged
  }

  /// One of the numbers, on the way through all of them.
  private struct Cursor {
    let counts: PackedCounts
    /// The number and how often it has occurred.
    private(set) var key: UInt64 = 0
    private(set) var occurrences = 0
    /// The offset of what follows, and how many numbers that is, this one included.
    private(set) var next = 0
    private(set) var remaining: Int

    /// The first number of `counts`.
    init(_ counts: PackedCounts) {
      self.counts = counts
      remaining = counts.count
      read()
    }

    /// Whether there is a number.
    var isInside: Bool { remaining > 0 }

    /// Goes on to the number behind this one.
    mutating func advance() {
      remaining -= 1
      read()
    }

    private mutating func read() {
      guard isInside else { return }
      let step = counts.number(at: &next)
      key &+= step >> 1
      occurrences = step & 1 == 0 ? 1 : Int(truncatingIfNeeded: counts.number(at: &next))
    }
  }

  /// Appends the number at `cursor` and all that follow it, which are above `last`.
  private mutating func append(_ cursor: Cursor) {
    guard cursor.isInside else { return }
    append(cursor.key, cursor.occurrences)
    bytes += cursor.counts.bytes[cursor.next...]
    count += cursor.remaining - 1
    last = cursor.counts.last
  }

  /// Gives up the memory in which nothing is.
  mutating func trim() {
    if bytes.capacity > bytes.count + 64 { bytes = bytes.map { $0 } }
  }

  private mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private func number(at cursor: inout Int) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[cursor]
      cursor += 1
      number |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return number }
      shift &+= 7
    }
  }
}
