extension LogField {
  /// The names under which producers write the field, best first; a dot leads into a nested object.
  ///
  /// The canonical name comes first. Where one record holds several of the names, the earlier one wins.
  var standardNames: [String] {
    [name] + aliases
  }

  private var aliases: [String] {
    switch self {
    case .timestamp: ["time", "ts", "@timestamp", "event_time", "eventTime"]
    case .agentID: ["agentId", "agent", "agent_name", "agent.id", "actor.agent_id"]
    case .serverID:
      [
        "serverId", "server", "mcp_server", "mcp_server_id", "mcpServerId", "server.id",
        "mcp.server.id",
      ]
    case .toolName:
      ["toolName", "tool", "mcp_tool", "gen_ai.tool.name", "tool.name", "params.name"]
    case .inputHash:
      [
        "inputHash", "input_digest", "inputDigest", "arguments_hash", "argumentsHash",
        "params_hash",
      ]
    case .outputStatus: ["outputStatus", "status", "outcome", "result_status", "resultStatus"]
    case .latency: ["latencyMs", "latency", "duration_ms", "durationMs", "elapsed_ms", "elapsedMs"]
    case .sessionID: ["sessionId", "session", "mcp_session_id", "mcpSessionId", "mcp.session.id"]
    case .traceID: ["traceId", "trace", "traceparent", "trace.id", "_meta.traceparent"]
    case .userID:
      [
        "userId", "user", "user_context", "userContext", "end_user", "endUser", "enduser.id",
        "user.id", "user_context.user_id", "user_context.id", "on_behalf_of", "subject",
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
    case .error: ["error_message", "errorMessage", "error_type", "errorType", "error.type"]
    case .serverVersion:
      ["serverVersion", "mcp_server_version", "server.version", "mcp.server.version"]
    case .clientID: ["clientId", "client", "client_name", "clientName", "client.id", "azp"]
    case .input:
      ["arguments", "params", "raw_input", "rawInput", "tool_input", "toolInput", "args"]
    case .tenantID: ["tenantId", "tenant", "org_id", "orgId", "organization_id", "tenant.id"]
    case .method:
      ["mcp_method", "mcpMethod", "rpc_method", "rpcMethod", "mcp.method.name", "jsonrpc_method"]
    case .negotiationStatus: ["negotiationStatus", "negotiation", "capability_negotiation"]
    }
  }
}
