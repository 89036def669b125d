/// What is counted about single records of one server: each check looks at some records and matches some.
///
/// The checks of missing fields have the numbers of the fields.
enum RecordCheck: UInt8, CaseIterable, Sendable {
  case missingTimestamp, missingAgentID, missingServerID, missingToolName, missingInputHash
  case missingOutputStatus, missingLatency, missingSessionID, missingTraceID
  case missingUserID, missingEnvironment, missingDecision, missingPolicyID, missingApprovalID
  case missingDownstreamRequestID = 15
  case missingClientID = 20
  case missingTenantID = 22
  /// The record holds the arguments themselves, under their own name or in place of their digest.
  case rawInput = 32
  /// The agent is unnamed, or named like any service.
  case genericIdentity
  /// The agent and the user are the same.
  case collapsedIdentity
  /// The trace id is absent or not one of W3C Trace Context.
  case invalidTrace
  /// Something is missing without which the call cannot be retraced.
  case incompleteChain
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
  /// The arguments or the error hold what looks like a live secret.
  case secret

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

  /// The place of the check among all.
  var index: Int {
    switch self {
    case .missingDownstreamRequestID: 14
    case .missingClientID: 15
    case .missingTenantID: 16
    default: rawValue < 32 ? Int(rawValue) : Int(rawValue) - 15
    }
  }

  /// The field whose value shows a match; `nil` where the whole line does.
  var subject: LogField? {
    switch self {
    case .rawInput, .secret: .input
    case .genericIdentity: .agentID
    case .collapsedIdentity: .userID
    case .invalidTrace: .traceID
    case .unknownOutcome, .failure, .blocked, .unexplainedBlock: .outputStatus
    case .fallback: .fallback
    case .failedNegotiation: .negotiationStatus
    default: nil
    }
  }
}

/// A set of checks, one bit each.
struct RecordChecks: Hashable, Sendable {
  private(set) var bits: UInt64 = 0

  /// The checks of missing fields.
  static let fields = RecordChecks(
    (RecordCheck.auditFields + RecordCheck.contextFields).map(\.check))

  /// Those of them that look at records of messages which are no tool calls, too.
  static let fieldsOfMessages = fields.subtracting(
    RecordChecks([
      .missingToolName, .missingInputHash, .missingDecision, .missingPolicyID, .missingApprovalID,
      .missingDownstreamRequestID,
    ]))

  /// No checks.
  init() {}

  /// The given ones.
  init(_ checks: [RecordCheck]) {
    for check in checks { insert(check) }
  }

  /// The checks of those fields that are not in `fields`.
  init(missingFrom fields: FieldSet) {
    bits = Self.fields.bits & ~UInt64(fields.bits)
  }

  /// Takes in `check`, if `condition` holds.
  @inline(__always)
  mutating func insert(_ check: RecordCheck, if condition: Bool = true) {
    bits |= (condition ? 1 : 0) << UInt64(check.rawValue)
  }

  /// Takes in all checks of `other`.
  @inline(__always)
  mutating func formUnion(_ other: RecordChecks) {
    bits |= other.bits
  }

  /// The checks that are in `other` too.
  @inline(__always)
  func intersection(_ other: RecordChecks) -> RecordChecks {
    var common = self
    common.bits &= other.bits
    return common
  }

  /// The checks that are not in `other`.
  func subtracting(_ other: RecordChecks) -> RecordChecks {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  /// Whether `check` is in the set.
  @inline(__always)
  func contains(_ check: RecordCheck) -> Bool {
    bits & 1 << UInt64(check.rawValue) != 0
  }

  /// Calls `body` with each check, in their order.
  @inline(__always)
  func forEach(_ body: (RecordCheck) -> Void) {
    var rest = bits
    while rest != 0 {
      if let check = RecordCheck(rawValue: UInt8(rest.trailingZeroBitCount)) { body(check) }
      rest &= rest - 1
    }
  }
}
