import Estate
import SourceText
import Syntax
import Testing

@testable import Reading

@Suite struct MappingReaderTests {
  /// What `body` reads of the JSON `text`, what is said about it, and the texts that are spoken of.
  private func read<Result>(
    _ text: String, _ body: (inout MappingReader) -> Result
  ) throws -> (result: Result?, messages: [String], places: [String]) {
    var library = SourceLibrary()
    let file = library.add(path: "test.json", bytes: Array(text.utf8))
    let root = try #require(try JSONParser.parse(file).root)
    var diagnostics: [Diagnostic] = []
    let result = MappingReader.read(root, as: "the test", into: &diagnostics, body)
    return (
      result, diagnostics.map(\.message), diagnostics.map { library.text(of: $0.span) }
    )
  }

  @Test func `what nobody asks for is said at its key, and an extension is the user's own`() throws
  {
    let (owner, messages, places) = try read(#"{"owner": "a", "color": 1, "x-color": 2}"#) {
      $0.string("owner")?.value
    }
    #expect(owner == "a")
    #expect(messages == ["unknown key `color`, which is not read"])
    #expect(places == ["\"color\""])
  }

  @Test func `a mapping full of strangers is reported in few words`() throws {
    let members = (0..<5000).map { "\"k\($0)\": 0" }.joined(separator: ", ")
    let (_, messages, _) = try read("{\(members)}") { $0.string("owner") }
    #expect(messages.count == 21)
    #expect(messages.last == "4980 more unknown keys from here on are not read")
  }

  @Test func `of equal keys the last one counts, as in the tree`() throws {
    let (value, _, _) = try read(#"{"a": "one", "a": "two"}"#) { $0.string("a")?.value }
    #expect(value == "two")
  }

  @Test func `null states nothing, and that is said`() throws {
    let (value, messages, places) = try read(#"{"a": null}"#) { $0.string("a") }
    #expect(value == .some(nil))
    #expect(messages == ["`a` has no value, so it states nothing"])
    #expect(places == ["null"])
  }

  @Test func `quoted numbers and Booleans read as meant, with a warning`() throws {
    let (values, messages, _) = try read(#"{"n": "5", "b": "yes"}"#) {
      ($0.integer("n")?.value, $0.boolean("b")?.value)
    }
    #expect(values?.0 == 5)
    #expect(values?.1 == true)
    #expect(
      messages == [
        "`n` is a text; it is read as the number 5", "`b` is a text; it is read as `true`",
      ])
  }

  @Test(
    arguments: [
      (#"{"t": "15m"}"#, 900), (#"{"t_seconds": 900}"#, 900), (#"{"t_ms": 1999}"#, 1),
      (#"{"t_days": 1}"#, 86_400), ("{}", nil), (#"{"t": 15}"#, nil),
      (#"{"t_seconds": 1e300}"#, nil),
    ] as [(String, Int?)])
  func `a duration is written with its unit, or under a key that names it`(
    json: String, seconds: Int?
  ) throws {
    let (value, _, _) = try read(json) { $0.duration("t", in: .seconds)?.value }
    #expect(value == .some(seconds))
  }

  @Test func `a duration that is given twice is an error at the second`() throws {
    let (value, messages, places) = try read(#"{"t": "15m", "t_ms": 5}"#) {
      $0.duration("t", in: .seconds)?.value
    }
    #expect(value == 900)
    #expect(messages == ["`t_ms` repeats `t` and is not read"])
    #expect(places == ["5"])
  }

  @Test func `what is no mapping is an error and is not read`() throws {
    let (value, messages, _) = try read("[1]") { _ in 1 }
    #expect(value == nil)
    #expect(messages == ["the test is a list and cannot be read"])
  }

  @Test func `a list may be one value, and its parts keep their places`() throws {
    let (value, messages, places) = try read(#"{"a": "x", "b": ["y", true, {}]}"#) {
      $0.strings("a").map(\.value) + $0.strings("b").map(\.value)
    }
    #expect(value == ["x", "y"])
    #expect(messages.count == 2)
    #expect(places == ["true", "{}"])
  }
}
