import Ingest
import Reporting
import SourceText

/// A rule or the policy file is wrong, so that nothing can be judged.
struct ConfigurationError: Error {
  /// What to print.
  let text: String

  /// What `diagnostics`, which point into `library`, say.
  init(_ diagnostics: [Diagnostic], in library: SourceLibrary) {
    text = HumanReporter().render(diagnostics, in: library)
  }

  /// A problem that has no place in a file.
  init(_ message: String) {
    text = "mcpready: \(message)\n"
  }

  /// A file of the configuration that could not be read.
  init(_ error: ConfigurationFiles.Unreadable) {
    self.init("cannot read `\(error.path)`: \(error.reason)")
  }
}
