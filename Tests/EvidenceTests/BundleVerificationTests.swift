import Testing

@testable import Evidence

@Suite struct BundleVerificationTests {
  private let files = [
    BundleFile(path: "a", text: "1"), BundleFile(path: "b", text: "2"),
    BundleFile(path: "c", text: "3"),
  ]

  private var manifest: [UInt8] {
    Array(files.map { "\($0.sha256)  \($0.path)\n" }.joined().utf8)
  }

  @Test func `every changed, missing and added file is named`() throws {
    var digests = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.sha256) })
    #expect(try BundleVerification(of: digests, with: manifest).isIntact)
    digests["a"] = digests["b"]
    digests["c"] = nil
    digests["d"] = digests["b"]
    let verification = try BundleVerification(of: digests, with: manifest)
    #expect(verification.changed == ["a"])
    #expect(verification.missing == ["c"])
    #expect(verification.added == ["d"])
    #expect(verification.intact == 1 && !verification.isIntact)
  }

  @Test(arguments: ["", "zz  a\n", "abc", "\n\n"])
  func `a list that is none is an error`(text: String) {
    #expect(throws: BundleError.self) {
      try BundleVerification(of: [:], with: Array(text.utf8))
    }
  }
}
