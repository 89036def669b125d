import Testing

@testable import Reporting

/// Each output language, attacked with what would act in it.
struct EscapingTests {
  private func markdown(_ text: String) -> String {
    let fragment: Fragment<Markdown> = "\(text)"
    return fragment.text
  }

  @Test(arguments: [
    ("[a](http://x)", #"\[a\](http:<!-- -->//x)"#),
    ("![i](//x/y.png)", #"\!\[i\](//x/y.png)"#),
    ("<img src=x onerror=y>", #"\<img src=x onerror=y\>"#),
    ("&lt;script&gt; &#64;", ##"&amp;lt;script&amp;gt; &amp;\#<!-- -->64;"##),
    ("hi @octocat", "hi @<!-- -->octocat"), ("fixes #123", ##"fixes \#<!-- -->123"##),
    ("a/b#1", ##"a/b\#<!-- -->1"##), ("GH-12", "GH<!-- -->-12"),
    ("see www.example.com", "see www<!-- -->.example.com"),
    ("WWW.example.com", "WWW<!-- -->.example.com"),
    ("mail a@b.example", "mail a@<!-- -->b.example"), ("ftp://x", "ftp:<!-- -->//x"),
    ("`code`", #"\`code\`"#), ("a | b", #"a \| b"#), ("*b* _i_ ~s~", #"\*b\* \_i\_ \~s\~"#),
    (#"\[x]"#, #"\\\[x\]"#), ("$x$", #"\$x\$"#), ("# title", ##"\#<!-- --> title"##),
    ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("=====", #"\====="#),
    ("1. item", #"1\. item"#), ("12) item", #"12\) item"#), ("42.5", "42.5"),
    ("    code", "&#32;   code"), ("> quote", #"\> quote"#),
    ("a\n\n# b", ##"a\\n\\n\#<!-- --> b"##),
  ])
  func `Markdown means nothing in Markdown`(attack: String, escaped: String) {
    #expect(markdown(attack) == escaped)
  }

  @Test(arguments: [
    ("plain", "`plain`"), ("", "(empty)"), ("a`b", #"`a\u{60}b`"#), ("a|b", #"`a\u{7C}b`"#),
    ("@octocat #1", "`@octocat #1`"), ("a\nb", #"`a\nb`"#), ("</code>", "`</code>`"),
  ])
  func `nothing ends a code span`(attack: String, escaped: String) {
    #expect(Fragment<Markdown>.code(attack).text == escaped)
  }

  @Test(arguments: [
    ("[a](1)", #"\[a\](1)"#), ("[a](http://x)", #"\[a\](http://x)"#), ("{0}", "{{0}}"),
    (#"C:\x"#, #"C:\\x"#), ("\u{202E}", #"\\u{{202E}}"#),
  ])
  func `SARIF messages get no links or holes`(attack: String, escaped: String) {
    let fragment: Fragment<SARIFMessage> = "\(attack)"
    #expect(fragment.text == escaped)
  }

  @Test(arguments: [
    ("</code><script>", "&lt;/code&gt;&lt;script&gt;"), (#"" onload="x"#, "&quot; onload=&quot;x"),
    ("' &amp;", "&#39; &amp;amp;"), ("日本<語>é", "日本&lt;語&gt;é"),
  ])
  func `HTML means nothing in HTML`(attack: String, escaped: String) {
    let fragment: Fragment<HTML> = "\(attack)"
    #expect(fragment.text == escaped)
  }

  @Test(arguments: [
    "\u{1B}]0;title\u{7}", "\u{1B}[2J", "\u{9D}8;;http://x\u{9C}", "\r\noverwritten", "\u{8}",
  ])
  func `nothing acts on a terminal`(attack: String) {
    let fragment: Fragment<Terminal> = "\(attack)"
    #expect(!fragment.text.unicodeScalars.contains { $0.isHidden })
  }

  @Test(arguments: [
    ("::error file=a::b", #"\u{3A}:error file=a::b"#),
    ("a ::add-mask::b", #"a \u{3A}:add-mask::b"#),
    ("a##[error]b", ##"a##\u{5B}error]b"##), ("##vso[task.x]", ##"##\u{76}so[task.x]"##),
    ("std::vector ::1 ## [a]", "std::vector ::1 ## [a]"),
  ])
  func `nothing gives orders to the runner of a CI job`(attack: String, escaped: String) {
    let fragment: Fragment<Terminal> = "\(attack)"
    #expect(fragment.text == escaped)
    // A text that is wrapped is escaped again.
    #expect(Terminal.escape(escaped) == escaped)
  }

  @Test(arguments: [
    "quote \" backslash \\", "\u{0}\u{1F}\u{7F}\u{9B}", "\u{202E}\u{200B}\u{2028}", "🗑️ \u{E0041}",
    "\r\n\t", "日本語", "##[error]x ###[error]y",
  ])
  func `JSON strings are read back as they were, and hide nothing`(attack: String) throws {
    let text = JSONWriter.text { $0.member("text", attack) }
    #expect(try JSONValue(reading: text)["text"].string == attack)
    #expect(!text.unicodeScalars.contains { $0.isHidden && $0 != "\n" })
    #expect(!text.contains("##["))
  }
}
