import Testing

@testable import Ingest

@Suite struct ParallelWorkTests {
  @Test(arguments: [0, 1, 2, 63, 64, 1_000])
  func `results come in the order of the items`(count: Int) async {
    let results = await ParallelWork.results(of: Array(0..<count)) { item in
      for _ in 0..<item % 3 { await Task.yield() }
      return item * 2
    }
    #expect(results == (0..<count).map { $0 * 2 })
  }
}
