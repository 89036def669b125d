import Estate
import SourceText

extension CatalogFragment {
  /// The same tools with each name once; of a name that is defined several times, with all of its definitions.
  var joiningRedefinitions: CatalogFragment {
    guard isAmbiguous else { return self }
    var joined = self
    joined.tools = []
    var positions: [String: Int] = [:]
    for tool in tools {
      if let position = positions[tool.name] {
        joined.tools[position].redefine(by: tool)
      } else {
        positions[tool.name] = joined.tools.count
        joined.tools.append(tool)
      }
    }
    return joined
  }

  /// What to say about names that are defined more than once: names are unique within a server.
  var redefinitionErrors: [Diagnostic] {
    redefinitions.map { first, second in
      Diagnostic(
        at: second, "the catalog defines a tool of this name twice",
        expected: "one definition for each name",
        advice: "clients may call the one or the other; remove it, or give it another name",
        related: [Diagnostic.Related(span: first, message: "first defined here")])
    }
  }

  /// The places of names that were defined before, each with the place of the first definition.
  private var redefinitions: [(first: SourceSpan, second: SourceSpan)] {
    var firsts: [String: SourceSpan] = [:]
    var found: [(first: SourceSpan, second: SourceSpan)] = []
    for tool in tools {
      guard let place = tool.catalogEntry else { continue }
      if let first = firsts[tool.name] {
        found.append((first, place))
      } else {
        firsts[tool.name] = place
      }
    }
    return found
  }
}
