/// Ascending numbers and how often each has occurred, in about three bytes each instead of sixteen.
///
/// Each is written as the difference from the one before, doubled and one more if a count other than 1
/// follows; seven bits a byte, the lowest first, and the highest bit set in all bytes but the last.
struct PackedCounts: Sendable {
  private let bytes: [UInt8]

  /// How many numbers there are.
  let count: Int

  /// The first and smallest of them; 0 where there is none.
  let first: UInt64

  /// Packs `entries`, whose keys are ascending, distinct and below 2⁶³.
  init(_ entries: ArraySlice<CountedKeys.Entry>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * entries.count)
    var last: UInt64 = 0
    for entry in entries {
      Self.append((entry.key - last) << 1 | (entry.count == 1 ? 0 : 1), to: &bytes)
      if entry.count != 1 { Self.append(UInt64(entry.count), to: &bytes) }
      last = entry.key
    }
    // Packed counts are kept for long, and in many places: without memory in which nothing is.
    self.bytes = bytes.map { $0 }
    count = entries.count
    first = entries.first?.key ?? 0
  }

  /// Calls `body` with each number and how often it has occurred, in their order.
  @inline(__always)
  func forEach(_ body: (CountedKeys.Entry) -> Void) {
    var cursor = 0
    var key: UInt64 = 0
    for _ in 0..<count {
      let step = number(at: &cursor)
      key &+= step >> 1
      let occurrences = step & 1 == 0 ? 1 : Int(truncatingIfNeeded: number(at: &cursor))
      body(CountedKeys.Entry(key: key, count: occurrences))
    }
  }

  @inline(__always)
  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  private func number(at cursor: inout Int) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[cursor]
      cursor &+= 1
      number |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return number }
      shift &+= 7
    }
  }
}
