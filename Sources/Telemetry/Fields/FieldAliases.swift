extension LogField {
  /// The names under which producers write the field, best first; a dot leads into a nested object.
  ///
  /// The canonical name comes first. Where one record holds several of the names, the earlier one wins.
  var standardNames: [String] {
    [name] + aliases
  }

  private var aliases: [String] {
    switch self {
    case .timestamp:
      [
        "time", "ts", "@timestamp", "event_time", "eventTime", "start_time", "startTime",
        "time_iso8601", "msec",
      ]
    case .agentID:
      [
        "agentId", "agent", "agent_name", "agent.id", "actor.agent_id", "gen_ai.agent.id",
        "gen_ai.agent.name", "http_x_agent_id", "x-agent-id",
      ]
    case .serverID:
      [
        "serverId", "server", "mcp_server", "mcp_server_id", "mcpServerId", "server.id",
        "mcp.server.id",
      ]
    case .toolName:
      [
        "toolName", "tool", "mcp_tool", "gen_ai.tool.name", "tool.name", "params.name",
        "http_mcp_name", "mcp-name",
      ]
    case .inputHash:
      [
        "inputHash", "input_digest", "inputDigest", "arguments_hash", "argumentsHash",
        "params_hash", "args_hash",
      ]
    case .outputStatus:
      [
        "outputStatus", "status", "outcome", "result_status", "resultStatus", "response_code",
        "status_code", "statusCode",
      ]
    case .latency:
      [
        "latencyMs", "latency", "duration_ms", "durationMs", "elapsed_ms", "elapsedMs",
        "duration",
      ]
    case .sessionID:
      [
        "sessionId", "session", "mcp_session_id", "mcpSessionId", "mcp.session.id",
        "http_mcp_session_id", "mcp-session-id", "gen_ai.conversation.id",
      ]
    case .traceID:
      [
        "traceId", "trace", "traceparent", "trace.id", "_meta.traceparent", "http_traceparent",
        "opentelemetry_trace_id",
      ]
    case .userID:
      [
        "userId", "user", "user_context", "userContext", "end_user", "endUser", "enduser.id",
        "user.id", "user_context.user_id", "user_context.id", "on_behalf_of", "subject",
        "remote_user",
      ]
    case .environment:
      ["env", "deployment_environment", "deployment.environment", "deployment.environment.name"]
    case .decision:
      ["policy_decision", "policyDecision", "policy.decision", "authz_decision", "authzDecision"]
    case .policyID:
      ["policyId", "policy", "policy_name", "policyName", "policy.id", "policy_rule", "rule_id"]
    case .approvalID: ["approvalId", "approval", "approval.id", "approval_ref", "approvalRef"]
    case .approverID:
      ["approverId", "approved_by", "approvedBy", "approver", "approval.approver", "approval.by"]
    case .downstreamRequestID:
      ["downstreamRequestId", "downstream_id", "downstreamId", "upstream_request_id"]
    case .idempotencyKey: ["idempotencyKey", "idempotency"]
    case .fallback:
      ["fallback_used", "fallbackUsed", "is_fallback", "isFallback", "fallback_activated"]
    case .error:
      [
        "error_message", "errorMessage", "error_type", "errorType", "error.type", "is_error",
        "isError",
      ]
    case .serverVersion:
      ["serverVersion", "mcp_server_version", "server.version", "mcp.server.version"]
    case .clientID: ["clientId", "client", "client_name", "clientName", "client.id", "azp"]
    case .input:
      [
        "arguments", "params", "raw_input", "rawInput", "tool_input", "toolInput", "args",
        "parameters", "tool_parameters", "toolParameters", "request_parameters",
        "gen_ai.tool.call.arguments",
      ]
    case .tenantID: ["tenantId", "tenant", "org_id", "orgId", "organization_id", "tenant.id"]
    case .method:
      [
        "mcp_method", "mcpMethod", "rpc_method", "rpcMethod", "mcp.method.name", "jsonrpc_method",
        "http_mcp_method", "mcp-method", "request_method",
      ]
    case .negotiationStatus: ["negotiationStatus", "negotiation", "capability_negotiation"]
    case .latencySeconds:
      ["latency_seconds", "duration_s", "duration_seconds", "elapsed_seconds", "request_time"]
    case .endTime: ["endTime", "endTimeUnixNano", "ended_at", "endedAt"]
    case .outputBytes:
      [
        "outputBytes", "result_bytes", "resultBytes", "response_bytes", "responseBytes",
        "output_size", "outputSize", "response_size", "responseSize", "body_bytes_sent",
        "bytes_sent",
      ]
    case .upstream: ["upstream_cluster", "proxy_host", "upstream_host", "upstream_addr"]
    }
  }
}
