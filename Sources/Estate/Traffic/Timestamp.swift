/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
@frozen
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since the epoch; negative before it.
  public let milliseconds: Int64

  /// The point `milliseconds` after the epoch.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Orders points in time.
  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Reads an RFC 3339 date-time, such as `2025-01-15T14:23:07.441Z` or `…+02:00`; `nil` for anything else.
  ///
  /// Digits of the fraction beyond milliseconds are cut off. A leap second reads as the second before it.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: character)
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), has("T", at: 10) || has("t", at: 10) || has(" ", at: 10),
      let hour = number(11..<13), hour < 24, has(":", at: 13), let minute = number(14..<16),
      minute < 60, has(":", at: 16), let second = number(17..<19), second <= 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var cursor = 19
    var milliseconds = 0
    if has(".", at: cursor) {
      cursor += 1
      let start = cursor
      var weight = 100
      while cursor < bytes.count, bytes[cursor] >= 48, bytes[cursor] <= 57 {
        milliseconds += Int(bytes[cursor] - 48) * weight
        weight /= 10
        cursor += 1
      }
      guard cursor > start else { return nil }
    }
    var offsetMinutes = 0
    if has("Z", at: cursor) || has("z", at: cursor) {
      cursor += 1
    } else if has("+", at: cursor) || has("-", at: cursor) {
      guard let hours = number(cursor + 1..<cursor + 3), hours < 24, has(":", at: cursor + 3),
        let minutes = number(cursor + 4..<cursor + 6), minutes < 60
      else { return nil }
      offsetMinutes = (has("-", at: cursor) ? -1 : 1) * (hours * 60 + minutes)
      cursor += 6
    } else {
      return nil
    }
    guard cursor == bytes.count else { return nil }
    let seconds =
      date.daysSinceEpoch * 86_400 + hour * 3600 + (minute - offsetMinutes) * 60 + min(second, 59)
    self.milliseconds = Int64(seconds) * 1000 + Int64(milliseconds)
  }

  /// The day, in UTC.
  public var date: CalendarDate {
    let (days, _) = daysAndRest
    return CalendarDate(daysSinceEpoch: days)
  }

  /// The point as `2025-01-15T14:23:07.441Z`; without a fraction where it is zero.
  public var description: String {
    let (days, rest) = daysAndRest
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let seconds = rest / 1000
    let clock =
      "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    let fraction = rest % 1000 == 0 ? "" : ".\(padded(rest % 1000, 3))"
    return "\(CalendarDate(daysSinceEpoch: days))T\(clock)\(fraction)Z"
  }

  private var daysAndRest: (days: Int, milliseconds: Int) {
    let perDay: Int64 = 86_400_000
    var days = milliseconds / perDay
    var rest = milliseconds % perDay
    if rest < 0 {
      days -= 1
      rest += perDay
    }
    return (Int(days), Int(rest))
  }
}
