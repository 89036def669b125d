/// A place in a log: which source, the offset of the first byte of the record's line, and which of its records.
///
/// Sources are numbered in the order of their names once a summary is settled, so that the order of places
/// is the order in which a person would read the logs.
struct LogPosition: Hashable, Comparable, Sendable {
  /// The number of the source's name.
  var source: UInt32
  /// Which record of the line is meant, from 0 on; only lines that batch records hold several.
  var index: UInt32 = 0
  /// The offset of the line's first byte.
  var offset: Int

  static func < (left: LogPosition, right: LogPosition) -> Bool {
    (left.source, left.offset, left.index) < (right.source, right.offset, right.index)
  }
}

/// A record in which something was seen, and the value that shows it.
struct Sighting: Hashable, Comparable, Sendable {
  /// The record's line.
  var position: LogPosition
  /// The offset of the value's first byte from the start of the record's text, which is its line unless
  /// that holds several.
  var start: UInt32
  /// The offset behind the value; equal to `start` where the whole line is meant.
  var end: UInt32

  static func < (left: Sighting, right: Sighting) -> Bool {
    left.position < right.position
  }
}

/// How many of how many records something is true of, and the first of them.
struct Tally: Hashable, Sendable {
  /// Records of which it is true.
  var matching = 0
  /// Records that were looked at.
  var total = 0
  /// The first record of which it is true.
  var first: Sighting?

  /// Counts `count` records of which it is true or not, all of which were shown.
  mutating func add(_ count: Int, isMatch: Bool) {
    total += count
    if isMatch { matching += count }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: Tally) {
    matching += other.matching
    total += other.total
    first = earlier(first, other.first)
  }

  /// Replaces the numbers of sources by those that `map` gives.
  mutating func rename(_ map: NameMap) {
    first?.rename(map)
  }
}

/// The new number of each name, at the index of the old one.
typealias NameMap = [UInt32]

extension Sighting {
  /// Replaces the number of the source by the one that `map` gives.
  mutating func rename(_ map: NameMap) {
    position.source = map[Int(position.source)]
  }
}

/// The earlier of two sightings, either of which may be missing.
func earlier(_ left: Sighting?, _ right: Sighting?) -> Sighting? {
  guard let left else { return right }
  guard let right else { return left }
  return min(left, right)
}

extension LogPosition: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(name: source)
    writer.write(count: offset)
    writer.write(count: Int(index))
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    source = try reader.name()
    offset = try reader.number(atMost: SummaryReader.maximumOffset)
    index = UInt32(try reader.number(atMost: Int(UInt32.max)))
  }
}

extension Sighting: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(position)
    writer.write(count: Int(start))
    writer.write(count: Int(end))
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    position = try reader.part()
    start = UInt32(try reader.number(atMost: Int(UInt32.max)))
    end = UInt32(try reader.number(atMost: Int(UInt32.max)))
  }
}

extension Tally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: matching)
    writer.write(count: total)
    writer.write(optional: first)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    matching = try reader.count()
    total = try reader.count()
    first = try reader.optional()
  }
}
