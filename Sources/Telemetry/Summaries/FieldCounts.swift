import Syntax

/// How many records of a log hold a value for each field: what finding the values costs, and nothing else.
///
/// Exists to be compared with other parsers, as `ServerCounts` does with query engines.
package struct FieldCounts: Sendable {
  /// How many records hold each field, by the raw values of the fields.
  private var counts = InlineArray<29, Int>(repeating: 0)

  /// Lines that are records.
  package private(set) var records = 0
  /// Lines that are none, without blank ones.
  package private(set) var malformed = 0

  /// No counts.
  package init() {}

  /// Counts the fields of the records of `source`.
  package init(reading source: LogSource) throws(LogReadError) {
    var parser = RecordParser(.standard)
    var record = LogRecord()
    do throws(SystemFault) {
      var lines = try LineReader(source, hashes: false)
      try lines.forEachLine { bytes, marks, _ in
        do throws(RecordFault) {
          try parser.parse(bytes, marks, into: &record)
          add(record)
        } catch {
          if !LineReader.isBlank(bytes) { malformed += 1 }
        }
      }
    } catch {
      throw LogReadError(name: source.name, reason: error.reason)
    }
  }

  /// How many records hold `field`.
  package subscript(field: LogField) -> Int { counts[Int(field.rawValue)] }

  /// Takes in what `other` has counted.
  package mutating func merge(_ other: FieldCounts) {
    records += other.records
    malformed += other.malformed
    for field in counts.indices { counts[field] += other.counts[field] }
  }

  private mutating func add(_ record: borrowing LogRecord) {
    records &+= 1
    var rest = record.present.bits
    while rest != 0 {
      let field = rest.trailingZeroBitCount
      counts[field] &+= 1
      rest &= rest &- 1
    }
  }
}
