import FoundationEssentials

/// What a run takes from the process around it, beside its arguments and files.
struct Surroundings: Sendable {
  /// The environment's variables.
  var variables: [String: String] = [:]

  /// Whether a person reads standard output.
  var isTerminal = false

  /// Those of this process.
  static var process: Surroundings {
    Surroundings(
      variables: ProcessInfo.processInfo.environment,
      isTerminal: StandardStream.output.isTerminal)
  }

  /// Whether standard output is a terminal that shows colors to a person who wants them.
  var showsColor: Bool {
    let isRefused = variables["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isTerminal && !isRefused && variables["TERM"] != "dumb"
  }
}
