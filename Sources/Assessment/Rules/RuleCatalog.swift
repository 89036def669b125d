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
