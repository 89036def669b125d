import Testing

/// Events of public techniques that concern facts of logs, judged as they are labelled.
struct LabelledEventTests {
  private static func manifest(_ id: String, _ lines: String = "") -> String {
    """
    server_id: \(id)
    version: 1.0.0
    transport: streamable_http
    endpoint: https://mcp.example.com/\(id)/
    tier: 1
    \(lines)
    """
  }

  @Test func `servers and tools of events that should trigger are unregistered, of no others`()
    async throws
  {
    guard let file = try LabelledEvents.read("T1301") else { return }
    let cases = file.elements
    #expect(cases.count == 16)
    var files: [String: String] = [:]
    var lines: [String] = []
    for (number, labelled) in cases.enumerated() {
      let event = try #require(labelled["log_entry"])
      let server = try #require(event["server_id"]?.text)
      let tool = try #require(event["tool_name"]?.text)
      lines.append(try event.line())
      if labelled["should_trigger"]?.isTrue != true {
        files["servers/\(number).yaml"] = Self.manifest(server, "tools:\n  - name: \(tool)\n")
      }
    }
    files["audit.jsonl"] = lines.joined(separator: "\n")
    let found = try await EvidenceEstate(files).sightings(of: "MCP408")
    let unregistered = found.filter { $0.message.hasPrefix("No manifest registers") }
    for (number, labelled) in cases.enumerated() {
      let isFound = unregistered.contains { $0.place == "audit.jsonl:\(number + 1)" }
      #expect(
        isFound == (labelled["should_trigger"]?.isTrue == true),
        "\(labelled["description"]?.text ?? "")")
    }
    #expect(found.allSatisfy { !$0.message.contains("neither manifest nor catalog") })
  }

  @Test func `a call that a loop repeats is counted at its first repetition`() async throws {
    guard let file = try LabelledEvents.read("T1106") else { return }
    let lines = try file.elements.map { try $0.with("server_id", "web").line() }
    #expect(lines.count == 3)
    let manifest = Self.manifest(
      "web", "tools:\n  - name: http.get\n    class: reversible-write\n    reversal: one-way\n")
    let files = ["web.yaml": manifest, "audit.jsonl": lines.joined(separator: "\n")]
    let sighting = try #require(
      try await EvidenceEstate(files).sightings(of: "MCP306")
        .first { $0.message.contains("2 calls of 'http.get' repeat an earlier one") })
    #expect(sighting.place == "audit.jsonl:2")
  }

  @Test func `results that are labelled large break a limit of one megabyte, others keep to it`()
    async throws
  {
    guard let file = try LabelledEvents.read("T1804") else { return }
    let scenarios = try #require(file["test_logs"]).elements
    #expect(scenarios.count == 6)
    for scenario in scenarios {
      let triggers = scenario["detection_triggers"]?.elements.compactMap(\.text) ?? []
      let isLarge = triggers.contains { $0.contains("payload") || $0.contains("Massive response") }
      let events = scenario["log_entries"]?.elements ?? []
      let lines = try events.map { try $0.with("server_id", "web").line() }
      let files = [
        "web.yaml": Self.manifest("web", "limits:\n  max_result_bytes: 1MB\n"),
        "audit.jsonl": lines.joined(separator: "\n"),
      ]
      let found = try await EvidenceEstate(files).sightings(of: "MCP502")
      let name = scenario["attack_type"]?.text ?? ""
      #expect(found.contains { $0.message.contains("larger") } == isLarge, "\(name): \(found)")
      #expect(found.allSatisfy { $0.status == "contradicted" && $0.related == ["web.yaml:7"] })
    }
  }

  @Test(arguments: [("T1101", 16), ("T1305", 17), ("T1702", 5), ("T1910", 4)])
  func `records that hold arguments are found, whatever the arguments are called`(
    technique: String, count: Int
  ) async throws {
    guard let file = try LabelledEvents.read(technique) else { return }
    let cases = file["test_cases"]?.elements ?? file.elements
    let lines = try cases.map { try ($0["log_entry"] ?? $0).with("server_id", "web").line() }
    let files = [
      "web.yaml": Self.manifest("web", "audit:\n  inputs: hashed\n"),
      "audit.jsonl": lines.joined(separator: "\n"),
    ]
    let sighting = try #require(
      try await EvidenceEstate(files).sightings(of: "MCP402").first)
    #expect(sighting.message.contains("\(count) records hold raw inputs"), "\(sighting)")
    #expect(sighting.status == "contradicted")
    #expect(sighting.place == "audit.jsonl:1")
  }
}
