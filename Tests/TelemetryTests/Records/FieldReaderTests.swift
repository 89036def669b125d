import Estate
import Testing

@testable import Telemetry

@Suite struct FieldReaderTests {
  /// Reads the value of the one member of `{"x":…}` with `body`.
  private func read<Result>(
    _ value: String, as field: LogField,
    _ body: (inout FieldReader, FieldValue, borrowing RawSpan) -> Result
  ) throws -> Result {
    let bytes = Array("{\"\(field.name)\":\(value)}".utf8)
    var parser = RecordParser(.standard)
    var record = LogRecord()
    try parser.parse(bytes.span.bytes, into: &record)
    var reader = FieldReader()
    return body(&reader, record[field], bytes.span.bytes)
  }

  @Test(
    arguments: [
      ("\"2025-01-15T14:23:07.441Z\"", 1_736_950_987_441),
      ("\"2025-01-15T14:23:07Z\"", 1_736_950_987_000),
      ("\"2025-01-15T16:23:07.441+02:00\"", 1_736_950_987_441),
      ("\"2025-01-15t14:23:07.441999z\"", 1_736_950_987_441),
      ("\"2025\\u002d01-15T14:23:07.441Z\"", 1_736_950_987_441), ("1736950987", 1_736_950_987_000),
      ("1736950987.441", 1_736_950_987_441), ("1736950987441", 1_736_950_987_441),
      ("1736950987441000", 1_736_950_987_441), ("1736950987441000000", 1_736_950_987_441),
      ("\"2025-02-30T14:23:07.441Z\"", nil), ("\"2025-01-15T24:23:07.441Z\"", nil),
      ("\"+025-01-15T14:23:07.441Z\"", nil), ("\"2025-01-15\"", nil), ("-5", nil), ("true", nil),
      ("\"\"", nil),
    ] as [(String, Int64?)])
  func `times are RFC 3339 or numbers since 1970`(text: String, milliseconds: Int64?) throws {
    let time = try read(text, as: .timestamp) { $0.timestamp($1, $2) }
    #expect(time?.milliseconds == milliseconds)
  }

  @Test(
    arguments: [
      ("0", 0), ("312", 312_000), ("312.4", 312_400), ("0.0001", 1), ("4.35", 4350),
      ("3.2e1", 32_000), ("\"12\"", 12_000), ("-1", nil), ("\"12ms\"", nil), ("\"nan\"", nil),
      ("1e99", nil), ("1234567890123", 1_234_567_890_123_000), ("{}", nil),
    ] as [(String, Int?)])
  func `latencies are numbers of milliseconds, rounded up to microseconds`(
    text: String, microseconds: Int?
  ) throws {
    #expect(try read(text, as: .latency) { $0.microseconds($1, $2) } == microseconds)
  }

  @Test(arguments: [
    ("true", true), ("false", false), ("null", false), ("\"\"", false), ("\"No\"", false),
    ("0", false), ("1", true), ("\"replica\"", true), ("\"unset\"", false), ("\"unsets\"", true),
    ("\"n\\u006fne\"", false),
  ])
  func `what is not denied is affirmed`(text: String, expected: Bool) throws {
    #expect(try read(text, as: .fallback) { $0.isAffirmed($1, $2) } == expected)
  }

  @Test func `a name longer than the limit names nobody`() throws {
    let long = "\"" + String(repeating: "x", count: 513) + "\""
    var names = NameIndex()
    #expect(try read(long, as: .agentID) { $0.name($1, $2, in: &names) } == nil)
    #expect(try read("\"x\"", as: .agentID) { $0.name($1, $2, in: &names) } == 0)
    #expect(try read("\"\\u0078\"", as: .agentID) { $0.name($1, $2, in: &names) } == 0)
  }
}
