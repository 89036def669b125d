/// How a command ended, and what it says.
struct CommandResult: Equatable {
  var status: ExitStatus
  /// The text for standard output.
  var output = ""
  /// The text for standard error.
  var errors = ""

  /// A command that did what it was asked for, with the answer `output`.
  static func answer(_ output: String) -> CommandResult {
    CommandResult(status: .passed, output: output)
  }
}
