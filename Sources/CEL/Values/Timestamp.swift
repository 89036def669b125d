/// An instant between the years 1 and 9999, to the nanosecond.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int64

  /// What is to be added to the seconds: 0 up to 999,999,999.
  public let nanoseconds: Int32

  static let epoch = Timestamp(uncheckedSeconds: 0, nanoseconds: 0)
  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  private init(uncheckedSeconds seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The instant so many seconds and nanoseconds after 1970, or `nil` outside the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int64 = 0) {
    let carry =
      nanoseconds >= 0 ? nanoseconds / 1_000_000_000 : (nanoseconds - 999_999_999) / 1_000_000_000
    let (whole, overflow) = seconds.addingReportingOverflow(carry)
    guard !overflow, Self.range.contains(whole) else { return nil }
    self.init(
      uncheckedSeconds: whole, nanoseconds: Int32(nanoseconds - carry * 1_000_000_000))
  }

  /// Reads RFC 3339, such as `2009-02-13T23:31:30.5+01:00`.
  public init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
      (1...12).contains(month), day >= 1, day <= CalendarDate.days(inMonth: month, year: year),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var position = 19
    var nanoseconds: Int64 = 0
    if bytes[position] == UInt8(ascii: ".") {
      position += 1
      let start = position
      var place: Int64 = 100_000_000
      while position < bytes.count, let digit = Self.number(bytes[position..<position + 1]) {
        nanoseconds += Int64(digit) * place
        place /= 10
        position += 1
      }
      guard position > start else { return nil }
    }
    guard let offset = Self.offset(bytes[position...]) else { return nil }
    let days = CalendarDate(year: year, month: month, day: day).daysSinceEpoch
    self.init(
      seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second - offset),
      nanoseconds: nanoseconds)
  }

  /// `Z`, `+hh:mm` or `-hh:mm`, in seconds east of Greenwich.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.count == 1, let byte = bytes.first, byte | 0x20 == UInt8(ascii: "z") { return 0 }
    let bytes = Array(bytes)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return bytes[0] == UInt8(ascii: "-") ? -seconds : seconds
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether `lhs` is the earlier instant.
  public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool {
    (lhs.seconds, lhs.nanoseconds) < (rhs.seconds, rhs.nanoseconds)
  }
}

extension Timestamp {
  /// The instant `span` later, or `nil` outside the years 1 to 9999.
  func advanced(by span: TimeSpan) -> Timestamp? {
    let (seconds, rest) = span.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Timestamp(seconds: self.seconds + seconds, nanoseconds: Int64(nanoseconds) + rest)
  }

  /// The time from `other` until this instant, or `nil` where it exceeds what a duration can hold.
  func since(_ other: Timestamp) -> TimeSpan? {
    TimeSpan(
      seconds: seconds - other.seconds, nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC with as many decimals as it needs, such as `2009-02-13T23:31:30Z`.
  public var description: String {
    let (days, rest) = CalendarDate.split(seconds: seconds)
    let date = CalendarDate(daysSinceEpoch: days)
    let day = "\(Self.padded(date.year, to: 4))-\(Self.padded(date.month))-\(Self.padded(date.day))"
    let time =
      "\(Self.padded(rest / 3_600)):\(Self.padded(rest / 60 % 60)):\(Self.padded(rest % 60))"
    return "\(day)T\(time)\(Self.fraction(ofNanoseconds: Int(nanoseconds)))Z"
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The decimal point and the digits after it, or nothing for a whole number of seconds.
  static func fraction(ofNanoseconds nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(nanoseconds, to: 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }
}
