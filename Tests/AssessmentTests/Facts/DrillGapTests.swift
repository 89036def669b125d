import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct DrillGapTests {
  private static let place = SourceSpan(source: SourceID(index: 0), 0..<1)

  private func drill(_ kind: Drill.Kind, _ date: String) throws -> Drill {
    Drill(
      span: Self.place, kind: kind, scenario: .dependencyOutage,
      date: Evidence(try #require(CalendarDate(date)), at: Self.place), servers: [])
  }

  @Test(arguments: [
    ("2026-11-01", 0), ("2025-11-02", 0), ("2025-11-01", 0), ("2025-10-31", 1), ("2026-11-02", 1),
  ])
  func `a drill counts from its day until it is too old`(date: String, gaps: Int) throws {
    let today = try #require(CalendarDate("2026-11-01"))
    let found = DrillGap.gaps(in: [try drill(.live, date)], on: today, maximumAge: 365)
      .filter { $0.scenario == .dependencyOutage && $0.kind == .live }
    #expect(found.count == gaps)
  }

  @Test func `every kind of every scenario is asked for, with the last one that was held`() throws {
    let today = try #require(CalendarDate("2026-11-01"))
    let drills = [try drill(.tabletop, "2024-01-01"), try drill(.tabletop, "2024-06-01")]
    let gaps = DrillGap.gaps(in: drills, on: today, maximumAge: 365)
    #expect(gaps.count == 6)
    let outage = try #require(gaps.first { $0.scenario == .dependencyOutage })
    #expect(outage.kind == .tabletop)
    #expect(outage.last?.date.value.description == "2024-06-01")
  }

  @Test func `a drill that is still to come is named, and is no drill`() throws {
    let today = try #require(CalendarDate("2026-11-01"))
    let drills = [try drill(.live, "2027-09-01"), try drill(.live, "2027-03-01")]
    let gaps = DrillGap.gaps(in: drills, on: today, maximumAge: 365)
    let outage = try #require(gaps.first { $0.scenario == .dependencyOutage && $0.kind == .live })
    #expect(outage.last == nil)
    #expect(outage.next?.date.value.description == "2027-03-01")
    #expect(outage.place == Self.place)
  }
}
