public import Estate
public import SourceText

/// The latest drill of one scenario and kind (seed 0, week 4).
public struct DrillStanding: Hashable, Sendable {
  /// What was assumed to go wrong.
  public let scenario: Drill.Scenario
  /// How it was held.
  public let kind: Drill.Kind
  /// The day of the latest one that is past; `nil` where there was none.
  public let latest: CalendarDate?
  /// Its age in days; `nil` where there was none.
  public let ageDays: Int?
  /// The servers that took part, sorted; empty is the whole fleet.
  public let servers: [String]
  /// The record.
  public let span: SourceSpan?
  /// Whether it is recent enough to count.
  public let isCurrent: Bool
}

extension DrillStanding {
  /// The same with what `transform` makes of the names of servers.
  public func mapServers(_ transform: (String) -> String) -> DrillStanding {
    DrillStanding(
      scenario: scenario, kind: kind, latest: latest, ageDays: ageDays,
      servers: servers.map(transform), span: span, isCurrent: isCurrent)
  }
}

extension DrillStanding {
  /// Every scenario and kind, in the order of the seed, with the latest of `drills` as of `date`.
  static func all(
    of drills: [Drill], asOf date: CalendarDate, maximumAge: Int
  ) -> [DrillStanding] {
    Drill.Scenario.allCases.flatMap { scenario in
      Drill.Kind.allCases.map { kind in
        let past = drills.filter {
          $0.scenario == scenario && $0.kind == kind && $0.date.value <= date
        }
        let latest = past.max { left, right in
          (left.date.value, right.span) < (right.date.value, left.span)
        }
        let age = latest.map { date.days(since: $0.date.value) }
        return DrillStanding(
          scenario: scenario, kind: kind, latest: latest?.date.value, ageDays: age,
          servers: latest?.servers.map(\.value).sorted() ?? [], span: latest?.span,
          isCurrent: age.map { $0 <= maximumAge } ?? false)
      }
    }
  }
}
