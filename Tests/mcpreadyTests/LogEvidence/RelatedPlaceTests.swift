import Testing

/// The other places that a finding shows beside its own.
struct RelatedPlaceTests {
  private static func server(_ id: String, _ sensitivity: String, tool: String, _ kind: String)
    -> String
  {
    """
    server_id: \(id)
    transport: streamable_http
    endpoint: https://mcp.example.com/\(id)/
    tier: 1
    owner: \(id)-team@example.com
    data_sensitivity: \(sensitivity)
    tools:
      - name: \(tool)
        class: \(kind)

    """
  }

  @Test func `a toxic flow shows where each of its tools is listed`() async throws {
    let estate = try EvidenceEstate([
      "web.yaml": Self.server("web", "public", tool: "search_web", "read-only"),
      "crm.yaml": Self.server("crm", "confidential", tool: "get_customer", "read-only"),
      "mail.yaml": Self.server("mail", "internal", tool: "send_email", "irreversible-write"),
      "policy.yaml": """
      access_policy:
        default: deny
        enforced_at: gateway
        grants:
          - {agents: [agent-support], servers: [web, crm, mail]}

      """,
    ])
    let sighting = try #require(try await estate.sightings(of: "MCP507").first)
    #expect(sighting.related == ["web.yaml:8", "crm.yaml:8", "mail.yaml:8"])
  }

  @Test func `each exception that is over is shown`() async throws {
    let estate = try EvidenceEstate([
      "crm.yaml": Self.server("crm", "confidential", tool: "get_customer", "read-only"),
      "records.yaml": """
      exceptions:
        - {rule: MCP204, server: crm, owner: a@example.com, reason: One line., expires: 2020-01-01}
        - {rule: MCP205, server: crm, owner: a@example.com, reason: One line., expires: 2020-01-01}

      """,
    ])
    let sighting = try #require(try await estate.sightings(of: "MCP708").first)
    #expect(Set([sighting.place] + sighting.related) == ["records.yaml:2", "records.yaml:3"])
  }
}
