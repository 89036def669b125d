public import SourceText
import Syntax

/// Rules that are ready to be asked, in the order of their ids.
public struct RuleCatalog: Sendable {
  let compiled: [CompiledRule]

  /// What a policy has changed about the rules, in the order of their ids; some are not asked any more.
  public let overrides: [RuleOverride]

  /// The rules, in the order of their ids.
  public var rules: [Rule] { compiled.map(\.rule) }

  /// The rules that `sources`, YAML files of the format of `Rules/`, state.
  ///
  /// One rule that does not load keeps the whole catalog from loading: a gate that asks fewer questions
  /// than its team believes would pass what it should not. The error holds everything that is wrong.
  ///
  /// Rules of `requirements` come without the examples that their files end with.
  public init(
    loading sources: [SourceFile], requirements: [SourceFile] = []
  ) throws(RuleCatalogError) {
    var loader = RuleLoader()
    for source in requirements { loader.load(source, expectingExamples: false) }
    for source in sources { loader.load(source) }
    compiled = try loader.finish()
    overrides = []
  }

  private init(compiled: [CompiledRule], overrides: [RuleOverride]) {
    self.compiled = compiled
    self.overrides = overrides
  }

  /// The same rules, with other severities for some and without those that are switched off.
  ///
  /// A severity that is given this way holds for every tier.
  public func changing(by overrides: [RuleOverride]) -> RuleCatalog {
    let byRule = Dictionary(overrides.map { ($0.rule, $0) }, uniquingKeysWith: { _, last in last })
    return RuleCatalog(
      compiled: compiled.compactMap { rule in
        guard let override = byRule[rule.rule.id] else { return rule }
        guard override.isEnabled else { return nil }
        return override.severity.map(rule.withSeverity) ?? rule
      }, overrides: byRule.values.sorted { $0.rule < $1.rule })
  }

  /// The ids of all rules, those that are switched off included.
  var allIDs: Set<String> { Set(rules.map(\.id) + overrides.map(\.rule)) }

  /// The rule called `id`, with or without the prefix `MCP`.
  public func rule(_ id: String) -> Rule? {
    let wanted = id.uppercased()
    return rules.first { $0.id == wanted || $0.id == "MCP" + wanted }
  }
}

/// Everything that is wrong with a set of rule files.
public struct RuleCatalogError: Error, Hashable, Sendable {
  /// What is wrong, in the order of the files.
  public let diagnostics: [Diagnostic]
}
