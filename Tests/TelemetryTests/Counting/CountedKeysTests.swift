import TestSupport
import Testing

@testable import Telemetry

@Suite struct CountedKeysTests {
  /// Keys as a log gives them: about in order, or in none.
  private func keys(_ count: Int, isOrdered: Bool, seed: UInt64) -> [UInt64] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      isOrdered
        ? UInt64(max(0, index / 3 * 65_536 + Int.random(in: -200_000...200_000, using: &random)))
        : UInt64.random(in: 0..<5000, using: &random) << 40
    }
  }

  @Test(arguments: [true, false], 1...3 as ClosedRange<UInt64>)
  func `what is counted equals a plain count, in any order and any split`(
    isOrdered: Bool, seed: UInt64
  ) {
    let keys = keys(20_000, isOrdered: isOrdered, seed: seed)
    var expected: [UInt64: Int] = [:]
    var counted = CountedKeys()
    var parts = [CountedKeys](repeating: CountedKeys(), count: 3)
    for (index, key) in keys.enumerated() {
      expected[key, default: 0] += 1
      _ = counted.add(key)
      _ = parts[index % 7 % 3].add(key)
    }
    counted.settle()
    let entries = expected.sorted { $0.key < $1.key }
    #expect(counted.entries == entries.map { CountedKeys.Entry(key: $0.key, count: $0.value) })
    #expect(counted.count == expected.count)
    for order in [[0, 1, 2], [2, 0, 1]] {
      var merged = CountedKeys()
      for index in order { merged.merge(parts[index]) }
      merged.settle()
      #expect(merged == counted)
    }
    var first = counted
    first.keepFirst(100)
    #expect(first.entries == Array(counted.entries.prefix(100)))
    var halved = counted
    halved.mapKeys { $0 >> 41 }
    #expect(halved.entries.reduce(0) { $0 + $1.count } == keys.count)
    #expect(zip(halved.entries, halved.entries.dropFirst()).allSatisfy { $0.key < $1.key })
  }

  @Test func `counts and keys of any size are packed`() {
    let all: [(UInt64, Int)] = [(0, 1), (1, 127), (128, 1 << 40), (1 << 62, 2), (.max >> 1, 1)]
    let packed = PackedCounts(all.map { CountedKeys.Entry(key: $0, count: $1) }[...])
    var read: [(UInt64, Int)] = []
    packed.forEach { read.append(($0.key, $0.count)) }
    #expect(read.map(\.0) == all.map(\.0) && read.map(\.1) == all.map(\.1))
    #expect(packed.count == 5 && packed.first == 0)
  }

  @Test(arguments: 0...6) func `lists are merged wherever one goes on behind the other`(cut: Int) {
    let all: [(UInt64, Int)] = [
      (0, 1), (5, 127), (6, 1), (300, 1 << 40), (1 << 62, 2), (1 << 62 | 1, 1),
    ]
    func keys(_ entries: some Collection<(UInt64, Int)>) -> CountedKeys {
      CountedKeys(ascending: entries.map { CountedKeys.Entry(key: $0.0, count: $0.1) })
    }
    for overlap in 0..<3 {
      let lists = [keys(all.prefix(cut + overlap)), keys(all.dropFirst(cut))]
      let expected = all.enumerated().map { index, entry in
        (entry.0, index >= cut && index < cut + overlap ? entry.1 * 2 : entry.1)
      }
      for (left, right) in [(lists[0], lists[1]), (lists[1], lists[0])] {
        var merged = left
        merged.merge(right)
        merged.merge(CountedKeys())
        #expect(merged == keys(expected) && merged.count == all.count)
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `batches count as their keys one by one, wherever they come`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (single, batched) = (CountedKeys(), CountedKeys())
    for batch in 0..<60 {
      let start = batch % 7 == 0 ? 0 : UInt64(batch) * 900
      let keys = (0..<Int.random(in: 0...1500, using: &random)).map { _ in
        start + UInt64.random(in: 0..<2000, using: &random)
      }
      for key in keys { _ = single.add(key) }
      let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
      batched.add(counts.sorted { $0.key < $1.key }.map { .init(key: $0.key, count: $0.value) })
    }
    single.settle()
    batched.settle()
    #expect(single == batched && single.count == single.entries.count)
    #expect(zip(single.entries, single.entries.dropFirst()).allSatisfy { $0.key < $1.key })
  }
}
