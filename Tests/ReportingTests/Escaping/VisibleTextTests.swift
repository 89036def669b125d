import Testing

@testable import Reporting

struct VisibleTextTests {
  @Test(arguments: [
    ("plain ASCII, and ünïcödé 日本語", "plain ASCII, and ünïcödé 日本語"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("\u{9B}31m", "\\u{9B}31m"),
    ("\u{7}\u{0}\u{7F}", "\\u{7}\\u{0}\\u{7F}"), ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("safe\u{202E}gpj.exe", "safe\\u{202E}gpj.exe"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
    ("zero\u{200B}width\u{200D}\u{FEFF}", "zero\\u{200B}width\\u{200D}\\u{FEFF}"),
    ("tag\u{E0041}", "tag\\u{E0041}"), ("\u{2028}\u{2029}\u{85}", "\\u{2028}\\u{2029}\\u{85}"),
    ("blank\u{A0}\u{3000}\u{2800}\u{115F}", "blank\\u{A0}\\u{3000}\\u{2800}\\u{115F}"),
    ("private\u{E000}", "private\\u{E000}"), ("a\u{FE0F}", "a\\u{FE0F}"),
    ("bin 🗑\u{FE0F}", "bin 🗑\u{FE0F}"), ("key 1\u{FE0F}", "key 1\u{FE0F}"),
    ("a #1 ##x ##[", "a #1 ##x ##\\u{5B}"), ("e\u{301}", "e\u{301}"),
  ])
  func `what could hide or act is shown as an escape`(text: String, visible: String) {
    #expect(VisibleText.of(text) == visible)
  }

  @Test func `a long text is cut with a count`() {
    let text = String(repeating: "é", count: 1_500)
    #expect(
      VisibleText.of(text)
        == String(repeating: "é", count: 1_000) + "… (500 more characters)")
    #expect(VisibleText.of("abc", limit: 3) == "abc")
    #expect(VisibleText.of("abcd", limit: 3) == "abc… (1 more characters)")
    #expect(VisibleText.of("a\u{202E}bé", limit: 3) == "a\\u{202E}b… (1 more characters)")
    #expect(VisibleText.of("\u{202E}abc", limit: 2) == "\\u{202E}a… (2 more characters)")
  }
}
