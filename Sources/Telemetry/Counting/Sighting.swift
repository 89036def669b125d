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
