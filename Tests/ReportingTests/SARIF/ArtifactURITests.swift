import Testing

@testable import Reporting

struct ArtifactURITests {
  @Test(arguments: [
    ("a/b.yaml", "a/b.yaml", "%SRCROOT%"), ("./a//b.yaml", "a/b.yaml", "%SRCROOT%"),
    ("a/../b.yaml", "b.yaml", "%SRCROOT%"), ("../../a", "a", "%ABOVE2%"),
    ("/etc/a", "etc/a", "%FILESYSTEM%"), ("a b#1?.json", "a%20b%231%3F.json", "%SRCROOT%"),
    ("c:x/100%", "c%3Ax/100%25", "%SRCROOT%"), ("ü/\u{202E}", "%C3%BC/%E2%80%AE", "%SRCROOT%"),
    (#"a\b"#, "a%5Cb", "%SRCROOT%"), ("\n", "%0A", "%SRCROOT%"),
  ])
  func `a path is a relative URI and its base`(path: String, uri: String, base: String) {
    #expect(ArtifactURI(path: path).uri == uri)
    #expect(ArtifactURI(path: path).base == base)
  }
}
