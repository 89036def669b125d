import SourceText

@testable import History

/// JSON reports as far as readers of saved reports look at them.
enum SampleReports {
  /// A finding's JSON.
  static func finding(
    _ fingerprint: String, severity: String = "high", message: String = "Open.",
    extra: String = ""
  ) -> String {
    """
    {"ruleId": "MCP105", "severity": "\(severity)", "status": "unmet", "subject": {"kind": "server", \
    "server": "ledger"}, "message": "\(message)", "fingerprint": "\(fingerprint)"\(extra)}
    """
  }

  /// The text of a report of one server with `findings`.
  static func text(
    version: String = "2.0", date: String = "2026-11-21", score: String = "42.5",
    passes: Bool = false, findings: [String] = []
  ) -> String {
    // The first version says of every control whether it was decided.
    let decided = version == "1.0" ? ", \"decided\": true" : ""
    return """
      {"schemaVersion": "\(version)", "date": "\(date)", "verdict": "fail",
       "coverage": {"decided": 30, "applicable": 40, "share": 0.75, "undecided": []},
       "servers": [{"id": "ledger", "crs": {"score": \(score)}, "verdict": "sandbox",
         "passes": \(passes), "tier": {"derived": 2}, "coverage": {"decided": 9, "applicable": 10},
         "budgets": [{"metric": "success_rate", "worst": 0.98, "enoughCalls": true}], "controls": [
           {"rule": "MCP105", "status": "unmet"\(decided)},
           {"rule": "MCP401", "status": "unproven", "decided": false},
           {"rule": "MCP701", "status": "met"\(decided)}]}],
       "findings": [\(findings.joined(separator: ", "))],
       "fleet": {"metrics": {
         "ownedAndTiered": {"numerator": 1, "denominator": 2, "value": 0.5, "list": ["archive"]},
         "policyEvaluatedCalls": {"numerator": 0, "denominator": 0, "value": null, "list": []},
         "highRiskExceptions": {"numerator": 0, "denominator": 1, "value": 0, "list": []},
         "investigation": {"investigated": 1, "open": ["INC-3"], "medianMinutes": 42.5, "p90Minutes": 80}},
         "rollouts": [{"plan": "30-days", "reached": 2, "stages": [{"title": "Week 1"}, {"title": "Week 2"}]}]}}
      """
  }

  /// The report that `text` reads as.
  static func report(_ text: String, path: String = "report.json") throws -> SavedReport {
    var library = SourceLibrary()
    return try SavedReport(reading: library.add(path: path, bytes: Array(text.utf8)))
  }
}
