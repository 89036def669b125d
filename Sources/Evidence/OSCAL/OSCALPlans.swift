import Assessment
import Estate
import Reporting

/// The profile: the whole catalog, as it is.
struct OSCALProfile {
  let workspace: OSCALWorkspace

  /// The profile of `workspace`.
  init(_ workspace: OSCALWorkspace) {
    self.workspace = workspace
  }

  /// The JSON text.
  var text: String {
    JSONWriter.text { json in
      json.object("profile") { json in
        json.member("uuid", workspace.uuid("profile"))
        json.metadata("mcpready readiness profile", of: workspace)
        json.objects("imports", ["trestle://catalogs/mcpready/catalog.json"]) { path, json in
          json.member("href", path)
          json.object("include-all") { _ in }
        }
      }
    }
  }
}

/// The system security plan: the fleet as one system, its servers as components.
struct OSCALSecurityPlan {
  let workspace: OSCALWorkspace

  /// The plan of `workspace`.
  init(_ workspace: OSCALWorkspace) {
    self.workspace = workspace
  }

  /// The JSON text.
  var text: String {
    let fleet = "The MCP servers that the assessed files name, and the gateways before them."
    return JSONWriter.text { json in
      json.object("system-security-plan") { json in
        json.member("uuid", workspace.uuid("system-security-plan"))
        json.metadata("Fleet of MCP servers", of: workspace)
        json.object("import-profile") {
          $0.member("href", "trestle://profiles/mcpready/profile.json")
        }
        json.object("system-characteristics") { json in
          json.objects("system-ids", ["mcp-fleet"]) { id, json in json.member("id", id) }
          json.member("system-name", "Fleet of MCP servers")
          json.member("description", fleet)
          json.object("system-information") { json in
            json.objects("information-types", ["Data behind MCP tools"]) { title, json in
              json.member("title", title)
              json.member("description", "What the tools of the servers read and write.")
            }
          }
          json.object("status") { $0.member("state", "operational") }
          json.object("authorization-boundary") { $0.member("description", fleet) }
        }
        implementation(&json)
        json.object("control-implementation") { json in
          json.member("description", "The assessment results say where each control stands.")
          json.rows("implemented-requirements", workspace.report.assessment.rules) { rule, json in
            json.member("uuid", workspace.uuid("requirement", rule.id))
            json.member("control-id", OSCALWorkspace.controlID(rule.id))
          }
        }
      }
    }
  }

  private func implementation(_ json: inout JSONWriter) {
    json.object("system-implementation") { json in
      json.rows("users", ["agents"]) { user, json in
        json.member("uuid", workspace.uuid("user", user))
        json.member("title", "Agents and the people behind them")
      }
      json.rows("components", workspace.systemComponents) { component, json in
        json.component(component)
      }
    }
  }
}

/// The assessment plan: every control, by examining what the team has.
struct OSCALAssessmentPlan {
  let workspace: OSCALWorkspace

  /// The plan of `workspace`.
  init(_ workspace: OSCALWorkspace) {
    self.workspace = workspace
  }

  /// The JSON text.
  var text: String {
    JSONWriter.text { json in
      json.object("assessment-plan") { json in
        json.member("uuid", workspace.uuid("assessment-plan"))
        json.metadata("Static assessment of a fleet of MCP servers", of: workspace)
        json.object("import-ssp") {
          $0.member("href", "trestle://system-security-plans/mcpready/system-security-plan.json")
        }
        json.object("reviewed-controls") { json in
          json.objects("control-selections", [0]) { _, json in
            json.object("include-all") { _ in }
          }
        }
      }
    }
  }
}

/// A part of the system, as OSCAL names parts.
struct OSCALComponent {
  let uuid: String
  let type: String
  let title: String
  let description: String
}

extension OSCALWorkspace {
  /// The system itself, and every server.
  var systemComponents: [OSCALComponent] {
    [
      OSCALComponent(
        uuid: uuid("component", ""), type: "this-system", title: "Fleet of MCP servers",
        description: "The fleet as a whole.")
    ]
      + report.assessment.servers.map { server in
        OSCALComponent(
          uuid: uuid("component", server.id), type: "service", title: server.id,
          description:
            "MCP server, tier \(server.derivedTier.rawValue): \(server.derivedTierReason).")
      }
  }
}

extension JSONWriter {
  /// The members of `component`.
  mutating func component(_ component: OSCALComponent) {
    member("uuid", component.uuid)
    member("type", component.type)
    prose("title", component.title)
    prose("description", component.description)
    object("status") { $0.member("state", "operational") }
  }
}
