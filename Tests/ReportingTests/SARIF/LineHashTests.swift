import FoundationEssentials
import TestSupport
import Testing

@testable import Reporting

struct LineHashTests {
  private func fingerprints(_ hash: LineHash) -> [String?] {
    (1...hash.lineCount).map(hash.fingerprint(ofLine:))
  }

  @Test func `hashes are GitHub's`() throws {
    let name = "schemas/primaryLocationLineHash.vectors.json"
    guard let path = SharedFolder.path(name) else { return }
    let vectors = try JSONValue(reading: String(contentsOfFile: path, encoding: .utf8))
    let cases = vectors["upstream"].elements + vectors["derived"].elements
    #expect(cases.count == 13)
    for vector in cases {
      let input = try #require(vector["input"].string)
      let hash = LineHash(bytes: Array(input.utf8))
      #expect(fingerprints(hash) == vector["lines"].elements.map(\.string))
    }
  }

  @Test func `an empty file has one line`() {
    #expect(fingerprints(LineHash(bytes: [])) == ["c129715d7a2bc9a3:1"])
  }

  @Test func `a hash depends on a hundred units that are not blank`() {
    let line = Array(String(repeating: "a b\t", count: 100).utf8)
    #expect(LineHash.reach(from: 0, in: line) == 199)
    #expect(LineHash.reach(from: 0, in: Array("ab\ncd".utf8)) == 5)
  }
}
