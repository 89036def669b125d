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

  /// The same rules, of which several files are read at one time.
  public static func loading(
    sideBySide sources: [SourceFile], requirements: [SourceFile] = []
  ) async throws(RuleCatalogError) -> RuleCatalog {
    let files =
      requirements.map { (source: $0, hasExamples: false) }
      + sources.map { (source: $0, hasExamples: true) }
    let loaders = await withTaskGroup(of: (Int, [RuleLoader]).self) { group in
      for start in stride(from: 0, to: files.count, by: filesAtOnce) {
        group.addTask {
          let part = files[start..<min(start + filesAtOnce, files.count)]
          return (
            start,
            part.map { file in
              var loader = RuleLoader()
              loader.load(file.source, expectingExamples: file.hasExamples)
              return loader
            }
          )
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    var all = RuleLoader()
    for loader in loaders { all.merge(loader) }
    return RuleCatalog(compiled: try all.finish(), overrides: [])
  }

  /// How many files one task reads.
  private static let filesAtOnce = 8

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
