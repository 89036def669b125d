/// The tables and lists of the seed documents that the catalogue reproduces as results.
public enum SourceTable: String, Hashable, Sendable, CaseIterable {
  /// The readiness checklist, seven sections (seed 4).
  case checklist
  /// The nine controls of the validation gate (seed 3).
  case validationGate = "validation-gate"
  /// The 30-day playbook, week by week (seed 0).
  case thirtyDays = "30-days"
  /// The 90-day rollout, phase by phase (seed 1).
  case ninetyDays = "90-days"
  /// The four capabilities of a control plane (seed 1).
  case capabilities
  /// The three layered controls beyond authentication (seed 1).
  case layers
  /// The questions that a fleet must be able to answer (seed 1).
  case questions
  /// The four measures of leadership (seed 1).
  case leadership
  /// Minimum controls by class of tool (seed 3).
  case toolClasses = "tool-classes"
  /// Deployment patterns by context (seed 3).
  case patterns
  /// Isolation of process, credential and impact (seed 3).
  case isolation
  /// The dimensions of the Control-plane Risk Score (seed 0).
  case riskDimensions = "risk-dimensions"

  /// The document, as SPEC section 2 numbers them.
  public var source: String {
    switch self {
    case .thirtyDays, .riskDimensions: "S0"
    case .ninetyDays, .capabilities, .layers, .questions, .leadership: "S1"
    case .validationGate, .toolClasses, .patterns, .isolation: "S3"
    case .checklist: "S4"
    }
  }

  /// The table's name for people.
  public var title: String {
    switch self {
    case .checklist: "Readiness checklist"
    case .validationGate: "Validation gate"
    case .thirtyDays: "30-day playbook"
    case .ninetyDays: "90-day rollout"
    case .capabilities: "Control-plane capabilities"
    case .layers: "Layered controls"
    case .questions: "Production questions"
    case .leadership: "Leadership metrics"
    case .toolClasses: "Controls by tool class"
    case .patterns: "Deployment patterns"
    case .isolation: "Isolation layers"
    case .riskDimensions: "Risk dimensions"
    }
  }

  /// The names of the table's stages or sections, by the part of a row's key before its dot; empty where
  /// the table has none.
  public var sections: [(key: String, title: String)] {
    switch self {
    case .checklist:
      [
        ("1", "Identity and authentication"), ("2", "Tool catalog and scopes"),
        ("3", "Policy and approvals"), ("4", "Logging, audit and forensics"),
        ("5", "Data handling and egress"), ("6", "Reliability and kill switches"),
        ("7", "Ownership and change control"),
      ]
    case .thirtyDays:
      [
        ("1", "Week 1: inventory and trust tiers"), ("2", "Week 2: auth and scope policy"),
        ("3", "Week 3: reliability budgets"), ("4", "Week 4: drills and rollback"),
      ]
    case .ninetyDays:
      [
        ("1", "Weeks 1-3: inventory and classification"), ("2", "Weeks 4-6: registry"),
        ("3", "Weeks 7-9: policy gates"), ("4", "Weeks 10-12: telemetry and alerts"),
      ]
    default: []
    }
  }
}
