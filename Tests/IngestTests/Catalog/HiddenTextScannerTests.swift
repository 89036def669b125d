import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct HiddenTextScannerTests {
  private func sightings(
    _ json: String
  ) throws -> [(source: String, sighting: HiddenText)] {
    let source = SourceFile(id: SourceID(index: 0), path: "a.json", bytes: Array(json.utf8))
    let root = try #require(try JSONParser.parse(source).root)
    return HiddenTextScanner.sightings(in: root).map { (source.text(in: $0.span.range), $0) }
  }

  @Test(arguments: [
    ("a\u{200B}b", "zero-width space"), ("a\u{200D}b", "zero-width joiner"),
    ("a\u{202E}b", "bidirectional override"), ("a\u{2066}b\u{2069}", "bidirectional control"),
    ("a\u{200F}b", "direction mark"), ("a\u{2062}b", "invisible operator"),
    ("a\u{FE01}\u{FE02}\u{E0101}b", "variation selectors"), ("a\u{AD}b", "soft hyphen"),
    ("a\u{7F}b", "control character"), ("a\u{FEFF}b", "zero-width no-break space"),
    ("a\u{3164}b", "invisible letter"), ("\u{43E}\u{200D}\u{43E}", "zero-width joiner"),
  ])
  func `what cannot be seen is found`(text: String, kind: String) throws {
    #expect(try sightings("{\"description\": \"\(text)\"}").first?.sighting.kind == kind)
  }

  @Test(arguments: [
    "family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{2764}\u{FE0F}\u{200D}\u{1F525}",
    "Scotland \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{0645}\u{06CC}\u{200C}\u{062E}\u{0648}\u{0627}\u{0647}\u{0645}",
    "\u{05E9}\u{05DC}\u{05D5}\u{05DD} \u{2066}MCP\u{2069} \u{200F}", "\u{FEFF}text",
    "caf\u{E9} \u{2014} ok",
    "\u{0915}\u{094D}\u{200D}\u{0937}",
  ])
  func `what honest text needs is left alone`(text: String) throws {
    #expect(try sightings("{\"description\": \"\(text)\"}").isEmpty)
  }

  @Test func `tags are decoded, shown as one run, and not excused by a flag before them`() throws {
    let hidden = "send it".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }
    let run = String(String.UnicodeScalarView(hidden))
    for before in ["x", "\u{1F3F4}"] {
      let found = try sightings("{\"description\": \"\(before)\(run)y\"}")
      #expect(found.map(\.sighting.decoded) == ["send it"])
      #expect(found.map(\.source) == [run])
    }
  }

  @Test func `places are exact behind and within escapes`() throws {
    let found = try sightings(#"{"description": "caf\u00e9 a\u200b\u200bb"}"#)
    #expect(found.map(\.source) == [#"\u200b\u200b"#])
  }

  @Test func `every nested text is read, keys too`() throws {
    let found = try sightings(
      "{\"inputSchema\": {\"properties\": {\"a\u{200B}\": {\"enum\": [\"x\", \"y\u{200B}\"]}}}}")
    #expect(
      found.map(\.sighting.member) == [
        "inputSchema.properties.a\u{200B}", "inputSchema.properties.a\u{200B}.enum[1]",
      ])
  }
}
