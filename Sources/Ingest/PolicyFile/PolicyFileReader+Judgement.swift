import Estate
import Reading
import SourceText
import Syntax

/// What changes how servers are judged: thresholds, weights, demands, rules.
extension PolicyFileReader {
  static func thresholds(from reader: inout MappingReader) -> ThresholdChanges {
    var changes = ThresholdChanges()
    changes.score = reader.number("crs", in: 0...100)
    changes.successRate = reader.number("success_rate", in: 0...1)
    changes.p95LatencyMilliseconds = reader.integer("p95_latency_ms", in: 1...Int.max)
    changes.blockRate = reader.number("block_rate", in: 0...1)
    changes.fallbackRate = reader.number("fallback_rate", in: 0...1)
    changes.tokenLifetimeSeconds = reader.integer("token_lifetime_seconds", in: 1...Int.max)
    changes.maxToolsPerAgent = reader.integer("max_tools_per_agent", in: 1...Int.max)
    changes.drillAgeDays = reader.integer("drill_age_days", in: 1...Int.max)
    changes.missingFieldShare = reader.number("missing_field_share", in: 0...1)
    return changes
  }

  /// All four weights, which must sum to 1; `nil`, with an error, otherwise.
  static func weights(from reader: inout MappingReader) -> WeightChanges? {
    let read = ["a", "r", "o", "b"].map { key -> Evidence<Double>? in
      if !reader.hasMember(key) {
        reader.report(
          .error, at: reader.node.span, "the weight `\(key)` is missing",
          expected: "`a`, `r`, `o` and `b`, which sum to 1")
      }
      return reader.number(key, in: 0...1)
    }
    guard let a = read[0], let r = read[1], let o = read[2], let b = read[3] else { return nil }
    let sum = a.value + r.value + o.value + b.value
    guard abs(sum - 1) < 1e-9 else {
      reader.report(
        .error, at: reader.node.span, "the weights sum to \(sum)", expected: "a sum of 1")
      return nil
    }
    return WeightChanges(a: a, r: r, o: o, b: b)
  }

  static func demands(from reader: inout MappingReader) -> [DemandChange] {
    Tier.allCases.flatMap { tier in
      reader.mapping("\(tier.rawValue)") { mapping in
        ["process", "enforceable"].compactMap { nature in
          mapping.choice(nature, from: grades).map {
            DemandChange(tier: tier, nature: nature, grade: $0)
          }
        }
      } ?? []
    }
  }

  /// A demand for nothing would be met by nothing.
  private static let grades = Vocabulary<Grade>([
    "declared": .declared, "documented": .documented, "configured": .configured,
    "observed": .observed,
  ])

  static func rules(from reader: inout MappingReader) -> [RuleChange] {
    var places: [String: SourceSpan] = [:]
    return reader.remainingMembers().compactMap { member in
      let id = Evidence(member.name, at: member.key.span)
      if let first = places.updateValue(id.span, forKey: id.value.uppercased()) {
        reader.report(
          .error, at: id.span, "the rule `\(id.value)` is changed twice", expected: "one entry",
          related: [Diagnostic.Related(span: first, message: "first changed here")])
      }
      return reader.mapping(at: member.value, called: member.name) { rule(id, from: &$0) }
    }
  }

  private static let severities = Vocabulary<String>([
    "critical": "critical", "high": "high", "medium": "medium", "low": "low",
  ])

  private static func rule(
    _ id: Evidence<String>, from reader: inout MappingReader
  ) -> RuleChange {
    var change = RuleChange(rule: id)
    change.severity = reader.choice("severity", from: severities)
    change.isEnabled = reader.boolean("enabled")
    change.reason = reader.string("reason")
    if let isEnabled = change.isEnabled, !isEnabled.value, change.reason == nil {
      reader.report(
        .error, at: isEnabled.span, "`\(id.value)` is switched off without a reason",
        expected: "`reason`", advice: "say why, for those who read the report")
      change.isEnabled = nil
    }
    return change
  }
}
