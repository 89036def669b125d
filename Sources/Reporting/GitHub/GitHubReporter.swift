import Assessment
import SourceText

/// Writes GitHub workflow commands, which the log of a job shows as annotations of the changed files.
///
/// GitHub keeps ten errors, ten warnings and ten notices of a step and drops the rest without a word; so does
/// this reporter, worst first, and says in a last notice what it left out. Where both ask for room, what is wrong
/// with the inputs takes no more than half of it.
public struct GitHubReporter: Reporter {
  /// The most annotations of one level that GitHub keeps of one step.
  public static let levelLimit = 10

  /// A reporter.
  public init() {}

  /// Writes the commands, a line each.
  public func write(_ report: Report, to output: ReportOutput) {
    let quotations = Quotations(report, columns: 100)
    let open = report.assessment.findings.filter {
      $0.suppression == nil && $0.undecidedReason == nil
    }
    var wanted: [Level: Int] = [:]
    for finding in open { wanted[Level(finding.severity), default: 0] += 1 }
    var room = Room()
    var text = Fragment<WorkflowCommand>()
    for diagnostic in report.diagnostics {
      let level: Level = diagnostic.severity == .error ? .error : .warning
      let kept = min(wanted[level, default: 0], Self.levelLimit / 2)
      guard room.take(level, leaving: kept) else { continue }
      let place = place(diagnostic.span, report.library)
      text += "\(level.command) \(place),title=mcpready::\(diagnostic.message)\n"
    }
    for finding in open {
      let level = Level(finding.severity)
      guard room.take(level) else { continue }
      text += line(for: finding, level, quotations, report.library)
    }
    output.write(text + answer(of: report, cut: room.refused))
  }

  /// The gate's answer, and what no annotation says.
  private func answer(of report: Report, cut: Int) -> Fragment<WorkflowCommand> {
    let reasons = report.gate.reasons.joined(separator: "; ")
    var text: Fragment<WorkflowCommand> =
      "::notice title=mcpready: gate \(report.gate.outcome.title)::\(reasons.isEmpty ? "nothing is in the way" : reasons)"
    let findings = report.assessment.findings
    let undecided = findings.count { $0.suppression == nil && $0.undecidedReason != nil }
    if undecided > 0 { text += "; \(counted(undecided, "finding")) not decided" }
    let accepted = findings.count { $0.suppression != nil }
    if accepted > 0 { text += "; \(counted(accepted, "finding")) accepted by exceptions" }
    if cut > 0 {
      text += "; \(counted(cut, "further annotation")) left out, because GitHub shows no more"
    }
    return text + "\n"
  }

  /// How many annotations GitHub still takes.
  private struct Room {
    private var left = [
      Level.error: levelLimit, .warning: levelLimit,
      // The last notice is the gate's answer.
      .notice: levelLimit - 1,
    ]
    /// How many found none.
    private(set) var refused = 0

    /// Whether there is room for one more of `level`, besides `kept` for others.
    mutating func take(_ level: Level, leaving kept: Int = 0) -> Bool {
      guard let count = left[level], count > kept else {
        refused += 1
        return false
      }
      left[level] = count - 1
      return true
    }
  }

  /// The levels of annotations.
  private enum Level: Hashable {
    case error
    case warning
    case notice

    init(_ severity: Severity) {
      switch severity {
      case .critical, .high: self = .error
      case .medium: self = .warning
      case .low: self = .notice
      }
    }

    var command: Fragment<WorkflowCommand> {
      switch self {
      case .error: "::error"
      case .warning: "::warning"
      case .notice: "::notice"
      }
    }
  }

  private func line(
    for finding: Finding, _ level: Level, _ quotations: Quotations, _ library: SourceLibrary
  ) -> Fragment<WorkflowCommand> {
    var properties: Fragment<WorkflowProperty> = ""
    if let span = finding.span { properties += place(span, library) + "," }
    let title = quotations.title(ofRule: finding.rule)
    properties += "title=\(finding.rule) \(finding.severity.rawValue): \(title)"
    let server: Fragment<WorkflowCommand> = finding.subject.server.map { " (\($0))" } ?? ""
    return
      "\(level.command) \(properties)::\(finding.message)\(server) Fix: \(finding.remediation)\n"
  }

  private func place(
    _ span: SourceSpan, _ library: SourceLibrary
  ) -> Fragment<WorkflowProperty> {
    let location = library.location(of: span)
    var place: Fragment<WorkflowProperty> =
      "file=\(location.path),line=\(location.start.line),endLine=\(location.end.line)"
    // GitHub takes columns only for annotations of one line.
    if location.start.line == location.end.line {
      place += ",col=\(location.start.column),endColumn=\(location.end.column)"
    }
    return place
  }
}
