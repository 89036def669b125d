/// What an audit record can say, whatever its producer calls it.
///
/// The first nine are the minimum that seed 2 asks of every record.
public enum LogField: UInt8, Hashable, Sendable, CaseIterable {
  /// When the call was made: RFC 3339, or a number of seconds to nanoseconds since 1970.
  case timestamp
  /// The agent or MCP client that calls.
  case agentID
  /// The server that is called.
  case serverID
  /// The tool that is called.
  case toolName
  /// A digest of the arguments.
  case inputHash
  /// How the call ended.
  case outputStatus
  /// How long it took, in milliseconds.
  case latency
  /// The MCP session.
  case sessionID
  /// The W3C trace id, or a whole `traceparent`.
  case traceID
  /// The person or workflow for whom the agent acts.
  case userID
  /// Where the call ran, such as `prod`.
  case environment
  /// What the policy decided.
  case decision
  /// The policy or rule that decided.
  case policyID
  /// The approval that the call was made under.
  case approvalID
  /// Who approved.
  case approverID
  /// The request that the server made of the system behind it.
  case downstreamRequestID
  /// The key under which a repeated call does nothing.
  case idempotencyKey
  /// Whether a fallback served the call.
  case fallback
  /// What went wrong.
  case error
  /// The version of the server.
  case serverVersion
  /// The OAuth client, where it is not the agent.
  case clientID
  /// The arguments themselves.
  case input
  /// The tenant on whose behalf the call was made.
  case tenantID
  /// The JSON-RPC method, such as `tools/call` or `initialize`.
  case method
  /// How capability negotiation ended.
  case negotiationStatus
  /// How long the call took, in seconds, where it is not given in milliseconds.
  case latencySeconds
  /// When the call ended; with its start, how long it took.
  case endTime
  /// The size of the result, in bytes.
  case outputBytes
  /// What the gateway that wrote the record calls the system behind it: a server only if a registered
  /// server is known by it.
  case upstream

  /// The canonical name, under which field mappings and facts know the field.
  public var name: String {
    switch self {
    case .timestamp: "timestamp"
    case .agentID: "agent_id"
    case .serverID: "server_id"
    case .toolName: "tool_name"
    case .inputHash: "input_hash"
    case .outputStatus: "output_status"
    case .latency: "latency_ms"
    case .sessionID: "session_id"
    case .traceID: "trace_id"
    case .userID: "user_id"
    case .environment: "environment"
    case .decision: "decision"
    case .policyID: "policy_id"
    case .approvalID: "approval_id"
    case .approverID: "approver_id"
    case .downstreamRequestID: "downstream_request_id"
    case .idempotencyKey: "idempotency_key"
    case .fallback: "fallback"
    case .error: "error"
    case .serverVersion: "server_version"
    case .clientID: "client_id"
    case .input: "input"
    case .tenantID: "tenant_id"
    case .method: "method"
    case .negotiationStatus: "negotiation_status"
    case .latencySeconds: "latency_s"
    case .endTime: "end_time"
    case .outputBytes: "output_bytes"
    case .upstream: "upstream"
    }
  }

  /// The field whose canonical name is `name`.
  public init?(name: String) {
    guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }
}
