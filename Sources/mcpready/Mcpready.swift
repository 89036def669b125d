import Assessment
import Estate
import FoundationEssentials
import Ingest
import Reporting
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `mcpready`.
@main
enum Mcpready {
  /// The version that reports name; changes with every release.
  static let version = "0.1.0"

  /// Runs the command on the concurrency pool and ends the process from there.
  ///
  /// An asynchronous `main` would end the main thread first, for which the C library sorts the unwinding
  /// tables of the whole binary: half of the time that a small check takes.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Task.detached {
      exit(await run(arguments).rawValue)
    }
    while true { pause() }
  }

  /// Does what `arguments` ask for, and says how it ended.
  private static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      switch try ArgumentReader.invocation(from: arguments) {
      case .version: StandardStream.output.write("mcpready \(version)\n")
      case .help(let topic): StandardStream.output.write(topic.text + "\n")
      case .schema(let name): StandardStream.output.write(name.text)
      case .listRules(let options):
        StandardStream.output.write(RulesListCommand.text(of: try RuleSource.catalog(options)))
      case .explain(let id, let options): return try explain(id, options)
      case .testRules(let options):
        return await RulesTestCommand.run(try RuleSource.catalog(options))
      case .check(let options): return try await CheckCommand(options: options).run()
      }
      return .passed
    } catch let error as UsageError {
      StandardStream.error.write(
        "mcpready: \(error.message)\n\n\(error.topic.text)\n")
      return .usage
    } catch let error as ConfigurationError {
      StandardStream.error.write(error.text)
      return .usage
    } catch {
      StandardStream.error.write("mcpready: \(error)\n")
      return .usage
    }
  }

  private static func explain(
    _ id: String, _ options: RuleOptions
  ) throws -> ExitStatus {
    let catalog = try RuleSource.catalog(options)
    guard let rule = catalog.rule(id) else {
      let known = catalog.rules.map(\.id)
      throw UsageError(
        message: "there is no rule `\(id)`" + Suggestion.text(for: id.uppercased(), among: known),
        topic: .explain)
    }
    StandardStream.output.write(ExplainCommand.text(of: rule))
    return .passed
  }
}
