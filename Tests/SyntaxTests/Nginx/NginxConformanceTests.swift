import ConformanceSuites
import TestSupport
import Testing

struct NginxConformanceTests {
  @Test func `every crossplane set gives crossplane's trees, errors and tokens`() throws {
    guard let folder = SharedFolder.path("conformance/crossplane") else { return }
    expectAll(try NginxSuite.run(directory: folder), "crossplane", atLeast: 60)
  }

  @Test func `every gixy file gives crossplane's tree`() throws {
    guard let folder = SharedFolder.path("conformance/gixy") else { return }
    expectAll(
      try NginxSuite.run(trees: folder + "/crossplane-trees.json", folder: folder + "/plugins"),
      "gixy", atLeast: 60)
  }

  @Test func `every configuration of the corpus gives crossplane's tree`() throws {
    guard let folder = SharedFolder.path("corpus/nginx") else { return }
    expectAll(
      try NginxSuite.run(trees: folder + "/crossplane-trees.json", folder: folder), "h5bp",
      atLeast: 15)
  }

  private func expectAll(_ outcome: SuiteOutcome, _ name: String, atLeast: Int) {
    print("\(name): \(outcome.passed.count) passed, \(outcome.failed.count) failed")
    for (id, reason) in outcome.failed + outcome.skipped { Issue.record("\(id): \(reason)") }
    #expect(outcome.passed.count >= atLeast)
  }
}
