import Assessment
import Estate
import Ingest
import Reporting
import SourceText

/// Lists what counts in a run, and whether it is the usual value, the profile's, the file's or the command
/// line's.
struct PolicySettings {
  private let source: PolicySource
  private let policy: AssessmentPolicy
  private var settings: [PolicySetting] = []

  /// All settings under `source` where the command line names the profile `profile`, if it names one.
  static func all(of source: PolicySource, profile: Profile?) -> [PolicySetting] {
    var list = PolicySettings(
      source: source, policy: source.assessmentPolicy(profile: profile))
    list.addProfile(profile)
    list.addThresholds()
    list.addWeights()
    list.addDemands()
    list.addGate()
    list.addInputs()
    list.addRules()
    return list.settings
  }

  private init(source: PolicySource, policy: AssessmentPolicy) {
    self.source = source
    self.policy = policy
  }

  private mutating func addProfile(_ profile: Profile?) {
    let origin: PolicySetting.Origin
    if profile != nil {
      origin = .commandLine(option: "--profile")
    } else {
      origin = self.origin(of: source.file.profile)
    }
    add("profile", .text(policy.profile.rawValue), origin, note: policy.profile.meaning)
  }

  private mutating func addThresholds() {
    let changes = source.file.thresholds
    let values = policy.thresholds
    add("thresholds.crs", .number(values.riskScore), origin(of: changes.score))
    add(
      "thresholds.success_rate", .number(values.successRate), origin(of: changes.successRate))
    add(
      "thresholds.p95_latency_ms", .number(values.p95LatencyMilliseconds),
      origin(of: changes.p95LatencyMilliseconds))
    add("thresholds.block_rate", .number(values.blockRate), origin(of: changes.blockRate))
    add(
      "thresholds.fallback_rate", .number(values.fallbackRate), origin(of: changes.fallbackRate))
    add(
      "thresholds.token_lifetime_seconds", .number(Double(values.tokenLifetimeSeconds)),
      origin(of: changes.tokenLifetimeSeconds))
    add(
      "thresholds.max_tools_per_agent", .number(Double(values.toolsPerAgent)),
      origin(of: changes.maxToolsPerAgent))
    add(
      "thresholds.drill_age_days", .number(Double(values.drillAgeDays)),
      origin(of: changes.drillAgeDays))
    add(
      "thresholds.missing_field_share", .number(values.missingFieldShare),
      origin(of: changes.missingFieldShare))
  }

  private mutating func addWeights() {
    let changes = source.file.weights
    let places = [changes?.a, changes?.r, changes?.o, changes?.b]
    for (dimension, place) in zip(Dimension.allCases, places) {
      add(
        "weights.\(dimension.rawValue.lowercased())",
        .number(policy.weights.shares[dimension] ?? 0), origin(of: place))
    }
  }

  private mutating func addDemands() {
    for tier in Tier.allCases {
      for nature in Rule.Nature.allCases {
        let change = source.file.demands.last { change in
          change.tier == tier && change.nature == nature.rawValue
        }
        add(
          "demands.\(tier.rawValue).\(nature.rawValue)",
          .text(policy.demands[tier, nature].rawValue), origin(of: change?.grade))
      }
    }
  }

  private mutating func addGate() {
    for meaning in source.file.environments {
      add(
        "environments.\(meaning.name.value)", .text(meaning.stage.value), origin(of: meaning.stage))
    }
    let coverage = source.file.coverage
    for (scope, change) in zip(
      CoverageRequirement.Scope.allCases, [coverage.server, coverage.fleet])
    {
      let own = change?.value ?? 0
      let isProfile = policy.profile.coverage > own
      add(
        "coverage.\(scope.rawValue)", .number(max(own, policy.profile.coverage)),
        isProfile ? .profile(policy.profile) : origin(of: change))
    }
    for wish in source.file.verdicts {
      switch wish.scope {
      case .servers(let glob):
        add("verdicts.servers.\(glob.value.text)", .text(wish.verdict.value), origin(of: glob))
      case .environment(let name):
        add("verdicts.environments.\(name.value)", .text(wish.verdict.value), origin(of: name))
      }
    }
  }

  private mutating func addInputs() {
    for glob in source.file.excludes {
      add("exclude", .text(glob.value.text), origin(of: glob))
    }
    for kind in source.file.kinds {
      add(
        "kinds.\(kind.glob.value.text)", .text(kind.kind.value.rawValue), origin(of: kind.kind))
    }
    for entry in source.file.log.fields {
      add(
        "log.fields.\(entry.field.value)", .list(entry.names.map(\.value)),
        origin(of: entry.field), note: "before the usual names")
    }
    add(
      "log.malformed_limit", .number(source.malformedLimit),
      origin(of: source.file.log.malformedLimit))
  }

  private mutating func addRules() {
    for change in source.file.rules {
      let name = "rules.\(change.rule.value)"
      if let severity = change.severity {
        add(
          name + ".severity", .text(severity.value), origin(of: severity),
          note: change.reason?.value)
      }
      if let isEnabled = change.isEnabled {
        add(
          name + ".enabled", .flag(isEnabled.value), origin(of: isEnabled),
          note: change.reason?.value)
      }
    }
    for (index, exception) in source.file.exceptions.enumerated() {
      let tool = exception.tool.value.map { ", tool \($0)" } ?? ""
      let until = exception.expiry.value.map { " until \($0)" } ?? ""
      add(
        "exceptions.\(index)",
        .text("\(exception.rule.value ?? "?") for \(exception.server.value ?? "?")\(tool)\(until)"),
        .file(source.library.location(of: exception.span)), note: exception.reason.value)
    }
  }

  private func origin<Value>(of change: Evidence<Value>?) -> PolicySetting.Origin {
    change.map { .file(source.library.location(of: $0.span)) } ?? .usual
  }

  private mutating func add(
    _ name: String, _ value: PolicySetting.Value, _ origin: PolicySetting.Origin,
    note: String? = nil
  ) {
    settings.append(PolicySetting(name, value, from: origin, note: note))
  }
}

extension Profile {
  /// What the gate asks for beside the demands of a server's tier; `nil` where it asks for these alone.
  fileprivate var meaning: String? {
    switch self {
    case .bootstrap:
      "declared evidence passes the gate, and what only logs or gateways show may be open"
    case .standard: nil
    case .strict:
      "the gate asks every server for the evidence that tier 2 demands, with nothing undecided"
    }
  }
}
