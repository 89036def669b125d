/// The buckets in which latencies are counted: microseconds rounded up to three significant digits.
///
/// The value of a bucket is its upper edge. A percentile read from buckets is therefore never below the
/// true one and less than 1 % above it, and is compared exactly with every bound that has three significant
/// digits, such as 3,000 ms: it exceeds the bound if and only if the true percentile does.
enum LatencyScale {
  /// The number of buckets.
  static let count = 1001 + 900 * 9

  /// The bucket of a latency in microseconds; what exceeds 10¹² (11 days) is put into the last.
  static func bucket(ofMicroseconds latency: Int) -> UInt16 {
    if latency <= 1000 { return UInt16(max(0, latency)) }
    var unit = 10
    var base = 1001
    while latency > unit * 1000, base + 900 < count {
      unit *= 10
      base += 900
    }
    let mantissa = min(1000, (latency + unit - 1) / unit)
    return UInt16(base + mantissa - 101)
  }

  /// The upper edge of `bucket`, in milliseconds.
  static func milliseconds(of bucket: Int) -> Double {
    if bucket <= 1000 { return Double(bucket) / 1000 }
    var unit = 10
    for _ in 0..<(bucket - 1001) / 900 { unit *= 10 }
    return Double(((bucket - 1001) % 900 + 101) * unit) / 1000
  }
}
