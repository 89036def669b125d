import ConformanceSuites
import TestSupport
import Testing

struct NginxConformanceTests {
  @Test(
    arguments: [
      ("conformance/crossplane", 60), ("conformance/gixy", 60), ("corpus/nginx", 15),
    ])
  func `every file gives crossplane's trees, errors and tokens`(
    subpath: String, atLeast: Int
  ) throws {
    guard let folder = SharedFolder.path(subpath) else { return }
    let outcome = try Suite.nginx.run(in: folder).judged
    print("\(subpath): \(outcome.counts)")
    #expect(outcome.surprises() == [])
    #expect(outcome.passed.count >= atLeast)
  }
}
