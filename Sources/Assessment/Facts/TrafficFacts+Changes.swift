import CEL
import Estate

extension Facts {
  /// What changed over the time of the log: versions, and budgets that broke.
  static let trafficChanges: [Fact<TrafficSubject>] = [
    Fact(
      "rollouts", .list(.object("rollout")),
      "Versions that came into use after another one, in the order of time."
    ) { subject in
      .known(
        .parts(subject.traffic.rollouts, as: rollout, in: .log) { $0.sample },
        at: subject.traffic.rollouts.first?.sample ?? subject.traffic.sample)
    },
    Fact("breaches", .list(.object("breach")), "When each reliability budget was broken.") {
      subject in
      let breaches = subject.traffic.budgets.flatMap { reading in
        reading.breaches.map { BudgetBreach(reading: reading, breach: $0) }
      }
      return .known(
        .parts(breaches, as: breach, in: .log) { $0.reading.sample ?? subject.traffic.sample },
        at: breaches.first?.reading.sample ?? subject.traffic.sample)
    },
    breaches(
      "successRateBreaches", .successRate, "When the success rate was too low, for messages."),
    breaches("p95LatencyBreaches", .p95Latency, "When the p95 latency was too high, for messages."),
    breaches("blockRateBreaches", .blockRate, "When too much was blocked, for messages."),
    breaches("fallbackRateBreaches", .fallbackRate, "When fallbacks were too many, for messages."),
    Fact("negotiations", .int, "Capability negotiations in the log.") {
      let count = $0.traffic.failedNegotiations
      return .number(count.total, at: count.sample ?? $0.traffic.sample)
    },
    Fact("failedNegotiations", .int, "Capability negotiations that failed.") {
      let count = $0.traffic.failedNegotiations
      return .number(count.matching, at: count.sample ?? $0.traffic.sample)
    },
    Fact("failedNegotiationShare", .double, "The share of capability negotiations that failed.") {
      subject in
      let count = subject.traffic.failedNegotiations
      guard count.total > 0 else {
        return .absent(Silence(.log, note: "no record of the log is about a negotiation"))
      }
      return .known(.double(count.share), at: count.sample ?? subject.traffic.sample)
    },
  ]

  /// A version that came into use after another one.
  static let rollout = FactType<PartSubject<Rollout>>(
    "rollout",
    [
      Fact("fromVersion", .string, "The version in use before.") {
        .text($0.part.from, at: $0.span)
      },
      Fact("toVersion", .string, "The new version.") { .text($0.part.to, at: $0.span) },
      Fact("start", .string, "The time of the new version's first record.") {
        .text($0.part.start.description, at: $0.span)
      },
      Fact("watchedMinutes", .int, "Minutes of the 30 after the start that the log covers.") {
        .number($0.part.watchedMinutes, at: $0.span)
      },
      Fact("share", .double, "The new version's share of the calls in these minutes.") {
        guard let share = $0.part.share else {
          return .absent(
            Silence(.log, mention: $0.span, note: "no call of these minutes says its end"))
        }
        return .known(.double(share), at: $0.span)
      },
      Fact("isJudged", .bool, "Whether both sides have calls enough to be compared.") {
        .flag($0.part.isJudged, at: $0.span)
      },
      Fact(
        "isWorse", .bool,
        "Whether calls or negotiations failed more than the 24 hours before, beyond chance."
      ) { .flag($0.part.isWorse, at: $0.span) },
      Fact(
        "wasRolledBack", .bool, "Whether an older version stayed in use and the new one did not."
      ) {
        .flag($0.part.wasRolledBack, at: $0.span)
      },
      rate("errorRateBefore", "The share of failed calls before.") { $0.before.failures },
      rate("errorRateAfter", "The share of the new version's calls that failed.") {
        $0.after.failures
      },
      rate("failedNegotiationsBefore", "The share of failed negotiations of older versions.") {
        $0.before.failedNegotiations
      },
      rate("failedNegotiationsAfter", "The share of the new version's negotiations that failed.") {
        $0.after.failedNegotiations
      },
      latency("p95LatencyBefore", "The p95 latency before, in milliseconds.") {
        $0.before.p95Latency
      },
      latency("p95LatencyAfter", "The new version's p95 latency, in milliseconds.") {
        $0.after.p95Latency
      },
      Fact("comparison", .string, "Error rate and p95 latency before and after, for messages.") {
        .text(comparison($0.part), at: $0.span)
      },
    ])

  /// A stretch of time over which a budget was broken.
  static let breach = FactType<PartSubject<BudgetBreach>>(
    "breach",
    [
      Fact("metric", .vocabulary(BudgetReading.Metric.self), "The budget.") {
        .text($0.part.reading.metric.rawValue, at: $0.span)
      },
      Fact("start", .string, "The end of the first window that breaks it.") {
        .text($0.part.breach.start.description, at: $0.span)
      },
      Fact("end", .string, "The end of the last window that breaks it.") {
        .text($0.part.breach.end.description, at: $0.span)
      },
      Fact("action", .string, "What a breach has to set off.") {
        .text($0.part.reading.metric.action, at: $0.span)
      },
    ])

  /// The windows that break a budget, in a sentence behind a blank; empty where one window or none does.
  private static func breaches(
    _ name: String, _ metric: BudgetReading.Metric, _ documentation: String
  ) -> Fact<TrafficSubject> {
    Fact(name, .string, documentation) { subject in
      guard let reading = subject.traffic.budget(metric), let first = reading.breaches.first,
        reading.breaches.count > 1 || first.start < first.end
      else { return .text("", at: subject.traffic.sample) }
      let others = reading.breaches.count - 1
      let rest =
        others > 0 ? ", and in \(others) more stretches until \(reading.breaches[others].end)" : ""
      return .text(
        " The windows that break the budget end from \(first.start) to \(first.end)\(rest).",
        at: reading.sample)
    }
  }

  private static func rate(
    _ name: String, _ documentation: String, _ count: @escaping @Sendable (Rollout) -> Count
  ) -> Fact<PartSubject<Rollout>> {
    Fact(name, .double, documentation) { subject in
      let count = count(subject.part)
      guard count.total > 0 else {
        return .absent(Silence(.log, mention: subject.span, note: "the log has no such records"))
      }
      return .known(.double(count.share), at: subject.span)
    }
  }

  private static func latency(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Rollout) -> Double?
  ) -> Fact<PartSubject<Rollout>> {
    Fact(name, .double, documentation) { subject in
      guard let value = value(subject.part) else {
        return .absent(Silence(.log, mention: subject.span, note: "no call states its latency"))
      }
      return .known(.double(value), at: subject.span)
    }
  }

  private static func comparison(_ rollout: Rollout) -> String {
    func words(_ conduct: Rollout.Conduct) -> String {
      let failures = conduct.failures
      let latency = conduct.p95Latency.map { ", p95 \(Int($0.rounded())) ms" } ?? ""
      return "\(percentage(failures.share)) of \(failures.total) calls failed\(latency)"
    }
    return "before, \(words(rollout.before)); after, \(words(rollout.after))"
  }
}

/// One stretch over which a budget was broken, with the budget.
struct BudgetBreach: Sendable {
  let reading: BudgetReading
  let breach: BudgetReading.Breach
}
