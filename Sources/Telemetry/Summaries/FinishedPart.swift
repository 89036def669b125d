/// A part of a source of which all records have been counted.
struct FinishedPart: Sendable {
  /// The source's name.
  let source: String
  /// What was read.
  let part: ReadPart
  /// What its lines are.
  let lines: PartLines

  /// The part as one of the source whose name has the number `source`.
  func tallied(as source: UInt32) -> SampleLines.Part {
    var malformed = lines.malformed
    malformed.first?.position.source = source
    return SampleLines.Part(part, of: source, lineCount: lines.count, malformed: malformed)
  }
}

/// What is counted of the lines of one part, whatever its records say.
struct PartLines: Sendable {
  /// How many lines start in the part.
  var count = 0
  /// Lines that are no records, of all that are not blank.
  var malformed = Tally()
  /// The first of those.
  var firstMalformed: SampleLines.Line?

  /// Counts a line that is a record, or one of its records.
  mutating func countRecord() {
    malformed.total += 1
  }

  /// Counts a line at `position` that is no record; `line` makes a copy of it, if it is the first.
  mutating func count(
    _ fault: RecordFault, at position: LogPosition, _ line: () -> SampleLines.Line
  ) {
    if malformed.matching == 0 { firstMalformed = line() }
    malformed.merge(Tally(matching: 1, total: 1, first: Sighting(of: fault, at: position)))
  }
}

extension Sighting {
  /// The place of `fault` in the line at `position`.
  init(of fault: RecordFault, at position: LogPosition) {
    let offset = UInt32(clamping: fault.offset)
    self.init(position: position, start: offset, end: offset &+ 1)
  }
}
