import Testing

@testable import Patterns

@Suite struct ByteFinderTests {
  @Test func `the first of its bytes is found at every place`() throws {
    for wanted: [UInt8] in [[0x78], [0x78, 0x00], [0x79, 0xFF, 0x78]] {
      for length in 0..<40 {
        for place in 0...length {
          var text = [UInt8](repeating: 0x61, count: length)
          if place < length { text[place] = wanted[place % wanted.count] }
          var finder = try #require(ByteFinder(wanted))
          let found = finder.next(in: text.span, from: 0)
          #expect(found == place)
        }
      }
    }
  }

  @Test func `no finder is made for none or many bytes`() {
    #expect(ByteFinder([]) == nil)
    #expect(ByteFinder([1, 2, 3, 4]) == nil)
  }

  @Test func `a finder that stops everywhere is not worthwhile`() throws {
    let text = [UInt8](repeating: 0x78, count: 100)
    var finder = try #require(ByteFinder([0x78]))
    for position in 0..<100 {
      let found = finder.next(in: text.span, from: position)
      #expect(found == position)
    }
    #expect(!finder.isWorthwhile)
  }
}
