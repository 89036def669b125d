import CEL
import Estate
import SourceText

extension Facts {
  /// The fleet as a whole.
  static let fleet = FactType<FleetContext>(
    "fleet",
    [
      Fact("shadowServers", .list(.object("entry")), "Servers that no manifest registers.") {
        shadowServers($0)
      },
      Fact("strayedSecrets", .list(.object("secret")), "Secrets in files of no one server.") {
        subject in
        guard
          !subject.fleet.secrets.isEmpty
            || !subject.fleet.givenSources.isSubset(of: [.log])
        else {
          return .absent(Silence(.manifest, note: "no file was given in which one could stand"))
        }
        return .known(
          .parts(subject.fleet.secrets, as: secret, in: .manifest) { $0.span },
          at: subject.fleet.secrets.first?.span)
      },
      Fact("policyDefault", .vocabulary(Decision.self), "What happens to a call without a grant.") {
        subject in
        guard !subject.fleet.policies.isEmpty else {
          return .absent(subject.silence(of: .accessPolicy))
        }
        return PolicyStatements(subject.fleet.policies).defaultDecision
      },
      Fact("policyEnforcement", .string, "Where the access policy is enforced.") { subject in
        guard !subject.fleet.policies.isEmpty else {
          return .absent(subject.silence(of: .accessPolicy))
        }
        return PolicyStatements(subject.fleet.policies).enforcement
      },
      Fact("drills", .list(.object("drill")), "Incident drills of the whole fleet.") { subject in
        guard subject.fleet.givenSources.contains(.record) else {
          return .absent(Silence(.record))
        }
        return .known(
          drills(subject.fleet.records.drills, in: subject),
          at: subject.fleet.records.drills.first?.span
            ?? subject.fleet.records.sources.first?.span)
      },
    ] + fleetExceptions)

  /// The thresholds of the policy file.
  static let threshold = FactType<FleetContext>(
    "threshold",
    [
      Fact("successRate", .double, "The least success rate over 24 hours.") {
        .known(.double($0.thresholds.successRate))
      },
      Fact("p95LatencyMilliseconds", .double, "The largest p95 latency over 2 hours.") {
        .known(.double($0.thresholds.p95LatencyMilliseconds))
      },
      Fact("blockRate", .double, "The largest share of blocked calls.") {
        .known(.double($0.thresholds.blockRate))
      },
      Fact("fallbackRate", .double, "The largest share of calls served by a fallback.") {
        .known(.double($0.thresholds.fallbackRate))
      },
      Fact("successRateText", .string, "The least success rate, for messages.") {
        .text(percentage($0.thresholds.successRate))
      },
      Fact("p95LatencyText", .string, "The largest p95 latency, for messages.") {
        .text("\(Int($0.thresholds.p95LatencyMilliseconds)) ms")
      },
      Fact("blockRateText", .string, "The largest share of blocked calls, for messages.") {
        .text(percentage($0.thresholds.blockRate))
      },
      Fact("fallbackRateText", .string, "The largest share of fallbacks, for messages.") {
        .text(percentage($0.thresholds.fallbackRate))
      },
      Fact("tokenLifetimeSeconds", .int, "The longest life of an access token.") {
        .number($0.thresholds.tokenLifetimeSeconds)
      },
      Fact("tokenLifetimeText", .string, "The longest life of an access token, for messages.") {
        .text(DurationText(seconds: $0.thresholds.tokenLifetimeSeconds).text)
      },
      Fact("drillAgeDays", .int, "The age at which a drill no longer counts.") {
        .number($0.thresholds.drillAgeDays)
      },
      Fact("toolsPerAgent", .int, "The most tools that one agent should see.") {
        .number($0.thresholds.toolsPerAgent)
      },
      Fact("missingFieldShare", .double, "The largest share of records that may lack a field.") {
        .known(.double($0.thresholds.missingFieldShare))
      },
    ])

  /// One incident drill, with its age on the day of the assessment.
  static let drill = FactType<PartSubject<AgedDrill>>(
    "drill",
    [
      Fact("kind", .vocabulary(Drill.Kind.self), "How it was held.") {
        .text($0.part.drill.kind.rawValue, at: $0.span)
      },
      Fact("scenario", .vocabulary(Drill.Scenario.self), "What was assumed to go wrong.") {
        .text($0.part.drill.scenario.rawValue, at: $0.span)
      },
      Fact("ageDays", .int, "Its age in days; negative for one that is still to come.") {
        .number($0.part.ageDays, at: $0.part.drill.date.span)
      },
    ])

  /// A list of drills for rules.
  static func drills(_ drills: [Drill], in context: FleetContext) -> Value {
    .parts(
      drills.map { AgedDrill(drill: $0, ageDays: context.date.days(since: $0.date.value)) },
      as: drill, in: .record
    ) { $0.drill.span }
  }

  private static func shadowServers(_ context: FleetContext) -> Reading {
    let shadows = context.fleet.servers.filter { !$0.isRegistered }
    let given = context.fleet.givenSources
    guard !shadows.isEmpty || given.contains(.log) || given.contains(.client) else {
      return .absent(Silence(.log))
    }
    return .known(
      .parts(shadows.map(\.id), as: entry, in: .log) { id in
        context.fleet.server(id)?.sources.map(\.span).min()
      })
  }
}

/// A drill and how long ago it was.
struct AgedDrill: Sendable {
  let drill: Drill
  let ageDays: Int
}
