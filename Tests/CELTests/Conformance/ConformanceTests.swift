import ConformanceSuites
import Testing
import TestSupport

@Suite struct ConformanceTests {
  @Test func `the public conformance suite passes`() throws {
    guard let directory = SharedFolder.path("conformance/cel-spec") else { return }
    let outcome = try CELSuite.run(directory: directory)
    print("cel-spec: \(outcome.passed.count) passed, \(outcome.failed.count) failed, \(outcome.skipped.count) skipped")
    for failure in outcome.failed {
      Issue.record("\(failure.id): \(failure.reason)")
    }
    #expect(outcome.passed.count > 1_000)
  }
}
