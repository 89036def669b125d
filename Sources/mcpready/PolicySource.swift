import Assessment
import Estate
import Ingest
import SourceText
import Syntax
import Telemetry

/// The policy of one run: the file, and what it changes.
struct PolicySource {
  /// The file; one that changes nothing where there is none.
  let file: PolicyFile
  private let library: SourceLibrary

  /// The policy that `options` name, or `mcpready.yaml` at the root of what is checked.
  static func policy(_ options: CheckOptions) throws(ConfigurationError) -> PolicySource {
    let named = options.policyFile
    guard let path = named == nil ? try implied(by: options.paths) : named else {
      return PolicySource(file: PolicyFile(), library: SourceLibrary())
    }
    var library = SourceLibrary()
    let source = library.add(path: path, bytes: try bytes(at: path))
    let tree: SyntaxTree
    do {
      tree = try YAMLParser.parse(source)
    } catch {
      throw ConfigurationError([error.diagnostic], in: library)
    }
    guard let root = tree.root else {
      throw ConfigurationError(
        [
          Diagnostic(
            at: source.span, "the policy file is empty", expected: "`version: 1`",
            advice: "remove the file, if nothing is to be changed")
        ], in: library)
    }
    let (file, diagnostics) = PolicyFileReader.read(root)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw ConfigurationError(errors, in: library) }
    return PolicySource(file: file, library: library)
  }

  /// The thresholds, as far as the policy changes them.
  var thresholds: Thresholds {
    var thresholds = Thresholds()
    let changes = file.thresholds
    if let value = changes.score?.value { thresholds.riskScore = value }
    if let value = changes.successRate?.value { thresholds.successRate = value }
    if let value = changes.p95LatencyMilliseconds?.value {
      thresholds.p95LatencyMilliseconds = Double(value)
    }
    if let value = changes.blockRate?.value { thresholds.blockRate = value }
    if let value = changes.fallbackRate?.value { thresholds.fallbackRate = value }
    if let value = changes.tokenLifetimeSeconds?.value { thresholds.tokenLifetimeSeconds = value }
    if let value = changes.maxToolsPerAgent?.value { thresholds.toolsPerAgent = value }
    if let value = changes.drillAgeDays?.value { thresholds.drillAgeDays = value }
    return thresholds
  }

  /// The names under which the fields of audit records are found in logs; one that is no field is an error
  /// with its place.
  func logMapping() throws(ConfigurationError) -> FieldMapping {
    var mapping = FieldMapping()
    for entry in file.logFields {
      guard let field = LogField(name: entry.field.value) else {
        let known = LogField.allCases.map(\.name)
        throw ConfigurationError(
          [
            Diagnostic(
              at: entry.field.span,
              "audit records have no field `\(entry.field.value)`"
                + Suggestion.text(for: entry.field.value, among: known),
              expected: known.joined(separator: ", "))
          ], in: library)
      }
      for name in entry.names.reversed() { mapping.map(field, to: name.value) }
    }
    return mapping
  }

  /// The weights of the score's dimensions.
  var weights: RiskWeights {
    guard let weights = file.weights else { return .standard }
    return RiskWeights(
      shares: [
        .auth: weights.a.value, .reliability: weights.r.value, .ownership: weights.o.value,
        .blastRadius: weights.b.value,
      ])
  }

  /// `catalog` as the policy changes it; a rule that does not exist is an error with its place.
  func changing(_ catalog: RuleCatalog) throws(ConfigurationError) -> RuleCatalog {
    var severities: [String: Severity] = [:]
    var disabled: Set<String> = []
    for change in file.rules {
      guard let rule = catalog.rule(change.rule.value) else {
        let suggestion = Suggestion.text(
          for: change.rule.value.uppercased(), among: catalog.rules.map(\.id))
        throw ConfigurationError(
          [
            Diagnostic(
              at: change.rule.span, "there is no rule `\(change.rule.value)`\(suggestion)",
              expected: "the id of a rule", advice: "`mcpready rules list` shows them")
          ], in: library)
      }
      if let severity = change.severity.flatMap({ Severity(rawValue: $0.value) }) {
        severities[rule.id] = severity
      }
      if change.isEnabled?.value == false { disabled.insert(rule.id) }
    }
    return catalog.changing(severities: severities, disabled: disabled)
  }

  private static func bytes(at path: String) throws(ConfigurationError) -> [UInt8] {
    do {
      return try ConfigurationFiles.bytes(at: path)
    } catch {
      throw ConfigurationError(error)
    }
  }

  /// The one policy file at the root of one of `paths`, whatever their order.
  private static func implied(by paths: [String]) throws(ConfigurationError) -> String? {
    let candidates = paths.map { path in
      path == "." ? fileName : path.hasSuffix("/") ? path + fileName : path + "/" + fileName
    }
    let found = Set(candidates).filter(ConfigurationFiles.exist).sorted()
    guard found.count < 2 else {
      throw ConfigurationError(
        "there are several policy files, \(found.map { "`\($0)`" }.joined(separator: ", "));"
          + " name the one that counts with --policy")
    }
    return found.first
  }

  private static let fileName = "mcpready.yaml"
}
