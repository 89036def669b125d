import Reporting
import SourceText
import Testing

@testable import Reporting

/// What a page must never do, whatever strangers wrote into the inputs.
@Suite struct HTMLSafetyTests {
  private let text = HTMLReporter().render(SampleReport().report)

  @Test func `no text of an input becomes an element or an attribute`() {
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!text.contains("<img"))
    #expect(!text.contains("href=\"javascript:"))
    #expect(!text.contains("href=\"http"))
    #expect(text.components(of: "<script>") == 1)
    #expect(text.components(of: "<style>") == 1)
    #expect(!text.contains(" style=\""))
  }

  @Test
  func `the page's own policy allows its own style and script by their hashes and nothing else`()
    throws
  {
    let policy = try #require(text.between("Content-Security-Policy\" content=\"", "\""))
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("http"))
    #expect(policy.contains("form-action 'none'"))
  }

  @Test func `no secret is shown`() {
    #expect(!text.contains(SampleReport.secret))
  }

  @Test(arguments: [
    ("take `never` out", "take <code>never</code> out"),
    ("a ` alone", "a ` alone"),
    ("`<b>` & `\u{202E}`", "<code>&lt;b&gt;</code> &amp; <code>\\u{202E}</code>"),
    ("`a` and `b", "<code>a</code> and `b"),
    ("", ""),
  ])
  func `what stands between backticks is code, and escaped`(source: String, shown: String) {
    #expect(Fragment<HTML>.prose(source).text == shown)
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-2.5, "-2.5"), (3.14159, "3.1"), (.nan, "0"), (.infinity, "0"),
  ])
  func `a length is a plain number`(value: Double, shown: String) {
    #expect(("\(px: value)" as Fragment<HTML>).text == shown)
  }
}

extension String {
  /// How often `part` is in the text.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  /// The text behind the first `start` up to the next `end`.
  fileprivate func between(_ start: String, _ end: String) -> Substring? {
    split(separator: start, maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first?
      .split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first
  }
}
