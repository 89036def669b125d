import SourceText
import Syntax
import Testing

struct YAMLNoteTests {
  @Test(arguments: [
    ("a: yes", "yes"), ("a: Off", "Off"), ("on: push", "on"), ("[NO]", "NO"), ("a: 012", "012"),
    ("a: -0644", "-0644"), ("a: 22:22", "22:22"), ("a: 1_000", "1_000"), ("a: 0b101", "0b101"),
  ])
  func `a scalar that YAML 1_1 reads otherwise leaves a warning at its place`(
    text: String, place: String
  ) throws {
    let tree = try yaml(text)
    #expect(tree.notes.map(\.severity) == [.warning])
    #expect(tree.notes.map { tree.source.text(in: $0.span.range) } == [place])
  }

  @Test(arguments: [
    "a: 'yes'", "a: \"012\"", "a: y", "n: 1", "a: 0", "a: 089", "a: 08:30", "a: 10.0.0.1:8080",
    "a: 8080:80", "a: 22:99", "a: onward", "a: !!str yes", "a: 0o17", "a: |\n  yes",
  ])
  func `other scalars leave none`(text: String) throws {
    #expect(try yaml(text).notes.isEmpty)
  }

  @Test
  func `an anchor whose name ends with a colon leaves a warning`() throws {
    let tree = try yaml("a: &b:\n  c: d\n")
    #expect(tree.notes.map { tree.source.text(in: $0.span.range) } == ["&b:"])
    #expect(tree.root?["a"]?.properties?.anchor == "b:")
  }

  @Test
  func `directives that are not understood leave a note`() throws {
    #expect(try yaml("%FOO bar\n---\na").notes.map(\.severity) == [.note])
    #expect(try yaml("%YAML 1.1\n---\na").notes.map(\.severity) == [.warning])
    #expect(try yaml("%YAML 1.2 # comment\n---\na").notes.isEmpty)
  }

  @Test
  func `notes beyond a thousand are counted, not listed`() throws {
    let tree = try yaml(String(repeating: "- yes\n", count: 1_500))
    #expect(tree.notes.count == 1_001)
    #expect(tree.notes.last?.message.hasPrefix("500 more") == true)
  }
}
