import Assessment
import Estate
import Reporting
import SourceText

/// The assessment results: for each control of each server an observation and a finding, and a risk where it
/// is not satisfied.
///
/// OSCAL knows `satisfied` and `not-satisfied` alone. What is unproven is not satisfied, for the reason
/// `other`; what does not apply has no finding.
struct OSCALResults {
  private let workspace: OSCALWorkspace
  private let entries: [Entry]
  private let quotations: Quotations
  /// The inputs that evidence can point at, by path.
  private let resources: [String: String]

  /// One control of one server, or of the fleet (an empty name).
  private struct Entry {
    let server: String
    let control: Control
  }

  /// The results of `workspace`.
  init(_ workspace: OSCALWorkspace) {
    self.workspace = workspace
    let assessment = workspace.report.assessment
    quotations = Quotations(workspace.report, columns: 100)
    entries =
      (assessment.fleetControls.map { Entry(server: "", control: $0) }
      + assessment.servers.flatMap { server in
        server.controls.map { Entry(server: server.id, control: $0) }
      }).filter { entry in
        if case .notApplicable = entry.control.status { false } else { true }
      }
    var resources: [String: String] = [:]
    for input in workspace.report.inputs where input.sha256 != nil {
      resources[input.path] = workspace.uuid("resource", input.path, input.sha256 ?? "")
    }
    self.resources = resources
  }

  /// The JSON text.
  var text: String {
    JSONWriter.text { json in
      json.object("assessment-results") { json in
        json.member("uuid", workspace.datedUUID("assessment-results"))
        json.metadata("mcpready assessment results", of: workspace)
        json.object("import-ap") {
          $0.member("href", "trestle://assessment-plans/mcpready/assessment-plan.json")
        }
        json.objects("results", [0]) { _, json in result(&json) }
        backMatter(&json)
      }
    }
  }

  private func result(_ json: inout JSONWriter) {
    let report = workspace.report
    json.member("uuid", workspace.datedUUID("result"))
    json.member("title", "Readiness of \(report.assessment.date.description)")
    json.prose(
      "description",
      report.gate.reasons.isEmpty
        ? "The gate opened."
        : "The gate did not open: " + report.gate.reasons.joined(separator: "; "))
    json.member("start", workspace.moment)
    json.member("end", workspace.moment)
    json.object("local-definitions") { json in
      json.rows("components", workspace.systemComponents) { component, json in
        json.component(component)
      }
    }
    json.object("reviewed-controls") { json in
      json.objects("control-selections", [0]) { _, json in json.object("include-all") { _ in } }
    }
    guard !entries.isEmpty else { return }
    json.rows("observations", entries) { entry, json in observation(entry, &json) }
    let open = entries.filter(\.control.status.isOpen)
    if !open.isEmpty { json.rows("risks", open) { entry, json in risk(entry, &json) } }
    json.rows("findings", entries) { entry, json in finding(entry, &json) }
  }

  private func observation(_ entry: Entry, _ json: inout JSONWriter) {
    let control = entry.control
    json.member("uuid", workspace.datedUUID("observation", entry.server, control.rule))
    json.prose("description", "\(control.status.name): \(control.reason)")
    json.array("methods", ["EXAMINE"])
    json.array("types", ["control-objective"])
    json.rows("subjects", [entry.server]) { server, json in
      json.member("subject-uuid", workspace.uuid("component", server))
      json.member("type", "component")
    }
    if !control.evidence.isEmpty {
      json.rows("relevant-evidence", control.evidence) { place, json in
        let path = workspace.report.library.location(of: place.span).path
        if let resource = resources[path] { json.member("href", "#" + resource) }
        json.prose(
          "description",
          "\(place.bearing.rawValue) (\(place.grade.rawValue)): \(quotations.place(of: place.span))"
        )
      }
    }
    json.member("collected", workspace.moment)
  }

  private func risk(_ entry: Entry, _ json: inout JSONWriter) {
    let title = quotations.title(ofRule: entry.control.rule)
    json.member("uuid", workspace.datedUUID("risk", entry.server, entry.control.rule))
    json.prose("title", "Open: \(title)")
    json.prose("description", entry.control.reason)
    json.prose(
      "statement",
      "\(entry.control.severity.rawValue): \(entry.server.isEmpty ? "the fleet" : entry.server)")
    json.member("status", "open")
  }

  private func finding(_ entry: Entry, _ json: inout JSONWriter) {
    let control = entry.control
    json.member("uuid", workspace.datedUUID("finding", entry.server, control.rule))
    json.prose("title", "\(control.rule) \(entry.server.isEmpty ? "fleet" : entry.server)")
    json.prose("description", quotations.title(ofRule: control.rule))
    json.object("target") { json in
      json.member("type", "objective-id")
      json.member("target-id", OSCALWorkspace.objectiveID(control.rule))
      json.object("status") { json in
        switch control.status {
        case .met:
          json.member("state", "satisfied")
          json.member("reason", "pass")
        case .unmet, .contradicted:
          json.member("state", "not-satisfied")
          json.member("reason", "fail")
        case .unproven, .notApplicable:
          json.member("state", "not-satisfied")
          json.member("reason", "other")
        }
      }
    }
    json.rows("related-observations", [0]) { _, json in
      json.member(
        "observation-uuid", workspace.datedUUID("observation", entry.server, control.rule))
    }
    if control.status.isOpen {
      json.rows("related-risks", [0]) { _, json in
        json.member("risk-uuid", workspace.datedUUID("risk", entry.server, control.rule))
      }
    }
  }

  /// The inputs, with their digests.
  private func backMatter(_ json: inout JSONWriter) {
    let inputs = workspace.report.inputs.filter { $0.sha256 != nil }
    guard !inputs.isEmpty else { return }
    json.object("back-matter") { json in
      json.objects("resources", inputs) { input, json in
        json.member("uuid", resources[input.path] ?? "")
        json.prose("title", input.path)
        json.objects("rlinks", [input]) { input, json in
          json.member("href", OSCALResults.reference(to: input.path))
          json.rows("hashes", [input.sha256 ?? ""]) { digest, json in
            json.member("algorithm", "SHA-256")
            json.member("value", digest)
          }
        }
      }
    }
  }

  /// `path` as a URI reference from the results' folder to the copy of the input.
  private static func reference(to path: String) -> String {
    var encoded = "../../../inputs/"
    for byte in BundleFile(path: path, bytes: []).path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        encoded.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
