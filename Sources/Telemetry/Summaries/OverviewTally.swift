/// What is counted over the whole log, whatever server a record names.
struct OverviewTally: Hashable, Sendable {
  /// A line that is no record.
  struct MalformedLine: Hashable, Sendable {
    /// The place of the fault.
    var sighting: Sighting
    /// The fault.
    var fault: RecordFault
  }

  /// How many malformed lines are shown.
  private static let malformedLimit = 5

  /// Records that were read.
  private(set) var records = 0
  /// Lines that are not blank, and those of them that are no records.
  private(set) var malformed = Tally()
  /// The first of those.
  private(set) var malformedLines: [MalformedLine] = []
  /// Spans and log records of batches that are about no MCP message.
  private(set) var unrelated = 0
  /// Records that name no server.
  private(set) var withoutServer = Tally()
  /// Records that give one field twice.
  private(set) var withRepeatedFields = Tally()
  /// When the records were made.
  private(set) var bounds = TimeBounds()

  /// Counts the record of `witness`.
  mutating func count(_ reading: RecordReading, _ witness: inout RecordWitness) {
    records += 1
    witness.count(&malformed, false)
    witness.count(&withoutServer, reading.server == nil)
    witness.count(&withRepeatedFields, witness.record.hasRepeatedFields)
    if let time = reading.time { bounds.add(time) }
  }

  /// Counts a line at `position` that is no record; true if it is shown.
  mutating func count(_ fault: RecordFault, at position: LogPosition) -> Bool {
    let sighting = Sighting(of: fault, at: position)
    malformed.merge(Tally(matching: 1, total: 1, first: sighting))
    guard malformedLines.count < Self.malformedLimit else { return false }
    malformedLines.append(MalformedLine(sighting: sighting, fault: fault))
    return true
  }

  /// Counts an entry of a batch that is about no MCP message.
  mutating func countUnrelated() {
    unrelated += 1
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: OverviewTally) {
    records += other.records
    unrelated += other.unrelated
    malformed.merge(other.malformed)
    malformedLines = Array(
      (malformedLines + other.malformedLines).sorted { $0.sighting < $1.sighting }
        .prefix(Self.malformedLimit))
    withoutServer.merge(other.withoutServer)
    withRepeatedFields.merge(other.withRepeatedFields)
    bounds.merge(other.bounds)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    malformed.rename(map)
    for index in malformedLines.indices { malformedLines[index].sighting.rename(map) }
    withoutServer.rename(map)
    withRepeatedFields.rename(map)
  }

  /// Every record that is pointed at.
  var sightings: [Sighting] {
    [malformed.first, withoutServer.first, withRepeatedFields.first].compactMap(\.self)
      + malformedLines.map(\.sighting)
  }
}

extension OverviewTally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: records)
    writer.write(count: unrelated)
    writer.write(malformed)
    writer.write(list: malformedLines)
    writer.write(withoutServer)
    writer.write(withRepeatedFields)
    writer.write(bounds)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    records = try reader.count()
    unrelated = try reader.number(atMost: SummaryReader.maximumCount)
    malformed = try reader.part()
    malformedLines = try reader.list(atMost: Self.malformedLimit)
    withoutServer = try reader.part()
    withRepeatedFields = try reader.part()
    bounds = try reader.part()
  }
}

extension OverviewTally.MalformedLine: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(sighting)
    writer.write(fault)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    sighting = try reader.part()
    fault = try reader.part()
  }
}
