import Testing

@testable import CEL

@Suite struct PartSearchTests {
  @Test func `the place is the one that comparing everywhere finds`() {
    for length in 0..<64 {
      let part = (0..<3).map { length >> $0 & 1 } + (length > 31 ? [1, 1] : [])
      for bits in 0..<512 {
        let text = (0..<9).map { bits >> $0 & 1 }
        for start in [0, 1, 4] {
          let expected = (start...text.count).first { text[$0...].starts(with: part) }
          #expect(PartSearch(part).firstIndex(in: text, from: start) == expected)
        }
      }
    }
  }
}
