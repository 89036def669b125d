import SourceText
import Syntax
import Testing

/// The fast answers are those of the obvious loops, at every offset and length.
@Suite struct ByteScannerTests {
  @Test func `a string stops where a loop says`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...70)).map { _ in
        Bool.random(using: &random) ? UInt8(ascii: "a") : UInt8.random(in: 0x1E...0x80)
      }
      let span = bytes.span.bytes
      for start in 0...bytes.count {
        let expected = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }
        #expect(
          ByteScanner.firstStringStop(span, from: start, to: bytes.count)
            == expected ?? bytes.count)
      }
    }
  }

  @Test func `spaces and ASCII end where a loop says`() {
    for length in 0...140 {
      for odd in stride(from: 0, through: length, by: 3) {
        var bytes = [UInt8](repeating: 0x20, count: length)
        if odd < length { bytes[odd] = 0xC3 }
        let span = bytes.span.bytes
        #expect(ByteScanner.firstNonSpace(span, from: 0, to: length) == odd)
        #expect(ByteScanner.firstNonASCII(span, from: 0, to: length) == odd)
      }
    }
  }

  @Test func `UTF-8 is valid where the plain check says so`() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      Array("plain".utf8), Array("é".utf8), Array("日".utf8), Array("😀".utf8), [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82],
      [0xF0, 0x9F, 0x98], [0x80], [UInt8](repeating: 0x61, count: 80),
    ]
    for _ in 0..<2_000 {
      let good = Int.random(in: 0...6, using: &generator)
      var bytes = (0..<good).flatMap { _ in pieces[Int.random(in: 0..<4, using: &generator)] }
      if Bool.random(using: &generator) {
        bytes += pieces[Int.random(in: 0..<13, using: &generator)] + Array("tail".utf8)
      }
      #expect(
        ByteScanner.firstInvalidUTF8(bytes.span.bytes, from: 0, to: bytes.count)
          == Self.firstInvalidOffset(in: bytes))
    }
  }

  /// The same by the standard library, one character after the other.
  private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      let lengths = (1...4).filter { length in
        offset + length <= bytes.count
          && String(validating: bytes[offset..<offset + length], as: UTF8.self)?.unicodeScalars
            .count
            == 1
      }
      guard let length = lengths.first else { return offset }
      offset += length
    }
    return nil
  }
}
