/// When the clocks of a time zone change, and to what: the rule in force today, for all years.
///
/// The rules are part of the program, so that an expression has one value on every machine.
struct TimeZoneRule {
  /// A moment of each year, as the POSIX form `M3.2.0/2` says it.
  private struct Change {
    let month: Int
    /// 1 to 5, where 5 is the last.
    let week: Int
    let weekday: Int
    /// Seconds after midnight of the local clock, possibly negative or past the day.
    let time: Int

    /// Seconds since 1970 on the clock that is in force until the change.
    func seconds(in year: Int) -> Int {
      let first = CalendarDate(year: year, month: month, day: 1)
      var day = 1 + (weekday - first.dayOfWeek + 7) % 7 + (week - 1) * 7
      let last = CalendarDate.days(inMonth: month, year: year)
      while day > last { day -= 7 }
      return CalendarDate(year: year, month: month, day: day).daysSinceEpoch * 86_400 + time
    }
  }

  /// Seconds east of Greenwich.
  private let standard: Int
  private let summer: Int
  private let changes: (toSummer: Change, toStandard: Change)?

  /// The offset east of Greenwich in seconds of a zone's name or a fixed offset such as `-08:00`, or
  /// `nil` for an unknown name.
  static func offset(of zone: String, at seconds: Int64) -> Int? {
    if zone.isEmpty || zone == "UTC" || zone == "Z" { return 0 }
    if let fixed = fixedOffset(zone) { return fixed }
    return TimeZoneTable.rules[zone].flatMap(TimeZoneRule.init)?.offset(at: Int(seconds))
  }

  /// Reads `+hh:mm`, `-hh:mm` or `hh:mm`.
  private static func fixedOffset(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isNegative ? -60 : 60)
  }

  /// Reads the POSIX form without its abbreviations: `5 4,M3.2.0,M11.1.0` or `-5:30`.
  init?(_ rule: String) {
    let parts = rule.split(separator: ",", omittingEmptySubsequences: false)
    let offsets = parts[0].split(separator: " ")
    guard let first = offsets.first, let standard = Self.time(first) else { return nil }
    self.standard = -standard
    guard parts.count == 3 else {
      summer = -standard
      changes = nil
      return
    }
    if offsets.count > 1, let summer = Self.time(offsets[1]) {
      self.summer = -summer
    } else {
      summer = 3_600 - standard
    }
    guard let toSummer = Self.change(parts[1]), let toStandard = Self.change(parts[2]) else {
      return nil
    }
    changes = (toSummer, toStandard)
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/")
    let numbers = halves[0].dropFirst().split(separator: ".").compactMap { Int($0) }
    guard text.hasPrefix("M"), numbers.count == 3 else { return nil }
    let time = halves.count > 1 ? time(halves[1]) : 7_200
    guard let time else { return nil }
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], time: time)
  }

  /// Reads hours and, after a colon, minutes, with an optional sign.
  private static func time(_ text: Substring) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative || text.hasPrefix("+") ? text.dropFirst() : text).split(separator: ":")
    guard let first = parts.first, let hours = Int(first) else { return nil }
    let minutes = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (hours * 60 + minutes) * (isNegative ? -60 : 60)
  }

  private func offset(at seconds: Int) -> Int {
    guard let changes else { return standard }
    let year = CalendarDate(
      daysSinceEpoch: CalendarDate.split(seconds: Int64(seconds + standard)).days
    ).year
    let start = changes.toSummer.seconds(in: year) - standard
    let end = changes.toStandard.seconds(in: year) - summer
    let isSummer =
      start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer : standard
  }
}
