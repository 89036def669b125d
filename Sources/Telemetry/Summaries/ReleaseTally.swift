/// What the log shows of one version of a server, in numbers that add up.
struct ReleaseTally: Hashable, Sendable {
  /// Records.
  var records = Tally()
  /// Calls that were let through and whose end is known, and those of them that failed.
  var failures = Tally()
  /// Negotiations, and those of them that failed.
  var failedNegotiations = Tally()
  /// Its first minutes.
  var launch = LaunchTally()
  /// When the version was seen.
  var bounds = TimeBounds()

  /// Counts the record of `witness`.
  mutating func count(_ reading: RecordReading, _ witness: inout RecordWitness) {
    show(reading, &witness)
    let kind = RecordKind(reading)
    add(1, of: kind)
    guard let time = reading.time else { return }
    bounds.add(time)
    launch.add(1, of: kind, at: time.minute, latency: reading.latency)
  }

  /// Points at the record of `witness` as far as it is the first of something.
  mutating func show(_ reading: RecordReading, _ witness: inout RecordWitness) {
    witness.show(&records, by: .serverVersion)
    if reading.matches.contains(.failure) { witness.show(&failures, by: .outputStatus) }
    if reading.matches.contains(.failedNegotiation) {
      witness.show(&failedNegotiations, by: .negotiationStatus)
    }
  }

  /// Counts `count` records of one kind, all of which were shown.
  mutating func add(_ count: Int, of kind: RecordKind) {
    records.add(count, isMatch: true)
    if kind.applicable.contains(.failure) {
      failures.add(count, isMatch: kind.matches.contains(.failure))
    }
    if kind.applicable.contains(.failedNegotiation) {
      failedNegotiations.add(count, isMatch: kind.matches.contains(.failedNegotiation))
    }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: ReleaseTally) {
    records.merge(other.records)
    failures.merge(other.failures)
    failedNegotiations.merge(other.failedNegotiations)
    bounds.merge(other.bounds)
    launch.merge(other.launch)
  }

  /// Brings the counts into their one form.
  mutating func settle() {
    launch.settle()
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    records.rename(map)
    failures.rename(map)
    failedNegotiations.rename(map)
  }

  /// Every record that is pointed at.
  var sightings: [Sighting] {
    [records.first, failures.first, failedNegotiations.first].compactMap(\.self)
  }
}

extension ReleaseTally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    for tally in [records, failures, failedNegotiations] { writer.write(tally) }
    writer.write(bounds)
    writer.write(launch)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    records = try reader.part()
    failures = try reader.part()
    failedNegotiations = try reader.part()
    bounds = try reader.part()
    launch = try reader.part()
  }
}
