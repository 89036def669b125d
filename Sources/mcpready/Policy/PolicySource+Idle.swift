import Estate
import Ingest
import SourceText

/// What the policy file says and nothing heeds: a slip there would otherwise ask for nothing, without a word.
extension PolicySource {
  /// Warnings of wanted verdicts that count for no server of `fleet`.
  func idleWishes(in fleet: Fleet) -> [Diagnostic] {
    let deciding = Set(
      fleet.servers.compactMap { server in serverWishes.first { $0.value.matches(server.id) }?.span
      })
    return file.verdicts.compactMap { wish in
      switch wish.scope {
      case .servers(let glob):
        guard fleet.servers.contains(where: { glob.value.matches($0.id) }) else {
          return Diagnostic(
            .warning, at: glob.span,
            "no server is called `\(glob.value.text)`, so nothing is wanted")
        }
        guard !deciding.contains(glob.span) else { return nil }
        return Diagnostic(
          .warning, at: glob.span,
          "every server called `\(glob.value.text)` is meant by a pattern above, which counts",
          advice: "put the more special pattern first")
      case .environment(let name):
        let isKnown = fleet.servers.contains { server in
          (server.environments.value ?? []).contains { $0.lowercased() == name.value.lowercased() }
        }
        guard !isKnown else { return nil }
        return Diagnostic(
          .warning, at: name.span,
          "no server runs in the environment `\(name.value)`, so nothing is wanted")
      }
    }
  }

  private var serverWishes: [Evidence<PathGlob>] {
    file.verdicts.compactMap { if case .servers(let glob) = $0.scope { glob } else { nil } }
  }

  /// What is said of patterns of paths that none of `inputs` matches.
  func idlePatterns(for inputs: [Input]) -> [Diagnostic] {
    let paths = inputs.map { patterns.relative($0.path) }
    func isIdle(_ glob: Evidence<PathGlob>) -> Bool { !paths.contains { glob.value.matches($0) } }
    // What is meant to be left out is often not there; a file whose kind is stated should be.
    return file.excludes.filter(isIdle).map {
      Diagnostic(.note, at: $0.span, "no path matches `\($0.value.text)`, so nothing is excluded")
    }
      + file.kinds.map(\.glob).filter(isIdle).map {
        Diagnostic(
          .warning, at: $0.span, "no path matches `\($0.value.text)`, which says what files are")
      }
  }
}
