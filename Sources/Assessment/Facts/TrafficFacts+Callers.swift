import CEL
import Estate

extension Facts {
  /// Who called, as the records tell users and agents apart.
  static let trafficCallers: [Fact<TrafficSubject>] = [
    Fact("collapsedIdentities", .int, "Records whose agent and user are the same.") { subject in
      let collapsed = subject.traffic.collapsedIdentity
      guard collapsed.total > 0 else {
        return .absent(Silence(.log, note: "no record of the log names both an agent and a user"))
      }
      return .number(collapsed.matching, at: collapsed.sample ?? subject.traffic.sample)
    },
    Fact("tenantCount", .int, "How many tenants the records name.") {
      // The second is the one that shows that there are several.
      let samples = $0.traffic.tenants.values.compactMap(\.sample).sorted()
      return .number(
        $0.traffic.tenants.count, at: samples.dropFirst().first ?? $0.traffic.sample)
    },
    Fact("callsForUsers", .int, "Records that name a user who is not the agent itself.") {
      subject in
      let missing = subject.traffic.missingFields["user_id"]?.matching ?? 0
      let named = subject.traffic.calls - missing - subject.traffic.collapsedIdentity.matching
      // The first record of all is a sample only where every record names a user.
      return .number(max(0, named), at: missing == 0 ? subject.traffic.sample : nil)
    },
  ]
}
