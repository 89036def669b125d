/// A duration as people write it: `500ms`, `30s`, `15m`, `1h`, `90d`, `1h30m`, `1.5h`.
package struct WrittenDuration {
  /// The whole duration.
  package let milliseconds: Int

  /// Reads `text`; `nil` where a part lacks its number or unit, or where the sum does not fit.
  package init?(_ text: String) {
    var rest = Substring(text)
    var total = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      guard let (count, unit) = takeQuantity(&rest), let length = Self.milliseconds[unit] else {
        return nil
      }
      total += count * length
    }
    guard let exact = Int(exactly: total.rounded()) else { return nil }
    milliseconds = exact
  }

  private static let milliseconds: [String: Double] = [
    "ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000,
    "w": 604_800_000,
  ]
}

/// A size as people write it: `64KiB`, `1MB`, `512Mi`, `4096`.
package struct WrittenSize {
  /// The number of bytes.
  package let bytes: Int

  /// Reads `text`; `nil` where it has no number, an unknown unit, or does not fit.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let (count, unit) = takeQuantity(&rest), rest.isEmpty,
      let length = Self.bytes[unit.lowercased()],
      let exact = Int(exactly: (count * length).rounded())
    else { return nil }
    bytes = exact
  }

  // `k`, `m` and `g` alone are read as the binary units that configurations mean by them.
  private static let bytes: [String: Double] = [
    "": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "k": 1024, "m": 1_048_576,
    "g": 1_073_741_824, "ki": 1024, "mi": 1_048_576, "gi": 1_073_741_824, "kib": 1024,
    "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776, "ti": 1_099_511_627_776,
  ]
}

/// Takes a decimal number and the letters behind it, blanks between them allowed, off the front of `text`.
private func takeQuantity(_ text: inout Substring) -> (count: Double, unit: String)? {
  let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
  guard let count = Double(number), count.isFinite else { return nil }
  let unit = text.dropFirst(number.count).drop { $0 == " " }.prefix { $0.isASCII && $0.isLetter }
  text = text[unit.endIndex...].drop { $0 == " " }
  return (count, String(unit))
}
