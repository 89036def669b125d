import Estate
import Reading
import SourceText
import Syntax

/// Keys of mcpready's manifest that stand in a file of another format, where nobody reads them.
enum MisplacedKeys {
  /// A warning for each member of `entry` that says something in a manifest and is none of the keys of its
  /// own format, of which those that a manifest has as well are `shared`.
  ///
  /// `format` is what messages call the file, and `advice` where such keys go.
  static func warnings(
    about entry: Node, sharing shared: Set<String>, format: String, advice: String
  ) -> [Diagnostic] {
    // The manifest's own reader says what its keys are: no second list of them exists.
    var ignored: [Diagnostic] = []
    let asked = MappingReader.read(entry, as: format, unknownKeys: nil, into: &ignored) { reader in
      var server = Server(id: "")
      ManifestAdapter.describe(&server, from: &reader)
      ManifestAdapter.govern(&server, from: &reader)
      ManifestAdapter.operate(&server, from: &reader)
      ManifestAdapter.readTools(of: &server, from: &reader)
      return reader.readMembers
    }
    return (asked ?? []).filter { !shared.contains($0.name) }.map { member in
      Diagnostic(
        .warning, at: member.key.span,
        "`\(member.name)` is no key of \(format), and is not read here",
        advice: advice)
    }
  }
}
