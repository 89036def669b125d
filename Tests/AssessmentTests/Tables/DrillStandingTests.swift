import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct DrillStandingTests {
  private let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)

  private func drill(_ scenario: Drill.Scenario, _ kind: Drill.Kind, _ day: String) throws -> Drill
  {
    Drill(
      span: place, kind: kind, scenario: scenario,
      date: Evidence(try #require(CalendarDate(day)), at: place, grade: .declared), servers: [])
  }

  @Test func `the latest past drill of each scenario and kind counts, for as long as it may`()
    throws
  {
    let drills = [
      try drill(.credentialCompromise, .live, "2025-01-01"),
      try drill(.credentialCompromise, .live, "2026-06-01"),
      try drill(.credentialCompromise, .live, "2027-01-01"),
      try drill(.dependencyOutage, .tabletop, "2025-11-20"),
      try drill(.malformedToolResponse, .tabletop, "2025-11-21"),
    ]
    let today = try #require(CalendarDate("2026-11-21"))
    let standings = DrillStanding.all(of: drills, asOf: today, maximumAge: 365)
    #expect(standings.count == 6)
    func standing(_ scenario: Drill.Scenario, _ kind: Drill.Kind) -> DrillStanding? {
      standings.first { $0.scenario == scenario && $0.kind == kind }
    }
    let live = try #require(standing(.credentialCompromise, .live))
    #expect(live.latest == CalendarDate("2026-06-01") && live.isCurrent)
    #expect(standing(.dependencyOutage, .tabletop)?.ageDays == 366)
    #expect(standing(.dependencyOutage, .tabletop)?.isCurrent == false)
    #expect(standing(.malformedToolResponse, .tabletop)?.isCurrent == true)
    #expect(standing(.malformedToolResponse, .live)?.latest == nil)
  }
}
