/// A length of time, the language's `duration`: a signed number of nanoseconds, about 292 years at most.
public struct TimeSpan: Hashable, Sendable {
  /// The whole length in nanoseconds.
  public let nanoseconds: Int64

  /// A length of so many nanoseconds.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// A length of so many seconds and nanoseconds, or `nil` where the sum exceeds what can be held.
  public init?(seconds: Int64, nanoseconds: Int64 = 0) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflowOfSum) = product.addingReportingOverflow(nanoseconds)
    guard !overflow, !overflowOfSum else { return nil }
    self.nanoseconds = sum
  }

  /// Reads a signed sequence of numbers with units, such as `1h30m`, `-1.5s` or `10ms`.
  public init?(parsing text: String) {
    var bytes = text.utf8[...]
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    if bytes.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !bytes.isEmpty else { return nil }
    var total: Int64 = 0
    while !bytes.isEmpty {
      guard let part = Self.takePart(from: &bytes, isNegative: isNegative) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    }
    self.init(nanoseconds: total)
  }

  /// One number and its unit, in nanoseconds; digits beyond a nanosecond are dropped.
  private static func takePart(
    from bytes: inout Substring.UTF8View, isNegative: Bool
  ) -> Int64? {
    var whole: Int64 = 0
    var fraction: [Int64] = []
    var digits = 0
    var hasPoint = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
        let digit = Int64(byte - UInt8(ascii: "0"))
        if hasPoint {
          fraction.append(digit)
        } else {
          let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
          let (sum, overflowOfSum) = product.addingReportingOverflow(digit)
          guard !overflow, !overflowOfSum else { return nil }
          whole = sum
        }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard digits > 0, let unit = takeUnit(from: &bytes) else { return nil }
    let sign: Int64 = isNegative ? -1 : 1
    var (total, overflow) = (sign * whole).multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    var place = unit
    for digit in fraction {
      // A unit is not always a power of ten: what ten does not divide is below a nanosecond for
      // every digit that matters.
      let share = place / 10
      guard share > 0 else { break }
      (total, overflow) = total.addingReportingOverflow(sign * digit * share)
      guard !overflow else { return nil }
      place = share
    }
    return total
  }

  private static func takeUnit(from bytes: inout Substring.UTF8View) -> Int64? {
    let units: [(name: String, nanoseconds: Int64)] = [
      ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000),
      ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]
    for unit in units where bytes.starts(with: unit.name.utf8) {
      bytes = bytes.dropFirst(unit.name.utf8.count)
      return unit.nanoseconds
    }
    return nil
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The length in seconds with as many decimals as it needs, such as `1.5s`.
  public var description: String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds)\(Timestamp.fraction(ofNanoseconds: Int(rest)))s"
  }
}
