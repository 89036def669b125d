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

  /// A command whose answer goes to `file`, or to standard output where that is `nil` or `-`.
  static func answer(
    _ output: String, into file: String?
  ) throws(ConfigurationError) -> CommandResult {
    guard let file, file != "-" else { return .answer(output) }
    do throws(OutputFailure) {
      try OutputFile.write(output, to: file)
    } catch {
      throw ConfigurationError(error.message)
    }
    return .answer("")
  }
}
