import SourceText
import Syntax
import Testing

/// Places as people count them, and what has a length that parsers stumble over.
@Suite struct JSONPlaceTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `columns count code points behind tabs, emoji and every line break`(lineBreak: String) throws
  {
    let lines = ["\u{FEFF}{\"😀\": 1,", "\t\"日本\":\t\"👩‍👩‍👧\", \"c\": 2", "}"]
    let source = file(lines.joined(separator: lineBreak))
    let root = try #require(try JSONParser.parse(source).root)
    let places = root.members.flatMap { [$0.key, $0.value] }.map {
      source.position(at: Int($0.span.start))
    }
    // The family is five code points: three people and two joiners.
    #expect(
      places == [
        .init(line: 1, column: 2), .init(line: 1, column: 7), .init(line: 2, column: 2),
        .init(line: 2, column: 8), .init(line: 2, column: 17), .init(line: 2, column: 22),
      ])
  }

  @Test func `a minified file of megabytes has the right column at its end`() throws {
    let count = 200_000
    let element = "{\"é\":\"日本\"},"
    let source = file("[" + String(repeating: element, count: count) + "7]")
    let root = try #require(try JSONParser.parse(source).root)
    let last = try #require(root.elements.reduce(into: nil) { $0 = $1 } as Node?)
    #expect(last.integer == 7)
    let place = source.position(at: Int(last.span.start))
    #expect(place == .init(line: 1, column: 2 + element.unicodeScalars.count * count))
  }

  @Test func `integers of 64 bits are exact, and longer ones are no integers of 64 bits`() throws {
    let source = file("[9223372036854775807, -9223372036854775808, 9223372036854775808, 1.50]")
    let root = try #require(try JSONParser.parse(source).root)
    #expect(root.elements.map(\.integer) == [.max, .min, nil, nil])
    #expect(root.elements.map(\.scalarText).last == "1.50")
  }

  /// Strings end at every offset of the blocks in which the parser looks for their ends.
  @Test(arguments: 0..<70)
  func `a string of any length at any offset is read to its end`(offset: Int) throws {
    for length in [0, 1, 7, 15, 16, 17, 31, 62, 63, 64, 65, 130] {
      for ending in ["", "\\n", "é", "\\\""] {
        let text = String(repeating: "x", count: length) + ending
        let space = String(repeating: " ", count: offset)
        let source = file("\(space)[\"\(text)\", {\"\(text)\": \"\(text)\"}, \"last\"]")
        let root = try #require(try JSONParser.parse(source).root)
        let content = text.replacing("\\n", with: "\n").replacing("\\\"", with: "\"")
        let elements = Array(root.elements)
        #expect(elements[0].string == content)
        #expect(elements[1][content]?.string == content)
        #expect(elements[2].string == "last")
      }
    }
  }

  @Test(arguments: [0, 1, 50, 63, 64, 100])
  func `bytes that are not UTF-8 are found in every part of a file`(offset: Int) throws {
    for hidden in ["[\"", "[\"\\n", "{\""] {
      let bytes =
        Array(hidden.utf8) + [UInt8](repeating: 0x78, count: offset) + [0xC3, 0x28]
        + Array((hidden == "{\"" ? "\":1}" : "\"]").utf8)
      let source = SourceFile(id: SourceID(index: 0), path: "test.json", bytes: bytes)
      let error = try #require(throws: SyntaxError.self) { try JSONParser.parse(source) }
      #expect(error.diagnostic.span.start == UInt32(hidden.utf8.count + offset))
    }
    let comment = SourceFile(
      id: SourceID(index: 0), path: "test.json", bytes: Array("1 // ".utf8) + [0xFF])
    #expect(throws: SyntaxError.self) { try JSONParser.parse(comment, dialect: .commented) }
  }

  private func file(_ text: String) -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: "test.json", bytes: Array(text.utf8))
  }
}
