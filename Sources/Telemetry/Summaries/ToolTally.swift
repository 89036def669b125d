/// What the log shows of one tool of one server, in numbers that add up.
struct ToolTally: Hashable, Sendable {
  /// Records.
  var calls = Tally()
  /// Calls that were let through, and those of them without an approval.
  var withoutApproval = Tally()
  /// Calls that name an approver, and those of them whose approver is the user or the agent.
  var selfApproved = Tally()

  /// Counts the record of `witness`.
  mutating func count(_ reading: RecordReading, _ witness: inout RecordWitness) {
    witness.count(&calls, true, shownBy: .toolName)
    if reading.outcome != .blocked {
      witness.count(&withoutApproval, !reading.hasApproval, shownBy: .toolName)
    }
    if reading.hasApprover {
      witness.count(&selfApproved, reading.isSelfApproved, shownBy: .approverID)
    }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: ToolTally) {
    calls.merge(other.calls)
    withoutApproval.merge(other.withoutApproval)
    selfApproved.merge(other.selfApproved)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    calls.rename(map)
    withoutApproval.rename(map)
    selfApproved.rename(map)
  }

  /// Every record that is pointed at.
  var sightings: [Sighting] {
    [calls.first, withoutApproval.first, selfApproved.first].compactMap(\.self)
  }
}

extension ToolTally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    for tally in [calls, withoutApproval, selfApproved] { writer.write(tally) }
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    calls = try reader.part()
    withoutApproval = try reader.part()
    selfApproved = try reader.part()
  }
}
