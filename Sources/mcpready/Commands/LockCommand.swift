import Estate
import Reporting

/// The options of `mcpready lock`.
struct LockOptions: Equatable {
  var paths: [String] = []
  var output = LockText.fileName
}

/// `mcpready lock`: keeps what the servers are, so that a later change of it is seen.
struct LockCommand {
  let options: LockOptions

  /// Reads the estate and writes the lock file, whole or not at all.
  func run() async throws -> CommandResult {
    let reading = try await EstateReading.read(options.paths, outputs: [options.output])
    if let failure = reading.failure { return failure }
    let text = LockText.text(of: reading.contracts)
    guard options.output != "-" else { return .answer(text) }
    do throws(OutputFailure) {
      try OutputFile.write(text, to: options.output)
    } catch {
      throw ConfigurationError(error.message)
    }
    let tools = reading.contracts.reduce(0) { $0 + $1.tools.count }
    let line: Fragment<Terminal> =
      "locked \(reading.contracts.count) \(reading.contracts.count == 1 ? "server" : "servers") with \(tools) \(tools == 1 ? "tool" : "tools") in \(options.output)\n"
    return .answer(line.text)
  }
}
