import Estate

/// An audit log, written record by record; every record is complete but for what a test takes out of it.
struct EvidenceLog {
  private(set) var lines: [String] = []
  /// Milliseconds since 1970 of the next record.
  private var time: Int64 = 1_762_077_600_000

  private static let numbers: Set<String> = ["latency_ms", "output_bytes", "fallback"]

  /// The text of the log.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds `count` records, each `seconds` after the one before, with the values of `change` in place of the
  /// usual ones; an empty value takes the field out.
  mutating func add(_ count: Int = 1, every seconds: Int = 1, _ change: [String: String] = [:]) {
    for _ in 0..<count {
      let number = lines.count
      let hexadecimal = String(number + 1, radix: 16)
      let zeros = String(repeating: "0", count: 32 - hexadecimal.count)
      var fields = [
        "timestamp": "\(Timestamp(milliseconds: time))", "agent_id": "agent-billing",
        "server_id": "ledger", "tool_name": "query_entries",
        "input_hash": "sha256:\(zeros)\(zeros)\(hexadecimal)\(hexadecimal)",
        "output_status": "success", "latency_ms": "120", "session_id": "sess_\(number / 50)",
        "trace_id": zeros + hexadecimal, "user_id": "ana@example.com", "environment": "prod",
        "decision": "allow", "downstream_request_id": "req-\(number)",
      ]
      fields.merge(change) { $1 }
      lines.append(
        "{"
          + fields.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { key, value in
            let isBare = Self.numbers.contains(key) || value.first == "{"
            return "\"\(key)\": \(isBare ? value : "\"\(value)\"")"
          }.joined(separator: ", ") + "}")
      time += Int64(seconds) * 1000
    }
  }
}
