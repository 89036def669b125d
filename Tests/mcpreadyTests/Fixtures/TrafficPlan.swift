/// What a generated log shows of one server.
struct TrafficPlan {
  /// An agent, and the people for whom it calls.
  struct Caller {
    let agent: String
    let users: [String]
    /// How often it calls, compared with the other callers.
    var weight = 1
    /// The tools that it calls; `nil` is all.
    var tools: [String]?
  }

  /// A tool, and how its calls are guarded.
  struct ToolUse {
    let name: String
    /// How often it is called, compared with the other tools.
    var weight = 1
    /// The grant under which the gateway lets the call through.
    let policy: String
    /// Whether it writes, with an idempotency key.
    var isWrite = false
    /// Who approves the calls; empty where nobody has to.
    var approvers: [String] = []
  }

  /// How calls go.
  struct Conduct {
    /// The median time of a call, in milliseconds; one in twenty takes three times as long.
    var latency = 180.0
    /// Shares of the calls that fail, that policy refuses and that a fallback serves.
    var failures = 0.006
    var refusals = 0.008
    var fallbacks = 0.004
  }

  /// Hours from the log's beginning during which calls go otherwise than usual.
  struct Episode {
    let hours: Range<Int>
    let conduct: Conduct
  }

  /// What the server's records do not say, or say too much of.
  struct Habits {
    /// Tools whose approvals are not recorded.
    var forgetsApprovals: Set<String> = []
    /// Tools whose calls carry no idempotency key and are repeated now and then.
    var repeatsWrites: Set<String> = []
    /// The chance that a call is approved by the person who asked for it.
    var selfApprovals = 0.0
    /// Raw arguments, one of which each record holds.
    var rawInputs: [String] = []
    /// The share of records without a user, without a trace id, and without a downstream request.
    var forgetsUser = 0.0
    var forgetsTrace = 0.0
    var forgetsDownstream = 0.0
    /// Whether no policy ever decides.
    var isUnpoliced = false
  }

  let server: String
  let version: String?
  /// How many records there are.
  let calls: Int
  let callers: [Caller]
  let tools: [ToolUse]
  /// The tenants of a server of several, over which its users are spread in turn.
  var tenants: [String] = []
  var usual = Conduct()
  var episodes: [Episode] = []
  var habits = Habits()

  /// How calls go in the hour `hour` of the log.
  func conduct(in hour: Int) -> Conduct {
    episodes.first { $0.hours.contains(hour) }?.conduct ?? usual
  }
}
