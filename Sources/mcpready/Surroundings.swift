import FoundationEssentials

/// What a run takes from the process around it, beside its arguments and files.
struct Surroundings: Sendable {
  /// The environment's variables.
  var variables: [String: String] = [:]

  /// Whether a person reads standard output.
  var isTerminal = false

  /// Whether a person reads standard error.
  var hasErrorTerminal = false

  /// Those of this process.
  static var process: Surroundings {
    Surroundings(
      variables: ProcessInfo.processInfo.environment,
      isTerminal: StandardStream.output.isTerminal,
      hasErrorTerminal: StandardStream.error.isTerminal)
  }

  /// Whether standard error is a terminal whose lines can be written over.
  var showsProgress: Bool { hasErrorTerminal && variables["TERM"] != "dumb" }

  /// Whether standard output is a terminal that shows colors to a person who wants them.
  var showsColor: Bool {
    let isRefused = variables["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isTerminal && !isRefused && variables["TERM"] != "dumb"
  }
}
