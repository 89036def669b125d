import Estate

/// The first and the last of some points in time.
struct TimeBounds: Hashable, Sendable {
  /// The first point.
  private(set) var first: Timestamp?
  /// The last point.
  private(set) var last: Timestamp?

  /// Takes in a point.
  mutating func add(_ time: Timestamp) {
    first = first.map { min($0, time) } ?? time
    last = last.map { max($0, time) } ?? time
  }

  /// Takes in the points of `other`.
  mutating func merge(_ other: TimeBounds) {
    if let time = other.first { add(time) }
    if let time = other.last { add(time) }
  }
}

extension TimeBounds: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    for time in [first, last] {
      writer.write(flag: time != nil)
      if let time { writer.write(signed: time.milliseconds) }
    }
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    first = try reader.flag() ? reader.time() : nil
    last = try reader.flag() ? reader.time() : nil
  }
}
