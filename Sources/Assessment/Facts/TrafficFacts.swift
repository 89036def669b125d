import CEL
import Estate
import SourceText

/// One audit field and the records that lack it.
struct MissingField: Sendable {
  let name: String
  let count: Count
}

/// A share of 0...1 in per cent with one digit, or none where it is whole.
func percentage(_ share: Double) -> String {
  let tenths = Int((share * 1000).rounded())
  return tenths.isMultiple(of: 10) ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
}

/// Calls of one agent, or of one agent to one tool, as the log shows them.
struct GrantUse: Sendable {
  let agent: String
  let tool: String
  let count: Count
  /// The environments that they were made in, where that is why they are told.
  var environments: [String] = []

  /// How often, and where, as the end of a sentence.
  fileprivate var frequency: String {
    let times = count.matching == 1 ? "once" : "\(count.matching) times"
    let names = environments.map { "'\($0)'" }.joined(separator: ", ")
    return names.isEmpty ? times : "\(times) in \(names)"
  }
}

extension Facts {
  /// What the log shows of the server.
  static let traffic = FactType<TrafficSubject>(
    "traffic",
    trafficCounts + trafficBudgets + trafficBlocks + trafficIdentities + trafficCallers
      + trafficGroups + trafficResults + trafficChanges + trafficPolicy)

  /// An audit field that records lack.
  static let missingField = FactType<PartSubject<MissingField>>(
    "missingField",
    [
      Fact("name", .string, "The field.") { .text($0.part.name, at: $0.span) },
      Fact("share", .double, "The share of records that lack it.") {
        .known(.double($0.part.count.share), at: $0.span)
      },
      Fact("count", .int, "How many records lack it.") {
        .number($0.part.count.matching, at: $0.span)
      },
    ])

  /// Calls of one agent to one tool.
  static let grantUse = FactType<PartSubject<GrantUse>>(
    "grantUse",
    [
      Fact("agent", .string, "The agent.") { .text($0.part.agent, at: $0.span) },
      Fact("tool", .string, "The tool.") { .text($0.part.tool, at: $0.span) },
      Fact("calls", .int, "How often.") { .number($0.part.count.matching, at: $0.span) },
      Fact("frequency", .string, "How often, and where that matters in which environments.") {
        .text($0.part.frequency, at: $0.span)
      },
    ])

  private static let trafficCounts: [Fact<TrafficSubject>] = [
    Fact("calls", .int, "Records of the log that name the server.") {
      .number($0.traffic.calls, at: $0.traffic.sample)
    },
    Fact("missingFields", .list(.object("missingField")), "Audit fields that records lack.") {
      subject in
      let missing =
        (subject.traffic.missingFields.map { $0 } + subject.traffic.missingContext.map { $0 })
        .filter { $0.value.matching > 0 }
        .sorted { $0.key < $1.key }
        .map { MissingField(name: $0.key, count: $0.value) }
      return .known(
        .parts(missing, as: missingField, in: .log) { $0.count.sample },
        at: subject.traffic.sample)
    },
    Fact("undecidedShare", .double, "The share of records that name no decision of a policy.") {
      let missing = $0.traffic.missingFields["decision"] ?? Count()
      return .known(.double(missing.share), at: missing.sample ?? $0.traffic.sample)
    },
    trafficCount("undecidedCalls", "Records that name no decision of a policy.") {
      $0.missingFields["decision"] ?? Count()
    },
    trafficCount("rawInputs", "Records that hold raw inputs.") { $0.rawInputs },
    Fact(
      "secretRecords", .int, "Records whose arguments or error hold what looks like a live secret."
    ) { subject in
      let count = subject.traffic.secretRecords
      guard count.total > 0 else {
        return .absent(
          Silence(
            .log, mention: subject.traffic.sample,
            note: "no record of the log holds arguments or an error"))
      }
      return .number(count.matching, at: count.sample ?? subject.traffic.sample)
    },
    trafficCount("genericIdentities", "Records whose agent is only a generic service name.") {
      $0.genericIdentity
    },
    trafficCount("invalidTraces", "Records whose trace id is absent or malformed.") {
      $0.invalidTraces
    },
    trafficCount("incompleteChains", "Records from which the chain cannot be rebuilt.") {
      $0.incompleteChains
    },
    Fact("chainGaps", .list(.string), "What chains lack, each with how many records lack it.") {
      subject in
      let links = ["agent_id", "tool_name", "input_hash", "decision", "downstream_request_id"]
      var gaps = links.compactMap { name in
        (subject.traffic.missingFields[name] ?? subject.traffic.missingContext[name])
          .flatMap { $0.matching > 0 ? "'\(name)' in \($0.matching)" : nil }
      }
      let invalid = subject.traffic.invalidTraces.matching
      if invalid > 0 { gaps.append("a valid 'trace_id' in \(invalid)") }
      return .known(.list(gaps.map(Value.string)), at: subject.traffic.incompleteChains.sample)
    },
    Fact("completeChainShare", .double, "The share of calls whose chain can be rebuilt.") {
      subject in
      let incomplete = subject.traffic.incompleteChains
      guard incomplete.total > 0 else {
        return .absent(
          Silence(
            .log, mention: subject.traffic.sample, note: "no record of the log is of a tool call"))
      }
      return .known(
        .double(1 - incomplete.share), at: incomplete.sample ?? subject.traffic.sample)
    },
  ]

  private static let trafficBudgets: [Fact<TrafficSubject>] = [
    budget("successRate", .successRate, "The success rate of the worst 24 hours."),
    budget("p95LatencyMilliseconds", .p95Latency, "The p95 latency of the worst 2 hours."),
    budget("blockRate", .blockRate, "The share of blocked calls in the worst 24 hours."),
    budget("fallbackRate", .fallbackRate, "The share of fallbacks in the worst 24 hours."),
    budgetText("successRateText", .successRate, "The worst success rate, for messages."),
    budgetText("p95LatencyText", .p95Latency, "The worst p95 latency, for messages."),
    budgetText("blockRateText", .blockRate, "The worst share of blocked calls, for messages."),
    budgetText("fallbackRateText", .fallbackRate, "The worst share of fallbacks, for messages."),
    Fact("interval", .string, "The first and the last record's time.") {
      .text(
        "\($0.traffic.first.map(\.description) ?? "?") to \($0.traffic.last.map(\.description) ?? "?")",
        at: $0.traffic.sample)
    },
  ]

  private static let trafficIdentities: [Fact<TrafficSubject>] = [
    Fact("undeclaredTools", .list(.object("entry")), "Tools that no manifest or catalog lists.") {
      subject in
      let undeclared = subject.server.tools.filter {
        $0.manifestEntry == nil && $0.catalogEntry == nil
      }
      if !undeclared.isEmpty, let place = subject.server.catalogBreak {
        return .absent(Silence(catalogBreak: place))
      }
      return .known(
        .parts(undeclared.map(\.name), as: entry, in: .log) { name in
          subject.traffic.tools[name]?.sample
        }, at: subject.traffic.sample)
    },
    Fact(
      "unregisteredVersions", .list(.object("entry")), "Versions that the manifest does not name."
    ) { subject in unregisteredVersions(subject) },
    Fact("unknownAgents", .list(.object("entry")), "Agents that no configuration or policy names.")
    {
      subject in
      // What a gateway's rules name is named by a policy too.
      let admitted = Set(
        subject.server.routes.compactMap(\.admission.value).flatMap(\.agents).map(\.value))
      guard !subject.context.knownAgents.isEmpty else {
        return .absent(
          Silence(.client, note: "no client configuration or access policy names the agents"))
      }
      // Who was refused every time called nothing.
      let unknown = subject.traffic.agents.filter {
        !subject.context.knownAgents.contains($0.key) && !admitted.contains($0.key)
          && !subject.traffic.refusedAgents.contains($0.key)
      }.sorted { $0.key < $1.key }
      return .known(
        .list(
          unknown.map { name, count in
            .object(FactObject(PartSubject(name, at: count.sample, in: .log), as: entry))
          }), at: subject.traffic.sample)
    },
    Fact("ungrantedCalls", .list(.object("grantUse")), "Calls that no grant of the policy allows.")
    {
      subject in
      guard !subject.context.fleet.policies.isEmpty else { return .absent(Silence(.accessPolicy)) }
      return .known(
        .parts(subject.ungrantedCalls, as: grantUse, in: .log) { $0.count.sample },
        at: subject.traffic.sample)
    },
    Fact("agentCount", .int, "How many agents call the server.") {
      .number($0.traffic.agents.count, at: $0.traffic.sample)
    },
  ]

  private static func trafficCount(
    _ name: String, _ documentation: String,
    _ count: @escaping @Sendable (ServerTraffic) -> Count
  ) -> Fact<TrafficSubject> {
    Fact(name, .int, documentation) { subject in
      let count = count(subject.traffic)
      return .number(count.matching, at: count.sample ?? subject.traffic.sample)
    }
  }

  private static func budget(
    _ name: String, _ metric: BudgetReading.Metric, _ documentation: String
  ) -> Fact<TrafficSubject> {
    Fact(name, .double, documentation) { subject in
      guard let reading = subject.traffic.budget(metric) else {
        return .absent(Silence(.log, note: "no record of the log bears on this budget"))
      }
      // A rate of a handful of calls is chance: neither a pass nor a breach.
      guard reading.hasEnoughCalls else {
        return .absent(
          Silence(
            .log,
            note:
              "\(reading.denominator) calls in the fullest window are too few to judge a budget by;"
              + " at least \(BudgetReading.minimumCalls) are needed"))
      }
      if let doubt = subject.doubt(about: reading) { return .absent(doubt) }
      return .known(.double(reading.worst), at: reading.sample ?? subject.traffic.sample)
    }
  }

  /// A budget with its numbers and its window, as a message shows it.
  private static func budgetText(
    _ name: String, _ metric: BudgetReading.Metric, _ documentation: String
  ) -> Fact<TrafficSubject> {
    Fact(name, .string, documentation) { subject in
      guard let reading = subject.traffic.budget(metric) else {
        return .absent(Silence(.log, note: "no record of the log bears on this budget"))
      }
      let value =
        metric == .p95Latency
        ? "\(Int(reading.worst.rounded())) ms over \(reading.denominator) calls"
        : "\(rate(of: reading, subject.context.thresholds.budgetLimits))"
          + " (\(reading.numerator) of \(reading.denominator) calls)"
      let partial = reading.coversWindow ? "" : ", the log being shorter than the window"
      return .text(
        "\(value) from \(reading.window.start) to \(reading.window.end)\(partial)",
        at: reading.sample)
    }
  }

  /// The share of `reading` in per cent with one digit; one that breaks `limits` is rounded away from them
  /// where it would else read like the limit itself.
  private static func rate(of reading: BudgetReading, _ limits: BudgetLimits) -> String {
    let nearest = (reading.worst * 1000).rounded() / 1000
    guard limits.areBroken(by: reading.worst, of: reading.metric),
      !limits.areBroken(by: nearest, of: reading.metric)
    else { return percentage(nearest) }
    let rule: FloatingPointRoundingRule = reading.metric == .successRate ? .down : .up
    return percentage((reading.worst * 1000).rounded(rule) / 1000)
  }

  /// Versions seen in the log of which the manifest's version is no instance.
  ///
  /// A catalog's own word on its version does not stand in for the registered one.
  private static func unregisteredVersions(_ subject: TrafficSubject) -> Reading {
    guard
      let version = subject.server.version.statements.first(where: { $0.grade == .declared })?.value
    else { return .absent(subject.silence(of: .manifest)) }
    let strays = subject.traffic.versions.filter { seen, _ in
      !ServerIdentity.version(seen, denotes: version)
        && !subject.traffic.refusedVersions.contains(seen)
    }.sorted { $0.key < $1.key }
    return .known(
      .list(
        strays.map { name, count in
          .object(FactObject(PartSubject(name, at: count.sample, in: .log), as: entry))
        }), at: subject.traffic.sample)
  }
}
