import Estate
import Syntax

/// Reads the values of a record's fields from the bytes of its line.
///
/// Holds what one record leaves for the next: buffers, and the day last seen, because the records of a log
/// mostly share it.
struct FieldReader: Sendable {
  private var text = ValueText()
  private var words = WordTable()
  private var day = Day()

  /// A day as it is written, and when it starts.
  private struct Day {
    /// The bytes of `YYYY-MM-DDT`: the first eight, and the last eight.
    var head: UInt64 = 0
    var tail: UInt64 = 0
    /// Milliseconds since 1970.
    var start: Int64 = 0
  }

  // MARK: Text

  /// The number that `names` gives to the text of `value`.
  @inline(__always)
  mutating func name(
    _ value: FieldValue, _ line: borrowing RawSpan, in names: inout NameIndex
  ) -> UInt32? {
    text.name(value, line, in: &names)
  }

  /// What the text of `value` stands for, `nil` where it has none that could be a word.
  @inline(__always)
  mutating func meaning(_ value: FieldValue, _ line: borrowing RawSpan) -> WordMeaning? {
    text.withBytes(value, line) { words.meaning(of: $0, from: $1, to: $2) }
  }

  /// Whether the two values have the same text.
  mutating func areEqual(
    _ first: FieldValue, _ second: FieldValue, _ line: borrowing RawSpan
  ) -> Bool {
    guard first.form != .absent, second.form != .absent else { return false }
    guard let number = hash(first, line), number == hash(second, line) else { return false }
    return text.string(first, line) == text.string(second, line)
  }

  /// Whether `value` is an object or array, as itself or as the text of one, which no digest is.
  @inline(__always)
  func isStructured(_ value: FieldValue, _ line: borrowing RawSpan) -> Bool {
    switch value.form {
    case .object, .array: return true
    case .text, .escapedText:
      guard value.end - value.start > 2 else { return false }
      let first = ByteScanner.byte(line, at: Int(value.start) + 1)
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    default: return false
    }
  }

  /// The hash of the text of `value`, the same in every process.
  mutating func hash(_ value: FieldValue, _ line: borrowing RawSpan) -> UInt64? {
    text.withBytes(value, line) {
      ByteHash.hash($0, from: $1, to: $2, seed: ByteHash.fixedSeed)
    }
  }

  /// Whether `value` says something: not `false`, and not a word for nothing.
  @inline(__always)
  mutating func isAffirmed(_ value: FieldValue, _ line: borrowing RawSpan) -> Bool {
    switch value.form {
    case .absent, .false: false
    case .true, .object, .array: true
    case .escapedText: !(meaning(value, line)?.isNone ?? false)
    case .number, .text:
      // Identities are long and of many kinds; only what is short can be a word for nothing.
      value.end - value.start > WordMeaning.longestNone + 2
        || !(meaning(value, line)?.isNone ?? true)
    }
  }

  /// The hash of the trace id in `value`: 32 lower-case hexadecimal digits, not all zero (W3C Trace
  /// Context), alone or in a `traceparent`; `nil` for anything else.
  mutating func traceHash(_ value: FieldValue, _ line: borrowing RawSpan) -> UInt64? {
    text.withBytes(value, line) { bytes, start, end in
      var first = start
      if end - start == 55, ByteScanner.byte(bytes, at: start + 2) == UInt8(ascii: "-"),
        ByteScanner.byte(bytes, at: start + 35) == UInt8(ascii: "-")
      {
        first = start + 3
      } else if end - start != 32 {
        return nil
      }
      return Self.traceHash(bytes, from: first)
    } ?? nil
  }

  /// The hash of the 32 bytes from `start` on, if they are lower-case hexadecimal digits and not all zero.
  private static func traceHash(_ bytes: borrowing RawSpan, from start: Int) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var (faults, digits): (UInt64, UInt64) = (0, 0)
    for offset in stride(from: start, to: start + 32, by: 8) {
      let word = ByteScanner.eightBytes(bytes, at: offset)
      let ascii = word & (0x7F * ones)
      // The high bit of each byte: whether it is at least '0', above '9', at least 'a', above 'f'.
      let isDigit = (ascii &+ 0x50 * ones) & ~(ascii &+ 0x46 * ones)
      let isLetter = (ascii &+ 0x1F * ones) & ~(ascii &+ 0x19 * ones)
      faults |= word | ~(isDigit | isLetter)
      digits |= word ^ (0x30 * ones)
    }
    guard faults & (0x80 * ones) == 0, digits != 0 else { return nil }
    return ByteHash.hash(bytes, from: start, to: start + 32, seed: ByteHash.fixedSeed)
  }

  // MARK: Numbers

  /// A latency in microseconds, rounded up; `nil` where `value` is no number of milliseconds, or negative.
  mutating func microseconds(_ value: FieldValue, _ line: borrowing RawSpan) -> Int? {
    if value.form == .number, let quick = Self.thousandths(value, line) { return quick }
    guard let milliseconds = text.string(value, line).flatMap(Double.init), milliseconds >= 0,
      milliseconds < 1e15
    else { return nil }
    // What a binary fraction adds to a decimal one is no microsecond.
    return Int(max(0, milliseconds * 1000 - 1e-6).rounded(.up))
  }

  /// A whole number of bytes; `nil` where `value` is none.
  mutating func byteCount(_ value: FieldValue, _ line: borrowing RawSpan) -> Int? {
    if value.form == .number, let whole = Self.wholeNumber(value, line) { return whole }
    guard let count = text.string(value, line).flatMap(Int.init), count >= 0,
      count <= 1 << 50
    else { return nil }
    return count
  }

  /// A number of at most 12 digits and nothing else.
  private static func wholeNumber(_ value: FieldValue, _ line: borrowing RawSpan) -> Int? {
    guard value.end - value.start <= 12 else { return nil }
    var whole = 0
    for offset in Int(value.start)..<Int(value.end) {
      guard let digit = digit(line, offset) else { return nil }
      whole = whole * 10 + digit
    }
    return whole
  }

  /// A number of at most 12 whole and 6 decimal digits and nothing else, in thousandths, rounded up.
  private static func thousandths(_ value: FieldValue, _ line: borrowing RawSpan) -> Int? {
    let (start, end) = (Int(value.start), Int(value.end))
    guard end - start <= 12 else { return nil }
    var (whole, cursor) = (0, start)
    while cursor < end, let digit = digit(line, cursor) {
      whole = whole &* 10 &+ digit
      cursor &+= 1
    }
    if cursor == end { return whole &* 1000 }
    guard ByteScanner.byte(line, at: cursor) == UInt8(ascii: "."), end - cursor <= 7 else {
      return nil
    }
    var (millionths, unit) = (0, 100_000)
    for offset in cursor + 1..<end {
      guard let digit = digit(line, offset) else { return nil }
      millionths &+= digit &* unit
      unit /= 10
    }
    return whole &* 1000 &+ (millionths &+ 999) / 1000
  }

  @inline(__always)
  private static func digit(_ bytes: borrowing RawSpan, _ offset: Int) -> Int? {
    let digit = ByteScanner.byte(bytes, at: offset) &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }

  /// A latency that is given in seconds, in microseconds, rounded up.
  mutating func microseconds(
    ofSeconds value: FieldValue, _ line: borrowing RawSpan
  ) -> Int? {
    guard let seconds = text.string(value, line).flatMap(Double.init), seconds >= 0, seconds < 1e12
    else { return nil }
    return Int(max(0, seconds * 1_000_000 - 1e-6).rounded(.up))
  }

  /// The microseconds from `start` to `end`, rounded up; `nil` where one is no time or they are swapped.
  mutating func microseconds(
    from start: FieldValue, to end: FieldValue, _ line: borrowing RawSpan
  ) -> Int? {
    if let first = text.string(start, line).flatMap(Self.nanoseconds),
      let last = text.string(end, line).flatMap(Self.nanoseconds)
    {
      return last >= first ? Int((last - first + 999) / 1000) : nil
    }
    guard let first = timestamp(start, line), let last = timestamp(end, line), last >= first else {
      return nil
    }
    return Int(last.milliseconds - first.milliseconds) * 1000
  }

  // MARK: Time

  /// The time that `value` names: RFC 3339 text, or a number since 1970 whose size tells its unit, which
  /// may be written as text.
  @inline(__always)
  mutating func timestamp(_ value: FieldValue, _ line: borrowing RawSpan) -> Timestamp? {
    if value.form == .number { return text.string(value, line).flatMap(Self.epochTimestamp) }
    if value.form == .text, value.end - value.start == 26,
      let quick = commonTimestamp(line, Int(value.start) + 1)
    {
      return quick
    }
    guard let text = text.string(value, line) else { return nil }
    return Timestamp(text) ?? Self.epochTimestamp(text)
  }

  /// Reads `YYYY-MM-DDTHH:MM:SS.mmmZ"` at `start`, or gives up.
  private mutating func commonTimestamp(_ line: borrowing RawSpan, _ start: Int) -> Timestamp? {
    guard findDay(line, start) else { return nil }
    let clock = ByteScanner.eightBytes(line, at: start &+ 11) ^ Self.clockPattern
    let second = ByteScanner.eightBytes(line, at: start &+ 17) ^ Self.secondPattern
    guard Self.areDigits(clock, at: 0xFFFF_00FF_FF00_FFFF),
      Self.areDigits(second, at: 0x0000_FFFF_FF00_FFFF)
    else { return nil }
    let (hour, minute) = (Self.pair(clock, at: 0), Self.pair(clock, at: 24))
    let seconds = Self.pair(second, at: 0)
    guard hour < 24, minute < 60, seconds < 60 else { return nil }
    let fraction = Self.pair(second, at: 24) &* 10 &+ Int64(second >> 40 & 0xFF)
    return Timestamp(
      milliseconds: day.start &+ ((hour &* 60 &+ minute) &* 60 &+ seconds) &* 1000 &+ fraction)
  }

  /// `00:00:00`; digits differ from it by their value, and the rest by nothing.
  private static let clockPattern: UInt64 = 0x3030_3A30_303A_3030
  /// `00.000Z"`.
  private static let secondPattern: UInt64 = 0x225A_3030_302E_3030

  /// Whether the bytes of `word` that `mask` covers are at most 9, and the others 0.
  @inline(__always)
  private static func areDigits(_ word: UInt64, at mask: UInt64) -> Bool {
    let tooLarge = (word | word &+ 0x7676_7676_7676_7676) & 0x8080_8080_8080_8080
    return tooLarge == 0 && word & ~mask == 0
  }

  /// The number whose two digits are the bytes at `shift` and behind it.
  @inline(__always)
  private static func pair(_ word: UInt64, at shift: UInt64) -> Int64 {
    Int64(word >> shift & 0xFF) &* 10 &+ Int64(word >> (shift &+ 8) & 0xFF)
  }

  /// Makes `day` the one that is written at `start`, with the `T` behind it; false where none is.
  private mutating func findDay(_ line: borrowing RawSpan, _ start: Int) -> Bool {
    let head = ByteScanner.eightBytes(line, at: start)
    let tail = ByteScanner.eightBytes(line, at: start &+ 3)
    if day.head == head, day.tail == tail { return true }
    let text = String(
      decoding: (start..<start + 11).map { ByteScanner.byte(line, at: $0) }, as: UTF8.self)
    guard let midnight = Timestamp(text + "00:00:00Z") else { return false }
    day = Day(head: head, tail: tail, start: midnight.milliseconds)
    return true
  }

  /// The whole number of nanoseconds since 1970 that `text` is, as OpenTelemetry writes times.
  private static func nanoseconds(_ text: String) -> Int64? {
    guard text.utf8.count >= 18, let number = Int64(text), number >= 0 else { return nil }
    return number
  }

  /// The time that a number since 1970 names: seconds, milliseconds, microseconds or nanoseconds.
  private static func epochTimestamp(_ text: String) -> Timestamp? {
    if let whole = nanoseconds(text) { return Timestamp(milliseconds: whole / 1_000_000) }
    guard let number = Double(text), number >= 0, number < 1e19 else { return nil }
    let milliseconds =
      switch number {
      case ..<1e11: number * 1000
      case ..<1e14: number
      case ..<1e17: number / 1000
      default: number / 1_000_000
      }
    return Timestamp(milliseconds: Int64(milliseconds))
  }
}
