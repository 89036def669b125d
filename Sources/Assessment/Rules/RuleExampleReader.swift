import Estate
import Reading
import SourceText
import Syntax

/// Reads the examples of a rule file: small estates and the status that the rule must give them.
enum RuleExampleReader {
  private static let statuses = ["met", "unmet", "unproven", "contradicted", "not-applicable"]

  /// The examples under `examples`.
  static func examples(from reader: inout MappingReader) -> [RuleExample] {
    reader.mappings("examples") { example in
      let name = example.string("name")
      let expected = example.string("expect")
      let server = example.string("server")
      let date = example.date("date")
      let location = example.string("at")
      let files =
        example.mapping("files") { files in
          files.remainingMembers().map { member in
            RuleExample.File(path: member.name, text: member.value.scalarText ?? "")
          }
        } ?? []
      if let expected, !statuses.contains(expected.value) {
        example.report(
          .error, at: expected.span, "`\(expected.value)` is not a status",
          expected: oneOf(statuses),
          advice: NearestWord.to(expected.value, among: statuses).map { "did you mean `\($0)`?" })
      }
      guard let name, let expected, !files.isEmpty else {
        example.report(
          .error, at: example.node.span, "an example is incomplete",
          expected: "`name`, `expect` and `files`")
        return nil as RuleExample?
      }
      return RuleExample(
        name: name.value, expectedStatus: expected.value, expectationSpan: expected.span,
        server: server?.value, files: files.sorted { $0.path < $1.path }, date: date?.value,
        location: location?.value)
    }.compactMap { $0 }
  }
}
