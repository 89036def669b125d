/// Dates and times of RFC 3339.
enum DateTimeFormat {
  static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 11, bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
    return isDate(bytes[..<10]) && isTime(bytes[11...])
  }

  static func isDate(_ text: String) -> Bool { isDate(Array(text.utf8)[...]) }

  static func isTime(_ text: String) -> Bool { isTime(Array(text.utf8)[...]) }

  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard rest.count == 10, let year = number(&rest, 4), take("-", &rest),
      let month = number(&rest, 2), take("-", &rest), let day = number(&rest, 2)
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && day >= 1 && day <= days[month - 1]
  }

  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard let hour = number(&rest, 2), hour < 24, take(":", &rest),
      let minute = number(&rest, 2), minute < 60, take(":", &rest),
      let second = number(&rest, 2), second <= 60
    else { return false }
    if take(".", &rest) {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
    }
    var minutes = hour * 60 + minute
    if !take("z", &rest), !take("Z", &rest) {
      let isEast = take("+", &rest)
      guard isEast || take("-", &rest), let hours = number(&rest, 2), hours < 24,
        take(":", &rest), let more = number(&rest, 2), more < 60
      else { return false }
      minutes += (hours * 60 + more) * (isEast ? -1 : 1)
    }
    // A leap second comes only at the end of a day of UTC.
    let isLastMinute = (minutes + 2 * 1440) % 1440 == 1439
    return rest.isEmpty && (second < 60 || isLastMinute)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }
}

/// Durations of RFC 3339, appendix A.
enum DurationFormat {
  static func isDuration(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    if rest.last == UInt8(ascii: "W") {
      return rest.count > 1 && rest.dropLast().allSatisfy { $0 &- 0x30 < 10 }
    }
    let parts = rest.split(
      separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first else { return false }
    if parts.count == 2 {
      return (date.isEmpty || isRun(date, of: "YMD")) && isRun(parts[1], of: "HMS")
    }
    return isRun(date, of: "YMD")
  }

  /// Whether `text` is numbers with neighbouring units out of `units`, in their order.
  private static func isRun(_ text: ArraySlice<UInt8>, of units: String) -> Bool {
    let order = Array(units.utf8)
    var rest = text
    var next: Int?
    while !rest.isEmpty {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let unit = rest.popFirst(), let place = order.firstIndex(of: unit),
        next.map({ $0 == place }) ?? true
      else { return false }
      next = place + 1
    }
    return next != nil
  }
}
