import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct ChangelogComparisonTests {
  /// A changelog of `releases`, each with the tools that it adds (`+a`) and removes (`-a`).
  private func changelog(_ releases: [(version: String, changes: String)]) -> Changelog {
    let source = SourceID(index: 0)
    var offset = 0
    func evidence(_ text: String) -> Evidence<String> {
      offset += 1
      return Evidence(text, at: SourceSpan(source: source, offset..<offset + 1))
    }
    let read = releases.map { version, changes in
      var release = Changelog.Release(version: evidence(version))
      for change in changes.split(separator: " ") {
        let tool = evidence(String(change.dropFirst()))
        if change.hasPrefix("+") {
          release.addedTools.append(tool)
        } else {
          release.removedTools.append(tool)
        }
      }
      return release
    }
    return Changelog(span: SourceSpan(source: source, 0..<1), path: "CHANGELOG.md", releases: read)
  }

  @Test(arguments: [
    ([("1.1.0", "+a"), ("1.0.0", "+b")], "a b", []),
    ([("1.1.0", "+a"), ("1.0.0", "+b")], "a", ["b"]),
    ([("1.1.0", "-a")], "a b", ["a"]),
    // The newest word counts, in whichever order the file goes.
    ([("1.1.0", "+a"), ("1.0.0", "-a")], "a", []),
    ([("1.0.0", "-a"), ("1.1.0", "+a")], "a", []),
    ([("1.1.0", "-a"), ("1.0.0", "+a")], "b", []),
    // A release after the registered one is yet to come.
    ([("2.0.0", "-a"), ("1.0.0", "+a")], "a", []),
  ])
  func `the newest word on a tool is held against the list`(
    releases: [(String, String)], listed: String, errors: [String]
  ) {
    let comparison = ChangelogComparison(changelog(releases), upTo: "1.1.0")
    let found = comparison.errors(against: Set(listed.split(separator: " ").map(String.init)))
    #expect(found.map(\.tool) == errors)
  }
}
