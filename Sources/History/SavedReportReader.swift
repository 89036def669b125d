import Assessment
import Estate
public import SourceText
import Syntax

/// A file is no report that can be read back.
public struct SavedReportError: Error, Hashable, Sendable {
  /// What is wrong, at its place.
  public let diagnostic: Diagnostic
}

extension SavedReport {
  /// Reads the JSON report in `source`, of this format's second version or its first; members that are not
  /// known are passed over, as the format demands of readers.
  public init(reading source: SourceFile) throws(SavedReportError) {
    let tree: SyntaxTree
    do {
      tree = try JSONParser.parse(source)
    } catch {
      throw SavedReportError(diagnostic: error.diagnostic)
    }
    guard let root = tree.documents.first, root.kind == .mapping,
      let version = root["schemaVersion"]
    else {
      throw SavedReportError(
        diagnostic: Diagnostic(
          at: source.span, "the file is no report of mcpready",
          expected: "a JSON report, as `mcpready check --out json=FILE` writes it"))
    }
    guard let number = version.string, ["1.", "2."].contains(number.prefix(2)) else {
      throw SavedReportError(
        diagnostic: Diagnostic(
          at: version.span, "this version reads reports of schema versions 1 and 2",
          advice: "write the report again with this version of mcpready"))
    }
    self = try SavedReportReader().report(root, path: source.path)
  }
}

/// Reads the parts of a report, each of which must be there.
private struct SavedReportReader {
  func report(_ root: Node, path: String) throws(SavedReportError) -> SavedReport {
    let coverage = try member("coverage", of: root)
    let fleet = try member("fleet", of: root)
    let dateNode = try member("date", of: root)
    guard let date = dateNode.string.flatMap(CalendarDate.init) else {
      throw mismatch(dateNode, "a day, written as 2026-11-21")
    }
    return SavedReport(
      path: path, date: date, outcome: try text("verdict", of: root),
      decided: try integer("decided", of: coverage),
      applicable: try integer("applicable", of: coverage),
      servers: try each("servers", of: root, server),
      findings: try each("findings", of: root, finding),
      metrics: try metrics(try member("metrics", of: fleet)),
      rollouts: fleet["rollouts"] == nil ? [] : try each("rollouts", of: fleet, rollout))
  }

  private func finding(_ node: Node) throws(SavedReportError) -> SavedReport.Finding {
    let subject = try member("subject", of: node)
    let location = node["location"]
    return SavedReport.Finding(
      fingerprint: try text("fingerprint", of: node), rule: try text("ruleId", of: node),
      severity: try choice("severity", of: node), status: try text("status", of: node),
      server: subject["server"]?.string, message: try text("message", of: node),
      path: location?["path"]?.string, line: (location?["line"]?.integer).map(Int.init),
      isDecided: node["undecidedReason"] == nil, isAccepted: node["suppression"] != nil)
  }

  private func server(_ node: Node) throws(SavedReportError) -> SavedReport.Server {
    let score = try member("score", of: try member("crs", of: node))
    guard let number = score.number else { throw mismatch(score, "a number") }
    let open = try each("controls", of: node) { control throws(SavedReportError) -> String? in
      let status = control["status"]?.string ?? ""
      let isOpen = status == "unmet" || status == "unproven" || status == "contradicted"
      guard isOpen, control["decided"]?.boolean != false else { return nil }
      return try text("rule", of: control)
    }
    var budgets: [String: Double] = [:]
    for budget in node["budgets"].map({ Array($0.elements) }) ?? [] {
      guard budget["enoughCalls"]?.boolean == true else { continue }
      budgets[try text("metric", of: budget)] = try member("worst", of: budget).number
    }
    let coverage = try member("coverage", of: node)
    let applicable = try integer("applicable", of: coverage)
    let decided = try integer("decided", of: coverage)
    return SavedReport.Server(
      id: try text("id", of: node), score: number, verdict: try choice("verdict", of: node),
      passes: try flag("passes", of: node),
      derivedTier: try integer("derived", of: try member("tier", of: node)),
      openRules: open.compactMap { $0 }, budgets: budgets,
      coveragePercent: applicable > 0 ? decided * 100 / applicable : 0)
  }

  private func metrics(_ node: Node) throws(SavedReportError) -> SavedReport.Metrics {
    let investigation = try member("investigation", of: node)
    return SavedReport.Metrics(
      ownedAndTiered: try share("ownedAndTiered", of: node),
      policyEvaluatedCalls: try share("policyEvaluatedCalls", of: node),
      highRiskExceptions: try share("highRiskExceptions", of: node),
      medianMinutes: investigation["medianMinutes"]?.number,
      p90Minutes: investigation["p90Minutes"]?.number,
      openIncidents: try names("open", of: investigation))
  }

  private func share(_ key: String, of node: Node) throws(SavedReportError) -> SavedReport.Share {
    let share = try member(key, of: node)
    return SavedReport.Share(
      numerator: try integer("numerator", of: share),
      denominator: try integer("denominator", of: share), names: try names("list", of: share))
  }

  private func rollout(_ node: Node) throws(SavedReportError) -> SavedReport.Rollout {
    SavedReport.Rollout(
      plan: try text("plan", of: node), reached: try integer("reached", of: node),
      stages: try each("stages", of: node) { stage throws(SavedReportError) in
        try text("title", of: stage)
      })
  }

  // MARK: Values

  private func member(_ key: String, of node: Node) throws(SavedReportError) -> Node {
    if let value = node[key] { return value }
    throw SavedReportError(
      diagnostic: Diagnostic(
        at: node.span, "the report has no `\(key)` here", expected: "a report that is whole",
        advice: "write the report again"))
  }

  private func each<Result>(
    _ key: String, of node: Node, _ read: (Node) throws(SavedReportError) -> Result
  ) throws(SavedReportError) -> [Result] {
    let list = try member(key, of: node)
    guard list.kind == .sequence else { throw mismatch(list, "a list") }
    var results: [Result] = []
    results.reserveCapacity(list.count)
    for element in list.elements { results.append(try read(element)) }
    return results
  }

  private func names(_ key: String, of node: Node) throws(SavedReportError) -> [String] {
    try each(key, of: node) { element throws(SavedReportError) in
      guard let name = element.string else { throw mismatch(element, "a text") }
      return name
    }
  }

  private func text(_ key: String, of node: Node) throws(SavedReportError) -> String {
    let value = try member(key, of: node)
    guard let text = value.string else { throw mismatch(value, "a text") }
    return text
  }

  private func integer(_ key: String, of node: Node) throws(SavedReportError) -> Int {
    let value = try member(key, of: node)
    guard let number = value.integer, let integer = Int(exactly: number) else {
      throw mismatch(value, "a whole number")
    }
    return integer
  }

  private func flag(_ key: String, of node: Node) throws(SavedReportError) -> Bool {
    let value = try member(key, of: node)
    guard let flag = value.boolean else { throw mismatch(value, "true or false") }
    return flag
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of node: Node
  ) throws(SavedReportError) -> Choice {
    let value = try member(key, of: node)
    if let choice = value.string.flatMap(Choice.init) { return choice }
    throw mismatch(value, "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private func mismatch(_ node: Node, _ expected: String) -> SavedReportError {
    SavedReportError(
      diagnostic: Diagnostic(
        at: node.span, "the report holds something else here", expected: expected,
        advice: "write the report again with this version of mcpready"))
  }
}
