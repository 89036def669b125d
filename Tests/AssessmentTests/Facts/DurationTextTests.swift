import Testing

@testable import Assessment

@Suite struct DurationTextTests {
  @Test(arguments: [
    (0, "0s"), (59, "59s"), (900, "15m"), (3600, "1h"), (5400, "1h30m"), (86_400, "24h"),
    (172_800, "48h"), (2_592_000, "30d"), (183_661, "2d3h1m1s"),
  ])
  func `a duration is written in the largest units that show it exactly`(
    seconds: Int, text: String
  ) {
    #expect(DurationText(seconds: seconds).text == text)
  }
}
