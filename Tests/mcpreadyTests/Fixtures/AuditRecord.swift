/// One line of an audit log; what is `nil` is left out.
struct AuditRecord {
  /// Milliseconds since the log's period began; decides the order of the lines.
  var offset = 0
  var timestamp = ""
  var environment = "prod"
  var agent = ""
  var user: String?
  var tenant: String?
  var session: String?
  var trace: String?
  var server = ""
  var version: String?
  var tool = ""
  var inputHash: String?
  /// The arguments as JSON, where somebody logs them raw.
  var input: String?
  var decision: String?
  var policy: String?
  var approval: String?
  var approver: String?
  var idempotencyKey: String?
  var status = "success"
  var isFallback = false
  var error: String?
  var latency = 0
  var downstreamRequest: String?

  /// The record as JSON, without a line end.
  ///
  /// Values are plain text, so nothing needs an escape.
  var line: String {
    var members: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { members.append("\"\(name)\":\"\(value)\"") }
    }
    add("timestamp", timestamp)
    add("environment", environment)
    add("agent_id", agent)
    add("user_id", user)
    add("tenant_id", tenant)
    add("session_id", session)
    add("trace_id", trace)
    add("server_id", server)
    add("server_version", version)
    add("tool_name", tool)
    add("input_hash", inputHash)
    if let input { members.append("\"input\":\(input)") }
    add("decision", decision)
    add("policy_id", policy)
    add("approval_id", approval)
    add("approver_id", approver)
    add("idempotency_key", idempotencyKey)
    add("output_status", status)
    if isFallback { members.append("\"fallback\":true") }
    add("error", error)
    members.append("\"latency_ms\":\(latency)")
    add("downstream_request_id", downstreamRequest)
    return "{" + members.joined(separator: ",") + "}"
  }
}
