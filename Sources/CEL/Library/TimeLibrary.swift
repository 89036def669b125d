/// The parts of timestamps, in UTC or a given time zone, and of durations.
enum TimeLibrary {
  /// A timestamp taken apart for one time zone.
  private struct Parts {
    let date: CalendarDate
    let seconds: Int
    let nanoseconds: Int

    init(_ timestamp: Timestamp, offset: Int) {
      let (days, seconds) = CalendarDate.split(seconds: timestamp.seconds + Int64(offset))
      date = CalendarDate(daysSinceEpoch: days)
      self.seconds = seconds
      nanoseconds = Int(timestamp.nanoseconds)
    }
  }

  private static let parts: [(name: String, part: @Sendable (Parts) -> Int)] = [
    ("getFullYear", { $0.date.year }),
    ("getMonth", { $0.date.month - 1 }),
    ("getDate", { $0.date.day }),
    ("getDayOfMonth", { $0.date.day - 1 }),
    ("getDayOfWeek", { $0.date.dayOfWeek }),
    ("getDayOfYear", { $0.date.dayOfYear }),
    ("getHours", { $0.seconds / 3_600 }),
    ("getMinutes", { $0.seconds / 60 % 60 }),
    ("getSeconds", { $0.seconds % 60 }),
    ("getMilliseconds", { $0.nanoseconds / 1_000_000 }),
  ]

  private static let spans: [(name: String, part: @Sendable (Int64) -> Int64)] = [
    ("getHours", { $0 / 3_600_000_000_000 }),
    ("getMinutes", { $0 / 60_000_000_000 }),
    ("getSeconds", { $0 / 1_000_000_000 }),
    ("getMilliseconds", { $0 / 1_000_000 % 1_000 }),
  ]

  static let functions: [Function] =
    parts.flatMap { name, part in
      [
        Function.member(name, of: .timestamp, returns: .int) { (value) throws(EvaluationError) in
          guard case .timestamp(let timestamp) = value else { throw .noSuchOverload(name) }
          return .int(Int64(part(Parts(timestamp, offset: 0))))
        },
        Function.member(name, of: .timestamp, .string, returns: .int) {
          (value, zone) throws(EvaluationError) in
          guard case .timestamp(let timestamp) = value, case .string(let zone) = zone else {
            throw Arithmetic.noOverload(name, value, zone)
          }
          guard let offset = TimeZoneRule.offset(of: zone, at: timestamp.seconds) else {
            throw .invalidArgument("unknown time zone: \(zone)")
          }
          return .int(Int64(part(Parts(timestamp, offset: offset))))
        },
      ]
    }
    + spans.map { name, part in
      Function.member(name, of: .duration, returns: .int) { (value) throws(EvaluationError) in
        guard case .duration(let span) = value else { throw .noSuchOverload(name) }
        return .int(part(span.nanoseconds))
      }
    }
}
