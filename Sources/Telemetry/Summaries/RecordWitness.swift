/// The record that is being counted, as what can be pointed at.
///
/// Remembers whether anything did point at it, so that only the lines of such records are kept.
struct RecordWitness: Sendable {
  /// The record; whoever reads records one after the other reads them into this place.
  var record: LogRecord
  private var position: LogPosition

  /// Whether a sighting was made of the record.
  private(set) var isNeeded = false

  /// The record whose line starts at `position`.
  init(_ record: LogRecord = LogRecord(), at position: LogPosition) {
    self.record = record
    self.position = position
  }

  /// Makes `record` the one whose line starts at `position`, at which nothing has pointed yet.
  mutating func start(at position: LogPosition) {
    self.position = position
    isNeeded = false
  }

  /// Points at the value of `field`, or at the whole record where its own text has none.
  mutating func sighting(of field: LogField? = nil) -> Sighting {
    isNeeded = true
    let value = field.map { record[$0] } ?? FieldValue()
    guard value.form != .absent, value.start >= record.ownStart, value.end <= record.ownEnd else {
      return Sighting(position: position, start: 0, end: 0)
    }
    return Sighting(
      position: position, start: value.start - record.ownStart, end: value.end - record.ownStart)
  }

  /// Points at the record as the first match of `tally`, unless that has one; the value of `field` shows it.
  mutating func show(_ tally: inout Tally, by field: LogField? = nil) {
    if tally.first == nil { tally.first = sighting(of: field) }
  }

  /// Counts the record in `tally`, as a match if `isMatch`, which the value of `field` shows.
  @inline(__always)
  mutating func count(_ tally: inout Tally, _ isMatch: Bool, shownBy field: LogField? = nil) {
    tally.total += 1
    guard isMatch else { return }
    tally.matching += 1
    if tally.first == nil { tally.first = sighting(of: field) }
  }
}
