import Assessment
import Reporting

/// The rules as an OSCAL catalog: a group for each family, a control for each rule.
struct OSCALCatalog {
  private let workspace: OSCALWorkspace

  /// The catalog of `workspace`.
  init(_ workspace: OSCALWorkspace) {
    self.workspace = workspace
  }

  /// The families of the readiness catalogue, by the digit behind the rules' prefix.
  private static let families = [
    "1": "Identity and authentication", "2": "Tool catalog, exposure and scopes",
    "3": "Policy, approvals, side effects", "4": "Logging, audit, forensics",
    "5": "Data handling, egress, isolation", "6": "Reliability, kill switches, cost",
    "7": "Ownership, registry, change control", "8": "Untrusted content in the catalog",
  ]

  /// The JSON text.
  var text: String {
    let rules = workspace.report.assessment.rules
    let groups = Dictionary(grouping: rules, by: Self.family).sorted { $0.key < $1.key }
    return JSONWriter.text { json in
      json.object("catalog") { json in
        json.member("uuid", workspace.uuid("catalog"))
        json.metadata("mcpready readiness catalogue", of: workspace)
        guard !groups.isEmpty else { return }
        json.objects("groups", groups) { group, json in
          json.member("id", "mcp-\(group.key)")
          json.member("title", Self.families[group.key] ?? "Own rules")
          json.objects("controls", group.value) { rule, json in json.control(rule) }
        }
      }
    }
  }

  /// The family of a rule; rules of a team's own have one together.
  private static func family(of rule: Rule) -> String {
    guard rule.id.hasPrefix("MCP"), let digit = rule.id.dropFirst(3).first else { return "own" }
    return String(digit)
  }
}

extension JSONWriter {
  fileprivate mutating func control(_ rule: Rule) {
    let id = OSCALWorkspace.controlID(rule.id)
    member("id", id)
    prose("title", rule.title)
    rows("props", properties(of: rule)) { property, json in
      json.member("name", property.name)
      json.member("value", property.value)
    }
    objects(
      "parts",
      [
        (id + "_smt", "statement", rule.title + "."), (id + "_gdn", "guidance", rule.why),
        (OSCALWorkspace.objectiveID(rule.id), "assessment-objective", rule.title + "."),
        (id + "_fix", "remediation", rule.remediation),
      ]
    ) { part, json in
      json.member("id", part.0)
      json.member("name", part.1)
      json.prose("prose", part.2)
    }
  }

  private func properties(of rule: Rule) -> [(name: String, value: String)] {
    [
      ("label", rule.id), ("severity", rule.severity.rawValue),
      ("dimension", rule.dimension.rawValue),
    ]
      + rule.checklist.map { ("checklist-item", $0) }
      + (rule.gate.map { [("gate-control", $0.rawValue)] } ?? [])
  }
}
