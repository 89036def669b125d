import Testing

@testable import Reading

@Suite struct WrittenQuantitiesTests {
  @Test(arguments: [
    ("500ms", 500), ("30s", 30_000), ("15m", 900_000), ("1h", 3_600_000), ("90d", 7_776_000_000),
    ("1h30m", 5_400_000), ("1.5h", 5_400_000), ("10 s", 10_000), ("0s", 0),
  ])
  func `a duration has a number and a unit in every part`(text: String, milliseconds: Int) {
    #expect(WrittenDuration(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "10", "s", "10x", "-5s", "1h30", "1e400d", "99999999999999999999d", "1..5s", "١s",
  ])
  func `a duration without a unit, or out of bounds, is none`(text: String) {
    #expect(WrittenDuration(text) == nil)
  }

  @Test(arguments: [
    ("64KiB", 65_536), ("1MB", 1_000_000), ("512Mi", 536_870_912), ("4096", 4096),
    ("1 GiB", 1 << 30),
    ("8k", 8192), ("1.5kb", 1500),
  ])
  func `a size may have a unit`(text: String, bytes: Int) {
    #expect(WrittenSize(text)?.bytes == bytes)
  }

  @Test(arguments: ["", "KiB", "1XB", "1MB2", "99999999999GiB", "-1"])
  func `what is no size is none`(text: String) {
    #expect(WrittenSize(text) == nil)
  }
}
