import Assessment
import Estate
import Ingest
import Reporting
import SourceText

/// One example that does not come out as it says.
struct ExampleFailure: Equatable, CustomStringConvertible {
  let rule: String
  let example: String
  let problem: String
  /// What the example's `expect` would have to say, and where it stands; `nil` where that is not the problem.
  var correction: Correction?

  /// A status to be written over another.
  struct Correction: Equatable {
    let span: SourceSpan
    let status: String
  }

  var description: String { "\(rule): \(example): \(problem)" }
}

/// Runs the examples of rules through the whole pipeline, from the bytes of their files.
struct ExampleRunner {
  let catalog: RuleCatalog

  /// The day by which examples are judged that name none.
  private static let standardDate = CalendarDate("2026-11-01")

  /// The examples of `rule` that do not come out as they say.
  func failures(of rule: Rule) async -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    for example in rule.examples {
      let (problem, found) = await problem(with: example, of: rule)
      guard let problem else { continue }
      failures.append(
        ExampleFailure(
          rule: rule.id, example: example.name, problem: problem,
          correction: found.map { .init(span: example.expectationSpan, status: $0) }))
    }
    return failures
  }

  /// What is wrong, and the status found where that is it.
  private func problem(
    with example: RuleExample, of rule: Rule
  ) async -> (problem: String?, found: String?) {
    let report = await report(on: example)
    if let error = report.diagnostics.first(where: { $0.severity == .error }) {
      let place = report.library.location(of: error.span)
      return ("\(place.path):\(place.start.line): \(error.message)", nil)
    }
    let found: Control?
    if rule.subject.isOfFleet {
      found = report.assessment.fleetControls.first { $0.rule == rule.id }
    } else {
      let servers = report.assessment.servers.filter {
        example.server == nil ? $0.isRegistered : $0.id == example.server
      }
      guard servers.count == 1, let server = servers.first else {
        return ("the example describes \(servers.count) servers; name one under `server`", nil)
      }
      found = server.controls.first { $0.rule == rule.id }
    }
    guard let control = found else { return ("the rule was not asked", nil) }
    let status = control.status.name
    guard status == example.expectedStatus else {
      return ("expected \(example.expectedStatus), found \(status): \(control.reason)", status)
    }
    return (place(of: example, rule, in: report), nil)
  }

  /// Whether the finding points where the example says.
  private func place(of example: RuleExample, _ rule: Rule, in report: Report) -> String? {
    guard let expected = example.location else { return nil }
    let places = report.assessment.findings.filter { $0.rule == rule.id }.compactMap(\.span)
      .map { report.library.location(of: $0) }.map { "\($0.path):\($0.start.line)" }
    return places.contains(expected)
      ? nil : "expected a finding at \(expected), found \(places.joined(separator: ", "))"
  }

  private func report(on example: RuleExample) async -> Report {
    let intake = await Intake.read(
      files: example.files.map { (path: $0.path, bytes: Array($0.text.utf8)) })
    let pipeline = Pipeline(
      catalog: catalog, date: example.date ?? Self.standardDate ?? CalendarDate(daysSinceEpoch: 0),
      failOn: nil)
    return await pipeline.report(on: intake)
  }
}

/// `mcpready rules test`.
enum RulesTestCommand {
  /// Runs every example and names those that do not come out as they say; with `updates`, writes what they
  /// come out as into the rule files of `options`.
  static func run(_ options: RuleOptions, updates: Bool) async throws -> CommandResult {
    let (catalog, library) = try RuleSource.load(options)
    let runner = ExampleRunner(catalog: catalog)
    var failures: [ExampleFailure] = []
    for rule in catalog.rules { failures += await runner.failures(of: rule) }
    let count = catalog.rules.map(\.examples.count).reduce(0, +)
    var lines = failures.map(\.description)
    lines.append(
      "\(count - failures.count) of \(count) examples of \(catalog.rules.count) rules come out as they say"
    )
    if updates {
      let corrections = failures.compactMap(\.correction)
      lines += try write(corrections, into: library, of: options)
      // What could not be corrected is left for a person.
      failures.removeAll { $0.correction != nil }
    }
    return CommandResult(
      status: failures.isEmpty ? .passed : .failed, output: lines.map { $0 + "\n" }.joined())
  }

  /// Writes `corrections` over the statuses that stand there, from the end of each file to its beginning.
  private static func write(
    _ corrections: [ExampleFailure.Correction], into library: SourceLibrary, of options: RuleOptions
  ) throws(ConfigurationError) -> [String] {
    var lines: [String] = []
    for file in library.files {
      let own = corrections.filter { $0.span.source == file.id }.sorted { $0.span > $1.span }
      guard let folder = options.folder, !own.isEmpty, file.path.hasPrefix(folder) else { continue }
      var bytes = file.bytes
      for correction in own {
        bytes.replaceSubrange(correction.span.range, with: Array(correction.status.utf8))
      }
      do {
        try OutputFile.write(String(decoding: bytes, as: UTF8.self), to: file.path)
      } catch {
        throw ConfigurationError(error.message)
      }
      lines.append("wrote \(own.count) statuses into \(file.path); review the change")
    }
    return lines
  }
}
