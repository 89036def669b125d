import Syntax

/// Reads the text of scalar values, undoing escapes where there are any.
struct ValueText: Sendable {
  /// The longest text that is taken for a name or a word; what is longer names nothing.
  static let maximumLength = 512

  private var decoded: [UInt8] = []

  /// Calls `body` with the text of `value`, if it is a string or number with any text worth a name.
  @inline(__always)
  mutating func withBytes<Result>(
    _ value: FieldValue, _ line: borrowing RawSpan,
    _ body: (borrowing RawSpan, Int, Int) -> Result
  ) -> Result? {
    let (start, end) = (Int(value.start), Int(value.end))
    switch value.form {
    case .text:
      guard 1...Self.maximumLength ~= end - start - 2 else { return nil }
      return body(line, start + 1, end - 1)
    case .number:
      guard end - start <= Self.maximumLength else { return nil }
      return body(line, start, end)
    case .escapedText:
      JSONText.decode(line, from: start + 1, to: end - 1, into: &decoded)
      guard 1...Self.maximumLength ~= decoded.count else { return nil }
      return body(decoded.span.bytes, 0, decoded.count)
    case .absent, .true, .false, .object, .array:
      return nil
    }
  }

  /// The number that `names` gives to the text of `value`.
  mutating func name(
    _ value: FieldValue, _ line: borrowing RawSpan, in names: inout NameIndex
  ) -> UInt32? {
    withBytes(value, line) { names.number(of: $0, from: $1, to: $2) }
  }

  /// The text of `value`.
  mutating func string(_ value: FieldValue, _ line: borrowing RawSpan) -> String? {
    withBytes(value, line) { bytes, start, end in
      String(decoding: (start..<end).map { ByteScanner.byte(bytes, at: $0) }, as: UTF8.self)
    }
  }
}
