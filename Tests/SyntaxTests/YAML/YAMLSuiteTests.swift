import ConformanceSuites
import TestSupport
import Testing

struct YAMLSuiteTests {
  @Test
  func `every case of yaml-test-suite goes as the suite says`() throws {
    guard let directory = SharedFolder.path("conformance/yaml-test-suite") else { return }
    let outcome = try YAMLSuite.run(directory: directory)
    let total = outcome.passed.count + outcome.failed.count
    print("yaml-test-suite: \(outcome.passed.count) of \(total) cases passed")
    for (id, reason) in outcome.failed { Issue.record("\(id): \(reason)") }
    #expect(!outcome.passed.isEmpty)
  }
}
