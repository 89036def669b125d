import Estate
import Reading
public import SourceText
public import Syntax

/// Reads `mcpready.yaml`, strictly: what it does not understand would change how others are judged.
public enum PolicyFileReader {
  /// The policy that `document` states, and what is wrong with it; a run must not go on past an error.
  public static func read(_ document: Node) -> (policy: PolicyFile, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let policy = MappingReader.read(
      document, as: "the policy file", unknownKeys: .error, into: &diagnostics
    ) { reader in
      reader.skip("$schema")
      var policy = PolicyFile()
      checkVersion(in: &reader)
      policy.excludes = reader.strings("exclude").compactMap { glob($0, in: &reader) }
      policy.kinds = reader.mapping("kinds") { kinds(from: &$0) } ?? []
      policy.thresholds =
        reader.mapping("thresholds") { thresholds(from: &$0) } ?? policy.thresholds
      policy.logFields =
        reader.mapping("log") { $0.mapping("fields") { logFields(from: &$0) } ?? [] } ?? []
      policy.weights = reader.mapping("weights") { weights(from: &$0) } ?? nil
      policy.rules = reader.mapping("rules") { rules(from: &$0) } ?? []
      return policy
    }
    return (policy ?? PolicyFile(), diagnostics)
  }

  private static func checkVersion(in reader: inout MappingReader) {
    guard let version = reader.member("version")?.value else {
      reader.report(
        .error, at: reader.node.span, "the policy file does not say its version",
        expected: "`version: 1`")
      return
    }
    if version.integer != 1 { reader.reportMismatch(version, "version", expected: "`1`") }
  }

  private static func glob(
    _ text: Evidence<String>, in reader: inout MappingReader
  ) -> Evidence<PathGlob>? {
    do throws(PathGlob.Malformed) {
      let glob = try PathGlob(text.value)
      return text.map { _ in glob }
    } catch {
      reader.report(
        .error, at: text.span, "the pattern `\(text.value.prefix(60))` \(error.reason)",
        expected: "a pattern such as `vendor/**` or `*.{yaml,yml}`")
      return nil
    }
  }

  private static func kinds(from reader: inout MappingReader) -> [KindAssignment] {
    reader.remainingMembers().compactMap { member in
      let text = Evidence(member.name, at: member.key.span)
      let glob = glob(text, in: &reader)
      let kind = reader.choice(of: member.value, called: member.name, from: kindWords)
      guard let glob, let kind else { return nil }
      return KindAssignment(glob: glob, kind: kind)
    }
  }

  private static let kindWords = Vocabulary<FileKind>(aliases: [
    "server-json": .registryEntry, "tools-list": .toolCatalog,
  ])

  private static func thresholds(from reader: inout MappingReader) -> ThresholdChanges {
    var changes = ThresholdChanges()
    changes.score = reader.number("crs", in: 0...100)
    changes.successRate = reader.number("success_rate", in: 0...1)
    changes.p95LatencyMilliseconds = reader.integer("p95_latency_ms", in: 1...Int.max)
    changes.blockRate = reader.number("block_rate", in: 0...1)
    changes.fallbackRate = reader.number("fallback_rate", in: 0...1)
    changes.tokenLifetimeSeconds = reader.integer("token_lifetime_seconds", in: 1...Int.max)
    changes.maxToolsPerAgent = reader.integer("max_tools_per_agent", in: 1...Int.max)
    changes.drillAgeDays = reader.integer("drill_age_days", in: 1...Int.max)
    return changes
  }

  private static func logFields(from reader: inout MappingReader) -> [LogFieldNames] {
    reader.remainingMembers().map(\.name).compactMap { name in
      guard let key = reader.member(name)?.key else { return nil }
      let names = reader.strings(name).filter { !$0.value.isEmpty }
      if names.isEmpty {
        reader.report(
          .error, at: key.span, "`\(name)` names no key of the log",
          expected: "the key of the log's records, or a list of keys")
      }
      return LogFieldNames(field: Evidence(name, at: key.span), names: names)
    }
  }

  /// All four weights, which must sum to 1; `nil`, with an error, otherwise.
  private static func weights(from reader: inout MappingReader) -> WeightChanges? {
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

  private static let severities = Vocabulary<String>([
    "critical": "critical", "high": "high", "medium": "medium", "low": "low",
  ])

  private static func rules(from reader: inout MappingReader) -> [RuleChange] {
    reader.remainingMembers().compactMap { member in
      let id = Evidence(member.name, at: member.key.span)
      return reader.mapping(at: member.value, called: member.name) { rule(id, from: &$0) }
    }
  }

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
