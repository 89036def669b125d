import ConformanceSuites
import TestSupport
import Testing

struct YAMLSuiteTests {
  @Test func `every case of yaml-test-suite goes as the suite says`() throws {
    guard let folder = SharedFolder.path("conformance/yaml-test-suite") else { return }
    let outcome = try Suite.yaml.run(in: folder).judged
    print("yaml-test-suite: \(outcome.counts)")
    #expect(outcome.surprises() == [])
    #expect(outcome.passed.count > 250)
  }
}
