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
      if let problem = await problem(with: example, of: rule) {
        failures.append(
          ExampleFailure(rule: rule.id, example: example.name, problem: problem))
      }
    }
    return failures
  }

  private func problem(with example: RuleExample, of rule: Rule) async -> String? {
    let report = await report(on: example)
    if let error = report.diagnostics.first(where: { $0.severity == .error }) {
      let place = report.library.location(of: error.span)
      return "\(place.path):\(place.start.line): \(error.message)"
    }
    let found: Control?
    if rule.subject == .fleet {
      found = report.assessment.fleetControls.first { $0.rule == rule.id }
    } else {
      let servers = report.assessment.servers.filter {
        example.server == nil ? $0.isRegistered : $0.id == example.server
      }
      guard servers.count == 1, let server = servers.first else {
        return "the example describes \(servers.count) servers; name one under `server`"
      }
      found = server.controls.first { $0.rule == rule.id }
    }
    guard let control = found else { return "the rule was not asked" }
    guard control.status.name == example.expectedStatus else {
      return "expected \(example.expectedStatus), found \(control.status.name): \(control.reason)"
    }
    return place(of: example, rule, in: report)
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
      catalog: catalog, date: example.date ?? Self.standardDate ?? CalendarDate(daysSinceEpoch: 0), failOn: nil)
    return await pipeline.report(on: intake)
  }
}

/// `mcpready rules test`.
enum RulesTestCommand {
  /// Runs every example and names those that do not come out as they say.
  static func run(_ catalog: RuleCatalog) async -> CommandResult {
    let runner = ExampleRunner(catalog: catalog)
    var failures: [ExampleFailure] = []
    for rule in catalog.rules { failures += await runner.failures(of: rule) }
    let count = catalog.rules.map(\.examples.count).reduce(0, +)
    let summary =
      "\(count - failures.count) of \(count) examples of \(catalog.rules.count) rules come out as they say"
    return CommandResult(
      status: failures.isEmpty ? .passed : .failed,
      output: (failures.map(\.description) + [summary]).map { $0 + "\n" }.joined())
  }
}
