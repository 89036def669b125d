import Testing

@testable import Patterns

@Suite struct ScalarSetTests {
  @Test func `ranges that overlap or touch become one`() {
    #expect(ScalarSet([5...9, 0...2, 3...3, 8...12]).ranges == [0...3, 5...12])
  }

  @Test(arguments: [
    ScalarSet.nothing, .everything, .digits, .ecmaSpace, ScalarSet([0...0, 0x10FFFF...0x10FFFF]),
  ])
  func `inverting twice changes nothing`(set: ScalarSet) {
    #expect(set.inverted.inverted == set)
    #expect(set.union(set.inverted) == .everything)
  }

  @Test func `membership is decided at the edges`() {
    let set = ScalarSet([10...20, 30...30])
    for member: UInt32 in [10, 15, 20, 30] { #expect(set.contains(member)) }
    for other: UInt32 in [0, 9, 21, 29, 31] { #expect(!set.contains(other)) }
    #expect(ScalarSet([30...30]).onlyMember == 30)
    #expect(set.onlyMember == nil)
  }
}
