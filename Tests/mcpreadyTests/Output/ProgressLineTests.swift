import Testing

@testable import mcpready

struct ProgressLineTests {
  @Test(arguments: [
    (12_345_678_901, 40_000_000_000, 10, "12.3 GB of 40.0 GB (30 %), 1.2 GB/s, 23 s left"),
    (0, 2_000_000, 0, "0 B of 2.0 MB (0 %), 0 B/s, 0 s left"),
    (999_499, 99_940_000, 2, "999 kB of 99.9 MB (1 %), 500 kB/s, 4 min left"),
    (999_500, 9_999_600, 3600, "1.0 MB of 10.0 MB (9 %), 278 B/s, 9 h 1 min left"),
    (300, 200, 1, "300 B of 200 B (99 %), 300 B/s, 0 s left"),
    (5, 0, 1, "5 B of 0 B (100 %), 5 B/s, 0 s left"),
  ])
  func `a line tells bytes, rate and the time that is left`(
    byteCount: Int, total: Int, seconds: Int, words: String
  ) {
    #expect(
      ProgressLine(total: total).text(byteCount: byteCount, elapsed: .seconds(seconds))
        == "reading logs: " + words)
  }

  @Test func `what comes through a pipe has no end in sight`() {
    #expect(
      ProgressLine(total: nil).text(byteCount: 7_250_000, elapsed: .milliseconds(500))
        == "reading logs: 7.3 MB, 14.5 MB/s")
  }

  @Test func `only a terminal that can move its cursor shows progress`() {
    #expect(!Surroundings().showsProgress)
    #expect(Surroundings(hasErrorTerminal: true).showsProgress)
    #expect(!Surroundings(variables: ["TERM": "dumb"], hasErrorTerminal: true).showsProgress)
  }
}
