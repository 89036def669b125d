import Testing

@testable import Telemetry

@Suite struct LatencyScaleTests {
  @Test func `an edge is never below the latency and less than one percent above it`() {
    var latency = 1
    while latency < 1_000_000_000_000 {
      let bucket = LatencyScale.bucket(ofMicroseconds: latency)
      let edge = LatencyScale.milliseconds(of: Int(bucket)) * 1000
      #expect(edge >= Double(latency) && edge < Double(latency) * 1.01, "\(latency)")
      latency += max(1, latency / 97)
    }
  }

  @Test(arguments: [1, 999, 1000, 1001, 1010, 3_000_000, 3_000_001, 9_990_000, 10_000_000])
  func `bounds of three digits are edges`(latency: Int) {
    let edge = LatencyScale.milliseconds(of: Int(LatencyScale.bucket(ofMicroseconds: latency)))
    let expected = latency == 1001 ? 1.01 : latency == 3_000_001 ? 3010 : Double(latency) / 1000
    #expect(edge == expected)
  }

  @Test func `buckets are in the order of latencies and end with the last`() {
    let latencies = [0, 1, 1000, 1001, 10_000, 10_001, 1_000_000_000_000, .max / 2]
    let buckets = latencies.map(LatencyScale.bucket(ofMicroseconds:))
    #expect(buckets == buckets.sorted())
    #expect(Int(buckets[7]) == LatencyScale.count - 1)
    #expect(LatencyScale.bucket(ofMicroseconds: -5) == 0)
  }
}
