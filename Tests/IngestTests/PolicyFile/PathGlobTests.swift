import Testing

@testable import Ingest

@Suite struct PathGlobTests {
  @Test(arguments: [
    ("*.yaml", "a.yaml"), ("*.yaml", "deep/in/a.yaml"), ("vendor", "vendor/a/b.json"),
    ("vendor/", "x/vendor/a"), ("vendor/**", "vendor/a/b"), ("/a.yaml", "a.yaml"),
    ("**/test/*.json", "test/a.json"), ("**/test/*.json", "x/y/test/a.json"),
    ("a/**/b", "a/b"), ("a/**/b", "a/x/y/b"), ("*.{yaml,yml}", "a.yml"), ("{a,b{c,d}}e", "bde"),
    ("file?.txt", "file1.txt"), ("file?.txt", "fileü.txt"), ("[a-c]x", "bx"), ("[!a-c]x", "dx"),
    ("[]]x", "]x"), ("a\\*b", "a*b"), ("./a/b", "a/b"), ("a/*", "a/b/c"), ("logs/{x,}", "logs/x"),
    ("{**/a,b}", "a"), ("**", "any/thing"),
  ])
  func `a pattern matches`(pattern: String, path: String) throws {
    #expect(try PathGlob(pattern).matches(path))
  }

  @Test(arguments: [
    ("*.yaml", "a.yml"), ("/a.yaml", "x/a.yaml"), ("a/*.yaml", "a/b/c.yaml"), ("vendor", "vendors"),
    ("file?.txt", "file/.txt"), ("[!a-c]x", "/x"), ("a/**/b", "ab"), ("a\\*b", "axb"),
    ("*.{yaml,yml}", "a.json"), ("a/b", "b"), ("**/test/*.json", "atest/a.json"),
  ])
  func `a pattern does not match`(pattern: String, path: String) throws {
    #expect(try !PathGlob(pattern).matches(path))
  }

  @Test(arguments: [
    ("", "is empty"), ("[a", "does not close its `[`"), ("{a,b", "does not close its `{`"),
    ("a\\", "ends with a lone `\\`"), ("[z-a]", "holds the range `z-a`, which is empty"),
    (String(repeating: "*a", count: 600), "is longer than 1024 characters"),
  ])
  func `a malformed pattern says why`(pattern: String, reason: String) {
    #expect(throws: PathGlob.Malformed(reason: reason)) { try PathGlob(pattern) }
  }

  @Test(.timeLimit(.minutes(1))) func `a hostile pattern costs no more than its size`() throws {
    let pattern = String(repeating: "{a,*}", count: 200) + "b"
    #expect(try !PathGlob(pattern).matches(String(repeating: "a", count: 1000)))
  }
}
