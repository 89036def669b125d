import ConformanceSuites
import TestSupport
import Testing

@Suite struct JSONSchemaSuiteTests {
  /// Backreferences cannot be matched in linear time, so no pattern may hold one.
  private static let knownToFail = [
    "optional/format/ecmascript-regex.json#ECMA 262 named groups and backreferences are valid"
      + "/an ECMA 262 named backreference \\k<name>"
  ]

  @Test func `the JSON Schema test suite is met, its optional parts included`() throws {
    guard let folder = SharedFolder.path("conformance/JSON-Schema-Test-Suite") else { return }
    let report = try Suite.jsonSchema.run(in: folder)
    print("JSON Schema: \(report.judged.counts)")
    #expect(report.judged.surprises() == [])
    #expect(report.judged.passed.count > 900)
    #expect(report.notes == [])
    #expect(report.optional.map(\.part) == ["optional", "optional/format"])
    for (part, outcome) in report.optional {
      print("JSON Schema, \(part): \(outcome.counts)")
      #expect(outcome.surprises(knownToFail: Self.knownToFail) == [])
      #expect(outcome.passed.count > 100)
    }
  }
}
