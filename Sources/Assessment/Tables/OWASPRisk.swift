/// The ten risks of OWASP's MCP Top 10 (2025), and the rules whose gaps are a way into each.
///
/// Only where a rule bears on a risk directly: ownership, drills or scores are in no row of that list.
public enum OWASPRisk: String, Hashable, Sendable, CaseIterable {
  /// Long-lived, shared or exposed tokens and secrets.
  case tokens = "MCP01:2025"
  /// Permissions that are or become wider than the task needs.
  case scopeCreep = "MCP02:2025"
  /// Tools whose definitions mislead the agent.
  case toolPoisoning = "MCP03:2025"
  /// Packages and images that may be tampered with.
  case supplyChain = "MCP04:2025"
  /// Arguments that become commands.
  case commandInjection = "MCP05:2025"
  /// Content that turns the agent from its user's goal.
  case intentSubversion = "MCP06:2025"
  /// Callers that nobody verifies or limits.
  case authorization = "MCP07:2025"
  /// Calls that leave no usable trace.
  case audit = "MCP08:2025"
  /// Servers and tools that nobody registered.
  case shadowServers = "MCP09:2025"
  /// Results and contexts that carry more than they should.
  case overSharing = "MCP10:2025"

  /// The risk's name in the list.
  public var title: String {
    switch self {
    case .tokens: "Token Mismanagement & Secret Exposure"
    case .scopeCreep: "Privilege Escalation via Scope Creep"
    case .toolPoisoning: "Tool Poisoning"
    case .supplyChain: "Software Supply Chain Attacks & Dependency Tampering"
    case .commandInjection: "Command Injection & Execution"
    case .intentSubversion: "Intent Flow Subversion"
    case .authorization: "Insufficient Authentication & Authorization"
    case .audit: "Lack of Audit and Telemetry"
    case .shadowServers: "Shadow MCP Servers"
    case .overSharing: "Context Injection & Over-Sharing"
    }
  }

  /// The ids of the built-in rules that bear on the risk.
  public var rules: Set<String> {
    switch self {
    case .tokens: ["MCP103", "MCP104", "MCP107", "MCP108", "MCP1081", "MCP112", "MCP207"]
    case .scopeCreep: ["MCP206", "MCP208", "MCP211", "MCP308", "MCP309", "MCP310", "MCP703"]
    case .toolPoisoning:
      ["MCP202", "MCP209", "MCP212", "MCP801", "MCP802", "MCP803", "MCP804"]
    case .supplyChain: ["MCP508", "MCP704", "MCP804"]
    case .commandInjection: ["MCP203", "MCP2031", "MCP210"]
    case .intentSubversion: ["MCP302", "MCP305", "MCP506", "MCP507", "MCP801"]
    case .authorization:
      [
        "MCP101", "MCP102", "MCP105", "MCP106", "MCP109", "MCP110", "MCP111", "MCP207", "MCP301",
        "MCP309",
      ]
    case .audit:
      ["MCP401", "MCP402", "MCP403", "MCP404", "MCP405", "MCP406", "MCP407"]
    case .shadowServers: ["MCP201", "MCP2011", "MCP212", "MCP408", "MCP701", "MCP705"]
    case .overSharing: ["MCP106", "MCP204", "MCP205", "MCP501", "MCP502", "MCP503", "MCP507"]
    }
  }
}
