import Testing

@testable import Telemetry

@Suite struct LineReaderTests {
  private func lines(
    _ bytes: [UInt8], range: Range<Int>? = nil
  ) throws -> (lines: [(text: String, offset: Int, number: Int, isTooLong: Bool)], end: Int) {
    var result: [(String, Int, Int, Bool)] = []
    var reader = try LineReader(
      LogSource(name: "log", content: .bytes(bytes), range: range), hashes: false)
    try reader.forEachLine { bytes, _, line in
      let text = bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
      result.append((text, line.offset, line.number, line.isTooLong))
    }
    return (result, reader.part.range.upperBound)
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a\r", "b"]),
    ("\n\na", ["", "", "a"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
  ])
  func `lines end at line feeds or at the end`(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)).lines.map(\.text) == expected)
  }

  @Test func `ranges that tile a source give each line once, in the range of its first byte`()
    throws
  {
    let bytes = Array("one\n\ntwo\r\nthree".utf8)
    let whole = try lines(bytes).lines.map(\.text)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let parts = try [0..<first, first..<second, second..<bytes.count].map {
          try lines(bytes, range: $0)
        }
        #expect(parts.flatMap { $0.lines.map(\.text) } == whole, "\(first) \(second)")
        #expect(parts.map(\.end) == [first, second, bytes.count])
        for (part, range) in zip(parts, [0..<first, first..<second, second..<bytes.count]) {
          #expect(part.lines.allSatisfy { range.contains($0.offset) })
        }
      }
    }
  }

  @Test func `a line longer than a chunk is whole, and one longer than the limit is cut`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: BlockReader.blockLength * 3)
    let tooLong = [UInt8](repeating: UInt8(ascii: "y"), count: LineReader.maximumLength + 1)
    let bytes = long + [0x0A] + tooLong + [0x0A] + long + tooLong + tooLong + Array("\nend".utf8)
    let found = try lines(bytes).lines
    #expect(found.map(\.isTooLong) == [false, true, true, false])
    #expect(found[0].text.utf8.count == long.count)
    #expect(found[1].text.utf8.count == LineReader.maximumLength)
    #expect(found[2].text.utf8.count == LineReader.maximumLength)
    #expect(found[3].text == "end" && found[3].number == 4)
  }
}
