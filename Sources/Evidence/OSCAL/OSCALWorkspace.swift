import Assessment
import Estate
import Reporting

/// The OSCAL (1.2.1) documents of an assessment, laid out as the workspace that compliance-trestle works in:
/// a catalog of the rules, a profile that takes them all, a system security plan, an assessment plan, and the
/// assessment results.
struct OSCALWorkspace {
  let report: Report

  /// The version of OSCAL that the documents are written in.
  static let version = "1.2.1"

  /// A workspace on `report`.
  init(_ report: Report) {
    self.report = report
  }

  /// The files of the workspace.
  var files: [BundleFile] {
    [
      BundleFile(path: "oscal/.trestle/config.ini", text: "[project]\nname = mcpready\n"),
      BundleFile(path: "oscal/.trestle/.keep", text: "\n"),
      file("catalogs", "catalog", OSCALCatalog(self).text),
      file("profiles", "profile", OSCALProfile(self).text),
      file("system-security-plans", "system-security-plan", OSCALSecurityPlan(self).text),
      file("assessment-plans", "assessment-plan", OSCALAssessmentPlan(self).text),
      file("assessment-results", "assessment-results", OSCALResults(self).text),
    ]
  }

  private func file(_ folder: String, _ model: String, _ text: String) -> BundleFile {
    BundleFile(path: "oscal/\(folder)/mcpready/\(model).json", text: text)
  }

  // MARK: What the documents have in common

  /// The moment that stands for the day of the assessment.
  var moment: String { "\(report.assessment.date.description)T00:00:00Z" }

  /// The identifier of `parts` within the documents of this report.
  ///
  /// Rules and servers keep theirs over time; what was found on a day has the day in it.
  func uuid(_ first: String, _ second: String = "", _ third: String = "") -> String {
    NameBasedUUID.text(first, second, third)
  }

  /// The identifier of what was found on the day of the assessment.
  func datedUUID(_ first: String, _ second: String = "", _ third: String = "") -> String {
    NameBasedUUID.text(report.assessment.date.description, first, second, third)
  }

  /// The control's identifier, such as `mcp105`.
  static func controlID(_ rule: String) -> String { rule.lowercased() }

  /// The identifier of the control's objective, such as `mcp105_obj`.
  static func objectiveID(_ rule: String) -> String { controlID(rule) + "_obj" }
}

extension JSONWriter {
  /// The `metadata` that every OSCAL document begins with.
  mutating func metadata(_ title: String, of workspace: OSCALWorkspace) {
    object("metadata") { json in
      json.member("title", title)
      json.member("last-modified", workspace.moment)
      json.member("version", workspace.report.assessment.date.description)
      json.member("oscal-version", OSCALWorkspace.version)
      json.rows("props", [workspace.report.toolVersion]) { version, json in
        json.member("name", "tool-version")
        json.member("value", version)
      }
    }
  }

  /// `text` where OSCAL wants at least one character that is no blank.
  mutating func prose(_ name: StaticString, _ text: String) {
    let isBlank = text.allSatisfy(\.isWhitespace)
    member(name, isBlank ? "-" : VisibleText.of(text, limit: 4_000))
  }
}
