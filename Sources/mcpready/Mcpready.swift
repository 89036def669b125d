import Assessment
import Reporting

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
    // A reader that goes away must not decide the exit status: writing to it fails instead.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    Task.detached {
      exit(await answer(arguments).rawValue)
    }
    while true { pause() }
  }

  /// Does what `arguments` ask for, and writes what is to be said about it.
  private static func answer(_ arguments: [String]) async -> ExitStatus {
    var result = await run(arguments, in: .process)
    do {
      for piece in result.pieces { try StandardStream.output.write(piece) }
    } catch {
      result.status = .usage
      result.errors += "mcpready: \(error.message)\n"
    }
    do {
      try StandardStream.error.write(Array(result.errors.utf8))
    } catch {
      // There is no stream left on which to say so; the exit status still does.
      result.status = .usage
    }
    return result.status
  }

  /// Does what `arguments` ask for; everything but what goes to the standard streams is then written.
  static func run(
    _ arguments: [String], in surroundings: Surroundings
  ) async -> CommandResult {
    do {
      let invocation = try ArgumentReader.invocation(from: arguments)
      try await invocation.overwriteGuard?.check()
      switch invocation {
      case .version: return .answer("mcpready \(version)\n")
      case .help(let topic): return .answer(topic.text + "\n")
      case .schema(let name): return .answer(name.text)
      case .listRules(let filter, let options):
        return RulesListCommand(filter: filter).run(try RuleSource.requirements(options))
      case .newRule(let draft): return try RulesNewCommand(draft: draft).run()
      case .ruleReference(let folder, let options):
        return try RulesReferenceCommand.run(try RuleSource.catalog(options), into: folder)
      case .explain(let id, let options): return try explain(id, options)
      case .summarizeLogs(let options):
        return try await LogsSummarizeCommand(options: options, surroundings: surroundings).run()
      case .mergeLogs(let options): return LogsMergeCommand(options: options).run()
      case .ratchetPolicy(let report, let outputFile):
        let ratchet = PolicyRatchet(try SavedReportFiles.report(at: report))
        return try .answer(ratchet.yaml, into: outputFile)
      case .showPolicy(let options): return try PolicyShowCommand.run(options)
      case .testRules(let options, let updates):
        return try await RulesTestCommand.run(options, updates: updates)
      case .createEvidence(let options, let output, let copiesInputs):
        return try await EvidenceCreateCommand(
          check: CheckCommand(options: options, surroundings: surroundings), output: output,
          copiesInputs: copiesInputs
        ).run()
      case .verifyEvidence(let path): return EvidenceVerifyCommand(path: path).run()
      case .lock(let options): return try await LockCommand(options: options).run()
      case .diff(let options): return try await DiffCommand(options: options).run()
      case .metrics(let options): return try MetricsCommand(options: options).run()
      case .inspect(let options): return await InspectCommand(options: options).run()
      case .check(let options):
        return try await CheckCommand(options: options, surroundings: surroundings).run()
      }
    } catch let error as UsageError {
      return CommandResult(
        status: .usage, errors: "mcpready: \(error.message)\n\n\(error.topic.text)\n")
    } catch let error as ConfigurationError {
      return CommandResult(status: .usage, errors: error.text)
    } catch {
      return CommandResult(status: .usage, errors: "mcpready: \(error)\n")
    }
  }

  private static func explain(
    _ id: String, _ options: RuleOptions
  ) throws -> CommandResult {
    let catalog = try RuleSource.catalog(options)
    guard let rule = catalog.rule(id) else {
      let known = catalog.rules.map(\.id)
      throw UsageError(
        message: "there is no rule `\(id)`" + Suggestion.text(for: id.uppercased(), among: known),
        topic: .explain)
    }
    return .answer(ExplainCommand.text(of: rule, in: catalog))
  }
}
