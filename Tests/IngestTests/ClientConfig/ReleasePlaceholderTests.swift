import Testing

@testable import Ingest

@Suite struct ReleasePlaceholderTests {
  @Test(arguments: [
    "${VERSION}", "$VERSION", "{{version}}", "{{ .Version }}", "__VERSION__", "<version>",
    "%VERSION%", "v${MAJOR}.0.0",
  ])
  func `a variable is no version`(text: String) {
    let reason = "`\(text)` is a placeholder that a release is to replace, and no version"
    #expect(ReleasePlaceholder.reason(in: text) == reason)
    #expect(PackagePin.judgeVersion(text).floats == reason)
    #expect(PackagePin.judgeImage("ghcr.io/example/server:\(text)").floats == reason)
    #expect(PackagePin.judgeImage("ghcr.io/example/server@\(text)").floats == reason)
  }

  @Test(arguments: ["1.2.3", "^1.2.0", "<2.0", "latest", "1.0.0-rc__1", "1.0.*", ">=1.0"])
  func `versions and ranges of versions have none`(text: String) {
    #expect(ReleasePlaceholder.reason(in: text) == nil)
  }
}
