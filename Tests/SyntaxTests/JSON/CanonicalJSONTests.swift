import SourceText
import Testing

@testable import Syntax

@Suite struct CanonicalJSONTests {
  @Test func `members are sorted by their UTF-16 units and nothing stands between tokens`() throws {
    // RFC 8785, section 3.2.3.
    let text = """
      {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
       "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
       "\\u00f6": "Latin Small Letter O With Diaeresis"}
      """
    #expect(
      try json(text) == """
        {"\\r":"Carriage Return","1":"One","\u{80}":"Control","ö":"Latin Small Letter O With Diaeresis",\
        "€":"Euro Sign","😀":"Emoji: Grinning Face","דּ":"Hebrew Letter Dalet With Dagesh"}
        """)
  }

  @Test func `strings are escaped no more than needed`() throws {
    let text = #"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "\u007f"]"#
    #expect(try json(text) == "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u{7F}\"]")
  }

  @Test(arguments: [
    // RFC 8785, appendix B.
    ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("5e-324", "5e-324"), ("-5e-324", "-5e-324"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"), ("9007199254740992", "9007199254740992"),
    ("295147905179352830000", "295147905179352830000"),
    ("9.999999999999997e22", "9.999999999999997e+22"), ("1e23", "1e+23"),
    ("1.0000000000000001e23", "1.0000000000000001e+23"), ("1e21", "1e+21"),
    ("999999999999999900000.0", "999999999999999900000"),
    ("1e-7", "1e-7"), ("0.000001", "0.000001"), ("9.999999999999997e-7", "9.999999999999997e-7"),
    ("333333333.33333329", "333333333.3333333"), ("1E30", "1e+30"), ("4.50", "4.5"),
    ("2e-3", "0.002"), ("0.000000000000000000000000001", "1e-27"), ("1.0", "1"), ("1e2", "100"),
    ("-1.5e1", "-15"),
    // What no double holds keeps its digits.
    ("12345678901234567890123", "12345678901234567890123"), ("1E400", "1e400"),
  ])
  func `numbers are written as ECMAScript writes them`(written: String, canonical: String) throws {
    #expect(try json(written) == canonical)
  }

  @Test func `YAML and JSON of one value have one text`() throws {
    let yaml = """
      base: &base {type: string, maxLength: 1_0}
      b: [1.0, true, ~]
      a:
        <<: *base
        type: integer
      """
    #expect(
      try yamlText(yaml)
        == #"{"a":{"maxLength":"1_0","type":"integer"},"b":[1,true,null],"base":{"maxLength":"1_0","type":"string"}}"#
    )
  }

  @Test func `the last of equal names counts, and names of other bytes are other names`() throws {
    #expect(try json(#"{"a": 1, "b": 2, "a": 3}"#) == #"{"a":3,"b":2}"#)
    #expect(
      Array(try json(#"{"\u00e9": 1, "e\u0301": 2}"#).utf8)
        == Array("{\"e\u{301}\":2,\"\u{E9}\":1}".utf8))
  }

  private func json(_ text: String) throws -> String {
    let source = SourceFile(id: SourceID(index: 0), path: "a.json", bytes: Array(text.utf8))
    return try #require(try JSONParser.parse(source).root).canonicalJSON
  }

  private func yamlText(_ text: String) throws -> String {
    let source = SourceFile(id: SourceID(index: 0), path: "a.yaml", bytes: Array(text.utf8))
    return try #require(try YAMLParser.parse(source).root).canonicalJSON
  }
}
