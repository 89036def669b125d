import Testing

@testable import Patterns

@Suite struct UTF8AutomatonTests {
  /// Around every place where the length of an encoding or its first byte changes.
  private static let edges: [UInt32] = [
    0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000,
    0xFFFFF, 0x100000, 0x10FFFF,
  ]

  @Test func `a range is accepted exactly, wherever it starts and ends`() {
    for low in Self.edges {
      for high in Self.edges where low <= high {
        let automaton = UTF8Automaton(ScalarSet([low...high]))
        for value in Self.edges.flatMap({ [$0 &- 1, $0, $0 + 1] }) {
          guard let scalar = Unicode.Scalar(value) else { continue }
          #expect(
            accepts(automaton, Array(UTF8.encode(scalar) ?? .init())) == (low...high ~= value))
        }
      }
    }
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xFF],
    ] as [[UInt8]])
  func `what is not UTF-8 is accepted by nothing`(bytes: [UInt8]) {
    #expect(!accepts(UTF8Automaton(.everything), bytes))
  }

  @Test func `ends are shared`() {
    #expect(UTF8Automaton(ScalarSet([0x80...0x10FFFF])).nodes.count < 12)
  }

  private func accepts(_ automaton: UTF8Automaton, _ bytes: [UInt8]) -> Bool {
    var node: Int? = automaton.root
    for byte in bytes {
      guard let current = node,
        let edge = automaton.nodes[current].first(where: { $0.low <= byte && byte <= $0.high })
      else { return false }
      node = edge.target
    }
    return node == nil
  }
}
