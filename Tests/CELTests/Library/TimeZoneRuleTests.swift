import CEL
import Testing

@Suite struct TimeZoneRuleTests {
  @Test(arguments: [
    ("2024-01-15T12:00:00Z", "Europe/Berlin", 13), ("2024-07-15T12:00:00Z", "Europe/Berlin", 14),
    ("2024-03-10T06:59:59Z", "America/New_York", 1),
    ("2024-03-10T07:00:00Z", "America/New_York", 3),
    ("2024-11-03T05:59:59Z", "America/New_York", 1),
    ("2024-11-03T06:00:00Z", "America/New_York", 1),
    ("2024-01-15T12:00:00Z", "Australia/Sydney", 23),
    ("2024-07-15T12:00:00Z", "Australia/Sydney", 22),
    ("2024-07-15T12:00:00Z", "Asia/Tokyo", 21), ("2024-07-15T12:00:00Z", "-08:30", 3),
  ])
  func `the hour follows the zone and the season`(time: String, zone: String, hour: Int64) throws {
    let program = try Program(
      compiling: "timestamp('\(time)').getHours('\(zone)')", in: Environment())
    #expect(try program.evaluate() == .int(hour))
  }

  @Test func `an unknown zone is an error`() throws {
    let program = try Program(
      compiling: "timestamp(0).getHours('Mars/Olympus')", in: Environment())
    #expect(throws: EvaluationError.self) { try program.evaluate() }
  }
}
