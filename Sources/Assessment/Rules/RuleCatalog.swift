public import SourceText
import Syntax

/// Rules that are ready to be asked, in the order of their ids.
public struct RuleCatalog: Sendable {
  let compiled: [CompiledRule]

  /// The rules, in the order of their ids.
  public var rules: [Rule] { compiled.map(\.rule) }

  /// The rules that `sources`, YAML files of the format of `Rules/`, state.
  ///
  /// One rule that does not load keeps the whole catalog from loading: a gate that asks fewer questions
  /// than its team believes would pass what it should not. The error holds everything that is wrong.
  public init(loading sources: [SourceFile]) throws(RuleCatalogError) {
    var loader = RuleLoader()
    for source in sources { loader.load(source) }
    compiled = try loader.finish()
  }

  private init(compiled: [CompiledRule]) {
    self.compiled = compiled
  }

  /// The same rules, with other severities for some and without those that are switched off.
  ///
  /// A severity that is given this way holds for every tier.
  public func changing(severities: [String: Severity], disabled: Set<String>) -> RuleCatalog {
    RuleCatalog(
      compiled: compiled.filter { !disabled.contains($0.rule.id) }.map { rule in
        severities[rule.rule.id].map(rule.withSeverity) ?? rule
      })
  }

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
