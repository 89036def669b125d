import SourceText
import Testing

@testable import Ingest

@Suite struct CodeOwnersFileTests {
  private func read(
    _ text: String, at path: String = "CODEOWNERS"
  ) -> (file: CodeOwnersFile, diagnostics: [Diagnostic], library: SourceLibrary) {
    var library = SourceLibrary()
    let read = CodeOwnersReader.read(library.add(path: path, bytes: Array(text.utf8)))
    return (read.file, read.diagnostics, library)
  }

  @Test(arguments: [
    ("* @all", "servers/a/server.yaml", true),
    ("*.yaml @all", "servers/a/server.yaml", true),
    ("/servers/ @all", "servers/a/server.yaml", true),
    ("servers/ @all", "platform/servers/a.yaml", true),
    ("servers/a/ @all", "platform/servers/a/b.yaml", false),
    ("/servers/* @all", "servers/a.yaml", true),
    ("/servers/* @all", "servers/a/server.yaml", false),
    ("docs/* @all", "platform/docs/a.md", false),
    ("/* @all", "README.md", true),
    ("/* @all", "servers/a.yaml", false),
    ("**/policy/** @all", "a/b/policy/c.yaml", true),
    ("/servers/{a}.yaml @all", "servers/a.yaml", false),
    ("with\\ blank.yaml @all", "with blank.yaml", true),
    ("# * @all", "README.md", false),
  ])
  func `patterns match as GitHub reads them`(line: String, path: String, owned: Bool) {
    let (file, diagnostics, _) = read(line + "\n")
    #expect(diagnostics.isEmpty)
    #expect(!file.decision(about: path).owners.isEmpty == owned)
  }

  @Test func `the last line that matches decides, and may take owners off`() {
    let (file, _, library) = read("* @a\n/servers/ @b @c # both\n/servers/open/\n")
    #expect(file.decision(about: "README.md").owners == ["@a"])
    #expect(file.decision(about: "servers/x.yaml").owners == ["@b", "@c"])
    let open = file.decision(about: "servers/open/x.yaml")
    #expect(open.owners.isEmpty)
    #expect(open.rule.map { library.text(of: $0) } == "/servers/open/")
    #expect(file.decision(about: "elsewhere").rule != nil)
  }

  @Test func `sections of GitLab each decide for themselves, and optional ones do not count`() {
    let text = """
      [Servers][2] @platform
      servers/
      ^[Docs]
      servers/ @writers
      [Nobody]
      !servers/open/
      """
    let (file, diagnostics, _) = read(text, at: ".gitlab/CODEOWNERS")
    #expect(diagnostics.isEmpty)
    #expect(file.decision(about: "deep/servers/a.yaml").owners == ["@platform"])
    #expect(file.root == "")
  }

  @Test(arguments: [
    ("CODEOWNERS", ""), (".github/CODEOWNERS", ""), ("a/docs/CODEOWNERS", "a"),
    ("/srv/repo/.gitlab/CODEOWNERS", "/srv/repo"), ("estate/CODEOWNERS", "estate"),
  ])
  func `patterns are relative to the repository`(path: String, root: String) {
    #expect(read("* @a", at: path).file.root == root)
  }

  @Test func `a line that GitHub would skip is skipped with a warning at the line`() throws {
    let (file, diagnostics, library) = read("  /servers/ nobody \n!/docs/ @a\n")
    #expect(file.decision(about: "servers/a").owners.isEmpty)
    #expect(diagnostics.map { library.text(of: $0.span) } == ["/servers/ nobody", "!/docs/ @a"])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func `a path is found among ten thousand lines by its folders`() {
    let lines = (0..<10_000).map { "/servers/s\($0)/ @team\($0)\n" }.joined()
    let (file, _, _) = read(lines)
    for index in stride(from: 0, to: 10_000, by: 7) {
      #expect(file.decision(about: "servers/s\(index)/server.yaml").owners == ["@team\(index)"])
    }
  }
}
