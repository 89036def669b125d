import FoundationEssentials
import TestSupport
import Testing

@testable import Telemetry

@Suite struct RecordParserTests {
  private func fault(_ line: [UInt8]) -> RecordFault? {
    var parser = RecordParser(.standard)
    var record = LogRecord()
    do throws(RecordFault) {
      try parser.parse(line.span.bytes, into: &record)
      return nil
    } catch {
      return error
    }
  }

  /// The text of each field of `line`.
  private func values(_ line: String, _ mapping: FieldMapping = .standard) throws -> [String:
    String]
  {
    let bytes = Array(line.utf8)
    var parser = RecordParser(mapping)
    var record = LogRecord()
    try parser.parse(bytes.span.bytes, into: &record)
    var values: [String: String] = [:]
    for field in LogField.allCases where record.has(field) {
      let range = Int(record[field].start)..<Int(record[field].end)
      values[field.name] = String(decoding: bytes[range], as: UTF8.self)
    }
    return values
  }

  @Test(arguments: [
    ("", RecordFault.notAnObject), ("[]", .notAnObject), ("\"a\"", .notAnObject),
    ("{", .syntax(offset: 1)), ("{\"a\":1", .syntax(offset: 6)), ("{\"a\":1,}", .syntax(offset: 7)),
    ("{\"a\":1}x", .syntax(offset: 7)), ("{\"a\":01}", .syntax(offset: 6)),
    ("{\"a\":tru}", .syntax(offset: 8)), ("{\"a\":\"\\u12g4\"}", .syntax(offset: 10)),
    ("{\"a\":\"\\x\"}", .syntax(offset: 7)), ("{\"a\":-}", .syntax(offset: 6)),
    ("{\"a\":1.}", .syntax(offset: 7)), ("{\"a\":1e}", .syntax(offset: 7)),
    ("{\"a\":\"\t\"}", .syntax(offset: 6)), ("{\"a\":{\"b\":[1,]}}", .syntax(offset: 13)),
    ("{\"a\" 1}", .syntax(offset: 5)), ("{a:1}", .syntax(offset: 1)),
  ])
  func `a line that is no record says where`(line: String, expected: RecordFault) {
    #expect(fault(Array(line.utf8)) == expected)
  }

  @Test func `ill-formed UTF-8 and endless nesting are faults`() {
    #expect(fault(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)) == .encoding(offset: 6))
    let deep = String(repeating: "[", count: 200_000)
    #expect(fault(Array("{\"a\":\(deep)".utf8)) == .tooDeep(offset: 132))
    let nested = String(repeating: "{\"a\":", count: 100_000)
    #expect(fault(Array(nested.utf8)) == .tooDeep(offset: 640))
  }

  @Test func `fields are found under any known name, in any order, at any known depth`() throws {
    let line =
      #"{"toolName":"t","meta":{"tool_name":"no"},"user":{"id":"ana"},"#
      + #""policy":{"decision":"allow","id":7},"mcp.session.id":"m","server_i\u0064":"s","#
      + #""timestamp":1,"_meta":{"traceparent":"00-1"},"tenant_id":null}"#
    #expect(
      try values(line) == [
        "tool_name": "\"t\"", "user_id": "\"ana\"", "decision": "\"allow\"", "policy_id": "7",
        "session_id": "\"m\"", "server_id": "\"s\"", "timestamp": "1", "trace_id": "\"00-1\"",
      ])
  }

  @Test func `the better name wins in either order, and the later of two equal ones`() throws {
    #expect(try values(#"{"agent":"b","agent_id":"a"}"#) == ["agent_id": "\"a\""])
    #expect(try values(#"{"agent_id":"a","agent":"b"}"#) == ["agent_id": "\"a\""])
    #expect(try values(#"{"agent_id":null,"agent":"b"}"#) == ["agent_id": "\"b\""])
    #expect(try values(#"{"agent_id":"a","agent_id":"c"}"#) == ["agent_id": "\"c\""])
  }

  @Test func `a team's own name wins over every standard one`() throws {
    var mapping = FieldMapping()
    mapping.map(.serverID, to: "target.service")
    mapping.map(.latency, to: "status")
    #expect(
      try values(#"{"server_id":"x","target":{"service":"s"},"status":3}"#, mapping)
        == ["server_id": "\"s\"", "latency_ms": "3"])
  }

  @Test func `every document of JSONTestSuite is accepted or refused as it says`() throws {
    guard let folder = SharedFolder.path("conformance/JSONTestSuite/test_parsing") else { return }
    var (decided, wrong): (Int, [String]) = (0, [])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard let content = FileManager.default.contents(atPath: folder + "/" + name) else {
        continue
      }
      let isValid = name.hasPrefix("y_")
      guard isValid || name.hasPrefix("n_") else { continue }
      decided += 1
      let line = Array("{\"a\":".utf8) + Array(content) + Array("}".utf8)
      if (fault(line) == nil) != isValid { wrong.append(name) }
    }
    print("JSONTestSuite: \(decided - wrong.count) of \(decided) documents decided as they say")
    #expect(wrong == [])
  }
}
