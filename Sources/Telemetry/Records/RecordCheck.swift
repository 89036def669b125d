/// What is counted about single records of one server: each check looks at some records and matches some.
enum RecordCheck: UInt8, CaseIterable, Sendable {
  case missingTimestamp, missingAgentID, missingServerID, missingToolName, missingInputHash
  case missingOutputStatus, missingLatency, missingSessionID, missingTraceID
  case missingUserID, missingDecision
  case missingEnvironment, missingTenantID, missingPolicyID, missingApprovalID
  case missingDownstreamRequestID, missingClientID
  /// The record holds the arguments themselves.
  case rawInput
  /// The agent is unnamed, or named like any service.
  case genericIdentity
  /// The agent and the user are the same.
  case collapsedIdentity
  /// The trace id is absent or not one of W3C Trace Context.
  case invalidTrace
  /// Something is missing without which the call cannot be retraced.
  case incompleteChain
  /// The record names a policy's decision.
  case policyDecided
  /// How the call ended is not said, or not in words that are understood.
  case unknownOutcome
  /// The call was let through and did not succeed.
  case failure
  /// Policy refused the call.
  case blocked
  /// Policy refused the call, and the record names neither policy nor error.
  case unexplainedBlock
  /// A fallback served the call.
  case fallback
  /// Capability negotiation failed.
  case failedNegotiation

  /// The audit fields that every record must hold, with the check that counts those that lack them.
  static let auditFields: [(field: LogField, check: RecordCheck)] = [
    (.timestamp, .missingTimestamp), (.agentID, .missingAgentID), (.serverID, .missingServerID),
    (.toolName, .missingToolName), (.inputHash, .missingInputHash),
    (.outputStatus, .missingOutputStatus), (.latency, .missingLatency),
    (.sessionID, .missingSessionID), (.traceID, .missingTraceID), (.userID, .missingUserID),
    (.decision, .missingDecision),
  ]

  /// Fields that records of some servers must hold, with the check that counts those that lack them.
  static let contextFields: [(field: LogField, check: RecordCheck)] = [
    (.environment, .missingEnvironment), (.tenantID, .missingTenantID),
    (.policyID, .missingPolicyID), (.approvalID, .missingApprovalID),
    (.downstreamRequestID, .missingDownstreamRequestID), (.clientID, .missingClientID),
  ]

  /// All fields whose absence is counted.
  static let countedFields = auditFields + contextFields

  /// The field whose value shows a match; `nil` where the whole line does.
  var subject: LogField? {
    switch self {
    case .rawInput: .input
    case .genericIdentity: .agentID
    case .collapsedIdentity: .userID
    case .invalidTrace: .traceID
    case .policyDecided: .decision
    case .unknownOutcome, .failure, .blocked, .unexplainedBlock: .outputStatus
    case .fallback: .fallback
    case .failedNegotiation: .negotiationStatus
    default: nil
    }
  }
}

/// A set of checks, one bit each.
struct RecordChecks: Sendable {
  private var bits: UInt32 = 0

  /// Takes in `check`, if `condition` holds.
  mutating func insert(_ check: RecordCheck, if condition: Bool = true) {
    if condition { bits |= 1 << UInt32(check.rawValue) }
  }

  /// Whether `check` is in the set.
  func contains(_ check: RecordCheck) -> Bool {
    bits & 1 << UInt32(check.rawValue) != 0
  }
}
