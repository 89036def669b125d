import Testing

/// What logs show of users, agents, clients and what is written about them, at the row and line that show it.
struct IdentityEvidenceTests {
  private func sightings(
    of rule: String, _ log: EvidenceLog, manifest: String = LedgerSample.manifest
  ) async throws -> [EvidenceEstate.Sighting] {
    try await EvidenceEstate(["ledger.yaml": manifest, "audit.jsonl": log.text])
      .sightings(of: rule)
  }

  @Test(arguments: [
    ("MCP101", ["user_id": ""], "'user_id' is missing from 1"),
    ("MCP102", ["user_id": "agent-billing"], "1 of 4 records name the same identity"),
    ("MCP103", ["agent_id": "service"], "1 of 4 records name no agent"),
    ("MCP108", ["input": #"{"password": "hunter2-Zx9"}"#], "arguments, error or headers: 1 of 4"),
    (
      "MCP108", ["error": "no user for postgres://app:s3cr3t-9@db/"],
      "arguments, error or headers: 1 of 4"
    ),
    ("MCP401", ["session_id": ""], "'session_id' in 1"),
    ("MCP402", ["input": #"{"iban": "DE02"}"#], "1 records hold raw inputs"),
  ])
  func `one record among others is found by its line`(
    rule: String, change: [String: String], words: String
  ) async throws {
    var log = EvidenceLog()
    log.add(2)
    log.add(change)
    log.add()
    let found = try await sightings(of: rule, log)
    let sighting = try #require(found.first { $0.message.contains(words) }, "\(found)")
    #expect(sighting.place == "audit.jsonl:3")
    #expect(!sighting.message.contains("Zx9") && !sighting.message.contains("s3cr3t"))
    if ["MCP101", "MCP102", "MCP402"].contains(rule) {
      #expect(sighting.status == "contradicted")
      #expect(sighting.related.allSatisfy { $0.hasPrefix("ledger.yaml:") })
      #expect(sighting.related.count == 1)
    }
  }

  @Test func `a tenant that records leave out disproves the claim of one`() async throws {
    var log = EvidenceLog()
    log.add(2, ["tenant_id": "t-1"])
    log.add()
    let manifest = LedgerSample.manifest.replacing(
      "identity:", with: "multi_tenant: true\nidentity:\n  tenant: claim:tenant")
    let found = try await sightings(of: "MCP106", log, manifest: manifest)
    let sighting = try #require(
      found.first { $0.message.contains("'tenant_id' is missing from 1 of 3") }, "\(found)")
    #expect(sighting.place == "audit.jsonl:3")
  }

  @Test func `one agent id from two clients is found, from one client not`() async throws {
    var log = EvidenceLog()
    log.add(3, ["client_id": "erp"])
    #expect(try await sightings(of: "MCP102", log).allSatisfy { !$0.message.contains("clients") })
    log.add(["client_id": "laptop"])
    let sighting = try #require(
      try await sightings(of: "MCP102", log).first { $0.message.contains("from several clients") })
    #expect(sighting.message.contains("'agent-billing' from 'erp' and 'laptop'"))
    #expect(sighting.status == "contradicted")
    #expect(sighting.place == "audit.jsonl:1")
  }
}

extension EvidenceLog {
  /// Adds one record with the values of `change`.
  mutating func add(_ change: [String: String]) { add(1, change) }
}
