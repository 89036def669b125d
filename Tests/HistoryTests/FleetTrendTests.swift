import Testing

@testable import History

@Suite struct FleetTrendTests {
  @Test func `reports are put in the order of their days, and changes are since the one before`()
    throws
  {
    let late = try SampleReports.report(
      SampleReports.text(date: "2026-11-21", score: "30", passes: true), path: "b.json")
    let early = try SampleReports.report(
      SampleReports.text(
        date: "2026-10-21", score: "50", findings: [SampleReports.finding("aa")]),
      path: "a.json")
    let trend = FleetTrend(of: [late, early])
    #expect(trend.reports.map(\.path) == ["a.json", "b.json"])
    func measure(_ kind: Measure.Kind) throws -> Measure {
      try #require(trend.measures.first { $0.kind == kind })
    }
    #expect(try measure(.medianScore).readings.map(\.value) == [50, 30])
    #expect(try measure(.medianScore).change == -20)
    #expect(try measure(.severeFindings).change == -1)
    #expect(try measure(.passingServers).readings.map(\.share?.numerator) == [0, 1])
    #expect(try measure(.policyEvaluatedCalls).change == nil, "there was nothing to divide by")
    #expect(try measure(.thirtyDayStages).change == 0)
  }

  @Test(arguments: [("0", 0), ("19.9999", 0), ("20", 1), ("99", 4), ("100", 4)])
  func `a score falls into a fifth of the scale`(score: String, fifth: Int) throws {
    let report = try SampleReports.report(SampleReports.text(score: score))
    let counts = FleetTrend.distribution(of: report)
    #expect(counts.firstIndex(of: 1) == fifth)
  }
}
