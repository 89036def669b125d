import Testing

@testable import Syntax

@Suite struct PlainRunTests {
  /// The obvious way.
  private func run(_ bytes: [UInt8], _ range: Range<Int>) -> (end: Int, quotes: Int) {
    let end = range.first { bytes[$0] < 0x20 || bytes[$0] > 0x7F || bytes[$0] == 0x5C }
    let plain = range.lowerBound..<(end ?? range.upperBound)
    return (plain.upperBound, plain.count { bytes[$0] == 0x22 })
  }

  @Test(arguments: [0x0A, 0x00, 0x1F, 0x5C, 0x80, 0xFF] as [UInt8])
  func `a run ends where it must, at every length and offset`(stop: UInt8) {
    for count in 0..<200 {
      var bytes = (0..<count).map { $0 % 3 == 0 ? 0x22 : UInt8(0x20 + $0 % 0x3C) }
      bytes = bytes.map { $0 == 0x5C ? 0x7F : $0 }
      let start = min(count, 3)
      for place in stride(from: start, to: count, by: 7) {
        var stopped = bytes
        stopped[place] = stop
        let found = ByteScanner.plainRun(stopped.span.bytes, from: start, to: count)
        let expected = run(stopped, start..<count)
        #expect(found.end == expected.end && found.quoteCount == expected.quotes)
      }
      let found = ByteScanner.plainRun(bytes.span.bytes, from: start, to: count)
      #expect(found.end == count && found.quoteCount == run(bytes, start..<count).quotes)
    }
  }

  @Test func `more quotes than a lane can count are counted`() {
    let bytes = [UInt8](repeating: 0x22, count: 70_001)
    let found = ByteScanner.plainRun(bytes.span.bytes, from: 1, to: bytes.count)
    #expect(found.end == bytes.count && found.quoteCount == 70_000)
  }

  @Test func `the first line feed is found at every place`() {
    for count in 0..<80 {
      var bytes = [UInt8](repeating: 0x0B, count: count)
      #expect(ByteScanner.firstLineFeed(bytes.span.bytes, from: 0, to: count) == count)
      for place in (0..<count).reversed() {
        bytes[place] = 0x0A
        #expect(ByteScanner.firstLineFeed(bytes.span.bytes, from: 0, to: count) == place)
        #expect(ByteScanner.firstLineFeed(bytes.span.bytes, from: 0, to: place) == place)
      }
    }
  }
}
