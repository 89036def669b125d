/// How a command ended, and what it says.
struct CommandResult: Equatable {
  var status: ExitStatus
  /// The UTF-8 for standard output, in pieces: the report of a large fleet is long, and never put together.
  var pieces: [[UInt8]]
  /// The text for standard error.
  var errors: String

  /// A command that ended with `status`, and says `output` on standard output and `errors` on standard error.
  init(status: ExitStatus, output: String = "", errors: String = "") {
    self.status = status
    pieces = output.isEmpty ? [] : [Array(output.utf8)]
    self.errors = errors
  }

  /// The text for standard output.
  var output: String {
    get { String(decoding: pieces.joined(), as: UTF8.self) }
    set { pieces = newValue.isEmpty ? [] : [Array(newValue.utf8)] }
  }

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
