import SourceText
import Syntax

/// Tells a log of JSON objects, one a line, by its first lines.
enum LogRecognizer {
  /// How many lines are looked at; a log may begin with a few that were cut or damaged.
  private static let lineCount = 20

  /// Names under which records give their time.
  private static let times: Set<String> = [
    "timestamp", "time", "ts", "@timestamp", "start_time", "time_iso8601", "time_local", "msec",
    "datetime", "date", "event_time", "observed_timestamp",
  ]

  /// Names of which audit records and gateways' access logs carry several.
  private static let fields: Set<String> = [
    "agent_id", "server_id", "tool_name", "input_hash", "output_status", "latency_ms",
    "session_id", "trace_id", "user_id", "decision", "approval_id", "client_id", "agent",
    "server", "tool", "method", "status", "request", "request_method", "request_time", "uri",
    "path", "remote_addr", "upstream_addr", "upstream_host", "response_code", "duration",
    "mcp.session.id", "mcp.method.name", "gen_ai.tool.name", "level", "message",
  ]

  /// Whether `beginning` are the first lines of a log; the last of them may be cut unless it `isWhole`.
  ///
  /// By its name alone, a file of JSON objects with a time counts as one.
  static func isLog(_ beginning: [UInt8], isWhole: Bool, isNamedAsLog: Bool) -> Bool {
    guard beginning.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") else {
      return false
    }
    if isNamedAsLog, beginsWithBatch(beginning) { return true }
    let source = SourceFile(id: SourceID(index: 0), path: "", bytes: beginning)
    var (objects, records, others) = (0, 0, 0)
    for line in lines(of: beginning, isWhole: isWhole).prefix(lineCount) {
      guard let document = object(in: line, of: source) else {
        others += 1
        continue
      }
      objects += 1
      if isRecord(document, isNamedAsLog: isNamedAsLog) { records += 1 }
    }
    // A file that is called a log is one however much of it is damaged, so that the damage is reported.
    return records > 0 && (isNamedAsLog || objects > others) && records * 2 >= objects
  }

  /// Whether the first key is that of an OTLP batch, whose line may be longer than what is looked at.
  private static func beginsWithBatch(_ beginning: [UInt8]) -> Bool {
    let text = beginning.lazy.filter { $0 > 0x20 && $0 < 0x80 }.prefix(20)
    return batchKeys.contains { text.starts(with: Array("{\"\($0)\":".utf8)) }
  }

  private static let batchKeys = ["resourceSpans", "resourceLogs"]

  /// Whether `document` is a record of one of the kinds that `Telemetry` reads.
  static func isRecord(_ document: Node, isNamedAsLog: Bool) -> Bool {
    let keys = document.members.compactMap { $0.key.scalarText }
    if keys.contains(where: batchKeys.contains) { return true }
    guard keys.contains(where: times.contains) else { return false }
    return isNamedAsLog || keys.filter(fields.contains).count >= 2
  }

  /// Why a file of JSON objects, one a line, is no log.
  static let strangeLines = "its lines are not JSON objects with the fields of a record"

  /// Whether `source` is one JSON object a line, by its first lines.
  static func holdsObjects(_ source: SourceFile) -> Bool {
    let lines = lines(of: source.bytes, isWhole: true).prefix(lineCount)
    return lines.count > 1 && lines.allSatisfy { object(in: $0, of: source) != nil }
  }

  private static func object(in line: Range<Int>, of source: SourceFile) -> Node? {
    do throws(SyntaxError) {
      let root = try JSONParser.parse(source, in: line).documents.first
      return root?.kind == .mapping ? root : nil
    } catch {
      // A damaged line is `Telemetry`'s to report; here it only speaks against a log.
      return nil
    }
  }

  /// The lines that are complete and not blank.
  private static func lines(of bytes: [UInt8], isWhole: Bool) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count, lines.count <= lineCount {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      guard let stop = end ?? (isWhole ? bytes.count : nil) else { break }
      if bytes[start..<stop].contains(where: { $0 > 0x20 }) { lines.append(start..<stop) }
      start = stop + 1
    }
    return lines
  }
}
