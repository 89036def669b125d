package import Estate
internal import SourceText
internal import Syntax

/// Durations, sizes, dates and references.
extension MappingReader {
  /// The unit in which a duration is handed on.
  package enum TimeUnit: Int {
    /// Thousandths of a second.
    case milliseconds = 1
    /// Seconds.
    case seconds = 1000
    /// Days of 24 hours.
    case days = 86_400_000

    /// Key endings that give a bare number its unit.
    fileprivate static let suffixes: [(suffix: String, milliseconds: Int)] = [
      ("_ms", 1), ("_seconds", 1000), ("_days", 86_400_000),
    ]
  }

  /// The duration under `key`, such as `15m`, or a whole number under `key` and its unit, such as
  /// `timeout_ms`; in whole `unit`s, the rest being cut off.
  ///
  /// A bare number under `key` itself is an error, because its unit would be a guess.
  package mutating func duration(_ key: String, in unit: TimeUnit) -> Evidence<Int>? {
    var found: [(key: String, milliseconds: Evidence<Int>)] = []
    if let value = node(key), let written = writtenDuration(value, key) {
      found.append((key, written))
    }
    for (suffix, factor) in TimeUnit.suffixes {
      guard let count = integer(key + suffix, in: 0...(Int.max / factor)) else { continue }
      found.append((key + suffix, count.map { $0 * factor }))
    }
    guard let first = found.first else { return nil }
    for other in found.dropFirst() {
      report(
        .error, at: other.milliseconds.span,
        "`\(other.key)` repeats `\(first.key)` and is not read",
        advice: "keep one of the two",
        related: [Diagnostic.Related(span: first.milliseconds.span, message: "first given here")])
    }
    return first.milliseconds.map { $0 / unit.rawValue }
  }

  private mutating func writtenDuration(_ value: Node, _ key: String) -> Evidence<Int>? {
    guard let duration = value.string.flatMap(WrittenDuration.init) else {
      reportMismatch(
        value, key, expected: "a duration with its unit, such as `500ms`, `30s`, `15m` or `90d`")
      return nil
    }
    return Evidence(duration.milliseconds, at: value.span, grade: grade)
  }

  /// The size under `key` in bytes: a whole number, or one with a unit such as `64KiB` or `1MB`.
  package mutating func byteCount(_ key: String) -> Evidence<Int>? {
    guard let value = node(key) else { return nil }
    guard let size = value.scalarText.flatMap(WrittenSize.init) else {
      reportMismatch(value, key, expected: "a size such as `64KiB`, `1MB` or a number of bytes")
      return nil
    }
    return Evidence(size.bytes, at: value.span, grade: grade)
  }

  /// The day under `key`.
  package mutating func date(_ key: String) -> Evidence<CalendarDate>? {
    guard let value = node(key) else { return nil }
    guard let date = value.string.flatMap(CalendarDate.init) else {
      reportMismatch(value, key, expected: "a day of the calendar, such as `2026-05-12`")
      return nil
    }
    return Evidence(date, at: value.span, grade: grade)
  }

  /// The point in time under `key`.
  package mutating func timestamp(_ key: String) -> Evidence<Timestamp>? {
    guard let value = node(key) else { return nil }
    guard let time = value.string.flatMap(Timestamp.init) else {
      reportMismatch(
        value, key, expected: "a date, time and offset, such as `2026-08-02T09:14:00Z`")
      return nil
    }
    return Evidence(time, at: value.span, grade: grade)
  }

  /// The document that the text under `key` refers to, not looked up yet.
  package mutating func document(_ key: String) -> Evidence<DocumentReference>? {
    string(key)?.map { DocumentReference($0) }
  }
}
