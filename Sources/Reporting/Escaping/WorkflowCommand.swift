/// The message of a GitHub workflow command, as `@actions/core` writes it.
enum WorkflowCommand: OutputLanguage {
  static func escape(_ text: String) -> String {
    // A line break of ours cannot come in here: values are one line by now.
    text.replacing("%", with: "%25")
  }
}

/// The value of a property of a GitHub workflow command.
enum WorkflowProperty: EmbeddedLanguage {
  typealias Host = WorkflowCommand

  static func escape(_ text: String) -> String {
    WorkflowCommand.escape(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
