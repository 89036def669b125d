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
      policy.profile = reader.choice("profile", from: profiles)
      policy.excludes = reader.strings("exclude").compactMap { glob($0, in: &reader) }
      policy.kinds = reader.mapping("kinds") { kinds(from: &$0) } ?? []
      policy.thresholds =
        reader.mapping("thresholds") { thresholds(from: &$0) } ?? policy.thresholds
      policy.weights = reader.mapping("weights") { weights(from: &$0) } ?? nil
      policy.demands = reader.mapping("demands") { demands(from: &$0) } ?? []
      policy.environments = reader.mapping("environments") { environments(from: &$0) } ?? []
      policy.log = reader.mapping("log") { log(from: &$0) } ?? policy.log
      policy.rules = reader.mapping("rules") { rules(from: &$0) } ?? []
      policy.coverage = reader.mapping("coverage") { coverage(from: &$0) } ?? policy.coverage
      policy.verdicts = reader.mapping("verdicts") { verdicts(from: &$0) } ?? []
      policy.exceptions = reader.mappings("exceptions") {
        ExceptionReader.exception(from: &$0, origin: .policy)
      }
      return policy
    }
    return (policy ?? PolicyFile(), diagnostics)
  }

  private static let profiles = Vocabulary<String>([
    "bootstrap": "bootstrap", "standard": "standard", "strict": "strict",
  ])

  private static func checkVersion(in reader: inout MappingReader) {
    guard let version = reader.member("version")?.value else {
      reader.report(
        .error, at: reader.node.span, "the policy file does not say its version",
        expected: "`version: 1`")
      return
    }
    if version.integer != 1 { reader.reportMismatch(version, "version", expected: "`1`") }
  }

  /// The pattern that `text` is; `nil`, with an error, where it is none.
  static func glob(
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

  private static func log(from reader: inout MappingReader) -> LogChanges {
    var changes = LogChanges()
    changes.fields = reader.mapping("fields") { fields(from: &$0) } ?? []
    changes.malformedLimit = reader.number("malformed_limit", in: 0...1)
    return changes
  }

  /// The names of fields; whether a field exists is known to whoever reads logs.
  private static func fields(from reader: inout MappingReader) -> [LogChanges.FieldNames] {
    reader.remainingMembers().map { member in
      LogChanges.FieldNames(
        field: Evidence(member.name, at: member.key.span), names: reader.strings(member.name))
    }
  }
}
