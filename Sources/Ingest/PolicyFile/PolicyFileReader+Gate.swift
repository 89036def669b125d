import Estate
import Reading
import SourceText
import Syntax

/// What changes where servers may go: environments, coverage, wanted verdicts.
extension PolicyFileReader {
  static func environments(from reader: inout MappingReader) -> [EnvironmentMeaning] {
    reader.remainingMembers().compactMap { member in
      reader.choice(of: member.value, called: member.name, from: stages).map {
        EnvironmentMeaning(name: Evidence(member.name, at: member.key.span), stage: $0)
      }
    }
  }

  private static let stages = Vocabulary<String>([
    "production": "production", "staging": "staging", "development": "development",
  ])

  static func coverage(from reader: inout MappingReader) -> CoverageChanges {
    var changes = CoverageChanges()
    changes.server = reader.number("server", in: 0...100)
    changes.fleet = reader.number("fleet", in: 0...100)
    return changes
  }

  static func verdicts(from reader: inout MappingReader) -> [VerdictWish] {
    let servers =
      reader.mapping("servers") { mapping in
        mapping.remainingMembers().compactMap { member -> VerdictWish? in
          let glob = glob(Evidence(member.name, at: member.key.span), in: &mapping)
          let verdict = mapping.choice(of: member.value, called: member.name, from: rungs)
          guard let glob, let verdict else { return nil }
          return VerdictWish(scope: .servers(glob), verdict: verdict)
        }
      } ?? []
    let environments =
      reader.mapping("environments") { mapping in
        mapping.remainingMembers().compactMap { member in
          mapping.choice(of: member.value, called: member.name, from: rungs).map {
            VerdictWish(
              scope: .environment(Evidence(member.name, at: member.key.span)), verdict: $0)
          }
        }
      } ?? []
    return servers + environments
  }

  private static let rungs = Vocabulary<String>([
    "blocked": "blocked", "sandbox": "sandbox", "read-only": "read-only",
    "supervised": "supervised", "production": "production",
  ])
}
