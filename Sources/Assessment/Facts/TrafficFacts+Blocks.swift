import CEL
import Estate

/// Calls that policy has refused, and whether that was to be expected.
extension Facts {
  static let trafficBlocks: [Fact<TrafficSubject>] = [
    Fact(
      "unexpectedBlockRate", .double,
      "The share of blocked calls in the worst 24 hours, without those that the access policy refuses."
    ) { BlockReading($0)?.rate ?? .absent(Silence(.log, note: "the log holds no calls")) },
    Fact("unexpectedBlocksText", .string, "Which blocks count as unexpected, for messages.") {
      .text(BlockReading($0)?.explanation ?? "")
    },
  ]
}

/// The budget of blocked calls, beside what the access policy says of the calls that were blocked.
private struct BlockReading {
  private let budget: BudgetReading
  private let subject: TrafficSubject
  /// Refusals of calls that the access policy allows without an approval; `nil` without a policy.
  private let unexpected: Int?
  private let blocked: Int

  init?(_ subject: TrafficSubject) {
    guard let budget = subject.traffic.budget(.blockRate) else { return nil }
    self.budget = budget
    self.subject = subject
    blocked = subject.traffic.blocked.matching
    unexpected =
      subject.context.fleet.policies.isEmpty ? nil : Self.unexpectedRefusals(of: subject)
  }

  /// The rate, as far as it can be told.
  ///
  /// The log tells which refusals were unexpected for its whole length, and how many calls were blocked for
  /// each window. Where the two leave open whether a window breaks the budget, there is no answer.
  var rate: Reading {
    let place = budget.sample ?? subject.traffic.sample
    guard budget.hasEnoughCalls else {
      return .absent(
        Silence(
          .log,
          note:
            "\(budget.denominator) calls in the fullest window are too few to judge a budget by;"
            + " at least \(BudgetReading.minimumCalls) are needed"))
    }
    let limit = subject.context.thresholds.blockRate
    guard let unexpected, budget.worst > limit else {
      return .known(.double(budget.worst), at: place)
    }
    if unexpected == 0 { return .known(.double(0), at: place) }
    // Even if every expected block lies in the worst window, the others there are unexpected.
    let certain = max(0, budget.numerator - (blocked - unexpected))
    let rate = Double(certain) / Double(max(1, budget.denominator))
    if rate > limit { return .known(.double(rate), at: place) }
    return .absent(
      Silence(
        .log,
        note:
          "\(unexpected) of \(blocked) blocked calls are allowed by the access policy, and when they"
          + " were blocked is not known"))
  }

  var explanation: String {
    guard let unexpected else { return "no access policy was given, so every block counts" }
    return "\(unexpected) of \(blocked) blocked calls are allowed by the access policy"
  }

  /// Refusals of pairs of agent and tool that some grant allows in every environment of the log and
  /// without an approval, and that none denies.
  private static func unexpectedRefusals(of subject: TrafficSubject) -> Int {
    let grants = subject.context.fleet.policies.flatMap(\.grants)
    let environments = Set(subject.traffic.environments.keys)
    var count = 0
    for (agent, tools) in subject.traffic.refusals {
      for (tool, refusals) in tools {
        let covering = grants.filter {
          $0.covers(agent: agent, server: subject.server.id, tool: tool)
        }
        guard !covering.contains(where: { $0.decision == .deny }) else { continue }
        let isAllowed = covering.contains { grant in
          grant.requiresApproval.value != true
            && (grant.environments.isEmpty
              || environments.isSubset(of: Set(grant.environments.map(\.value))))
        }
        if isAllowed { count += refusals.matching }
      }
    }
    return count
  }
}
