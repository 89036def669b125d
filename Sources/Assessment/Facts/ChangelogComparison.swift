import CEL
import Estate
import SourceText

/// A tool of which a changelog says something that the list of tools denies.
struct ChangelogError: Sendable {
  let tool: String
  let version: String
  let wasRemoved: Bool
  let span: SourceSpan
}

extension Facts {
  /// A tool of which a changelog says something that the list of tools denies.
  static let changelogError = FactType<PartSubject<ChangelogError>>(
    "changelogError",
    [
      Fact("tool", .string, "The tool.") { .text($0.part.tool, at: $0.span) },
      Fact("problem", .string, "What is wrong, in words.") {
        let name = "'\($0.part.tool)'"
        return .text(
          $0.part.wasRemoved
            ? "\(name), removed in \($0.part.version), is still listed"
            : "\(name), new in \($0.part.version), is not listed", at: $0.span)
      },
    ])
}

/// What a changelog says of tools, beside the tools that there are.
struct ChangelogComparison {
  /// Releases up to the registered version, newest first.
  private let releases: [Changelog.Release]

  /// Leaves out releases after `version`: they are yet to come.
  init(_ changelog: Changelog, upTo version: String?) {
    var releases = changelog.releases
    if let first = releases.first.flatMap({ SemanticVersion($0.version.value) }),
      let last = releases.last.flatMap({ SemanticVersion($0.version.value) }), first.precedes(last)
    {
      releases.reverse()
    }
    let registered = version.flatMap(SemanticVersion.init)
    self.releases = releases.filter { release in
      guard let registered, let own = SemanticVersion(release.version.value) else { return true }
      return !registered.precedes(own)
    }
  }

  /// Tools that the newest word on them calls gone and that `listed` holds, and the other way round.
  func errors(against listed: Set<String>) -> [ChangelogError] {
    var settled: Set<String> = []
    var errors: [ChangelogError] = []
    for release in releases {
      for tool in release.addedTools where settled.insert(tool.value).inserted {
        if !listed.contains(tool.value) {
          errors.append(
            ChangelogError(
              tool: tool.value, version: release.version.value, wasRemoved: false,
              span: tool.span))
        }
      }
      for tool in release.removedTools where settled.insert(tool.value).inserted {
        if listed.contains(tool.value) {
          errors.append(
            ChangelogError(
              tool: tool.value, version: release.version.value, wasRemoved: true,
              span: tool.span))
        }
      }
    }
    return errors.sorted { $0.span < $1.span }
  }
}
