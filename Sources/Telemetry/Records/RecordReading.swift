import Estate
import Syntax

/// What one record says, in the numbers that are counted.
struct RecordReading: Sendable {
  /// The numbers of the names that the record mentions.
  var server: UInt32?
  var tool: UInt32?
  var agent: UInt32?
  var environment: UInt32?
  var version: UInt32?
  var client: UInt32?
  var tenant: UInt32?
  var approver: UInt32?

  /// The hash of the session's id.
  var session: UInt64?
  /// The hash of the trace's id, if it is a valid one.
  var trace: UInt64?
  /// Whether the server is what a gateway calls the system behind it.
  var isServerUpstream = false
  /// Who made the record.
  var recorder = Recorder.audit
  /// When the call was made.
  var time: Timestamp?
  /// How the call ended; `unknown` where that is not said.
  var outcome = Outcome.unknown
  /// The size of its result, in bytes.
  var outputBytes: Int?
  /// Whether a fallback served the call.
  var isFallback = false
  /// The bucket of its latency.
  var latency: UInt16?

  /// Whether the record is one of a tool call, and not of another message of the protocol.
  var isToolCall = true
  /// Whether the record is one of capability negotiation.
  var isNegotiation = false
  /// Whether the record names a policy's decision.
  var isDecided = false
  /// Whether the record names an approval.
  var hasApproval = false
  /// Whether the record names an approver.
  var hasApprover = false
  /// Whether the approver is the user or the agent.
  var isSelfApproved = false
  /// What tells the call apart from every other but its repetitions; `nil` where repetitions do no harm or
  /// cannot be told.
  var callHash: UInt64?
  /// The same, with the session, of a call that failed or was refused, whatever harm its repetition does.
  var failedCallHash: UInt64?

  /// The checks that look at the record.
  var applicable = RecordChecks()
  /// Those of them that match.
  var matches = RecordChecks()

  /// Notes that `checks` look at the record, of which those in `matches` match.
  @inline(__always)
  mutating func note(_ checks: RecordChecks, _ matches: RecordChecks) {
    applicable.formUnion(checks)
    self.matches.formUnion(matches.intersection(checks))
  }

  /// Notes that `check` looks at the record and whether it matches.
  @inline(__always)
  mutating func note(_ check: RecordCheck, _ isMatch: Bool) {
    applicable.insert(check)
    matches.insert(check, if: isMatch)
  }

  /// Gives every name that the record mentions the number that `number` gives it.
  @inline(__always)
  mutating func renumber(_ number: (UInt32) -> UInt32) {
    server = server.map(number)
    tool = tool.map(number)
    agent = agent.map(number)
    environment = environment.map(number)
    version = version.map(number)
    client = client.map(number)
    tenant = tenant.map(number)
    approver = approver.map(number)
  }
}
