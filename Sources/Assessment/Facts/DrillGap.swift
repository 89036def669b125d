import CEL
import Estate
import SourceText

/// A kind of drill that was not held within the time that counts.
struct DrillGap: Sendable {
  let kind: Drill.Kind
  let scenario: Drill.Scenario
  /// The last one that was held, too long ago.
  let last: Drill?
  /// The next one that is planned.
  let next: Drill?

  /// Where the records speak of such a drill.
  var place: SourceSpan? { next?.date.span ?? last?.date.span }

  /// The gaps among `drills` on `date`, where one counts for `maximumAge` days.
  ///
  /// A drill that is still to come counts for nothing.
  static func gaps(in drills: [Drill], on date: CalendarDate, maximumAge: Int) -> [DrillGap] {
    var gaps: [DrillGap] = []
    for scenario in Drill.Scenario.allCases {
      for kind in Drill.Kind.allCases {
        let such = drills.filter { $0.kind == kind && $0.scenario == scenario }
        let last = such.filter { $0.date.value <= date }.max { $0.date.value < $1.date.value }
        if let last, date.days(since: last.date.value) <= maximumAge { continue }
        let next = such.filter { $0.date.value > date }.min { $0.date.value < $1.date.value }
        gaps.append(DrillGap(kind: kind, scenario: scenario, last: last, next: next))
      }
    }
    return gaps
  }
}

extension Facts {
  /// A kind of drill that was not held within the time that counts.
  static let drillGap = FactType<PartSubject<DrillGap>>(
    "drillGap",
    [
      Fact("kind", .vocabulary(Drill.Kind.self), "How it would be held.") {
        .text($0.part.kind.rawValue, at: $0.span)
      },
      Fact("scenario", .vocabulary(Drill.Scenario.self), "What would be assumed.") {
        .text($0.part.scenario.rawValue, at: $0.span)
      },
      Fact("problem", .string, "What is missing, in words.") {
        let words = "\($0.part.kind.rawValue) drill of \($0.part.scenario.rawValue)"
        let dates = [
          $0.part.last.map { "the last was on \($0.date.value)" },
          $0.part.next.map { "the one on \($0.date.value) is still to come" },
        ].compactMap(\.self).joined(separator: ", ")
        return .text("a \(words)" + (dates.isEmpty ? "" : " (\(dates))"), at: $0.span)
      },
    ])

  /// The drills that a server lacks.
  static let serverDrills: [Fact<ServerSubject>] = [
    Fact("drillGaps", .list(.object("drillGap")), "Kinds of drill that were not held in time.") {
      subject in
      let context = subject.context
      guard context.fleet.givenSources.contains(.record) else { return .absent(Silence(.record)) }
      let records = context.fleet.records
      // Other records, such as one of exceptions, do not speak of drills.
      guard let first = records.drills.first else {
        return .absent(Silence(.record, note: "no record of a drill was given"))
      }
      let gaps = DrillGap.gaps(
        in: records.drills.filter { drill in
          drill.servers.isEmpty || drill.servers.contains { $0.value == subject.server.id }
        }, on: context.date, maximumAge: context.thresholds.drillAgeDays)
      return .known(
        .parts(gaps, as: drillGap, in: .record) { $0.place },
        at: gaps.lazy.compactMap(\.place).first ?? first.span)
    }
  ]
}
