import Estate
import Testing

@testable import Ingest

struct EnvoyRateLimitTests {
  private static let filter = "[{name: envoy.filters.http.ratelimit, typed_config: {domain: mcp}}]"

  private static func sample(
    _ actions: String, _ service: String?, filters: String = filter, domain: String = "mcp"
  ) throws -> EnvoySample {
    try EnvoySample(
      filters: filters,
      routes: "[{match: {prefix: /}, route: {cluster: a, rate_limits: [{actions: [\(actions)]}]}}]",
      rateLimits: service.map { "domain: \(domain)\ndescriptors: [\($0)]" })
  }

  private static let byPresence = """
    {header_value_match: {descriptor_value: tool_call,
      headers: [{name: x-mcp-tool-name, present_match: true}]}}
    """
  private static let byAgent = """
    {request_headers: {header_name: x-agent-id, descriptor_key: agent_id}}
    """
  private static let byTool = """
    {request_headers: {header_name: x-mcp-tool-name, descriptor_key: tool}}
    """
  private static let perMinute = "rate_limit: {unit: minute, requests_per_unit: 120}"

  @Test func `a value match has its own key unless one is given`() throws {
    let service =
      "{key: tool_call, descriptors: [{key: agent_id, value: agent-1, \(Self.perMinute)}]}"
    let sample = try Self.sample("\(Self.byPresence), \(Self.byAgent)", service)
    let limit = try sample.limit()
    #expect(
      try sample.obstacle() == [
        "the gateway sends the key 'header_match', where the rate-limit service expects 'tool_call'",
        "tool_call",
      ])
    #expect(sample.place(limit.reach.span) == "1.yaml:2:21")
    #expect(sample.text(limit.span) == "actions")
    #expect(sample.reading(limit.isPerCaller) == "true at x-agent-id")
    #expect(sample.reading(limit.isPerTool) == "false at present_match")
    #expect(limit.namedCallers.map { sample.reading($0) } == ["agent-1 at agent-1"])
    #expect(limit.callsPerMinute == nil)
  }

  @Test func `every key that the service does not expect is named`() throws {
    let service = "{key: tool_call, descriptors: [{key: agent, \(Self.perMinute)}]}"
    let sample = try Self.sample("\(Self.byPresence), \(Self.byAgent)", service)
    let obstacle = try sample.obstacle()
    #expect(
      obstacle.first
        == "the gateway sends the key 'header_match', where the rate-limit service expects"
        + " 'tool_call', and the key 'agent_id', where the rate-limit service expects 'agent'")
  }

  @Test func `what the service expects is said once`() throws {
    let tools = "{key: tool, value: a, \(Self.perMinute)}, {key: tool, \(Self.perMinute)}"
    let sample = try Self.sample(
      "\(Self.byAgent), {remote_address: {}}", "{key: agent_id, descriptors: [\(tools)]}")
    #expect(
      try sample.obstacle().first
        == "the gateway sends the key 'remote_address', where the rate-limit service expects 'tool'"
    )
  }

  @Test func `with the key that the service expects the limit applies`() throws {
    let named = Self.byPresence.replacing(
      "descriptor_value", with: "descriptor_key: tool_call, descriptor_value")
    let service = "{key: tool_call, descriptors: [{key: agent_id, \(Self.perMinute)}]}"
    let sample = try Self.sample("\(named), \(Self.byAgent)", service)
    let limit = try sample.limit()
    #expect(sample.reading(limit.reach) == "matches at 120")
    #expect(sample.reading(limit.callsPerMinute) == "120 at 120")
    #expect(limit.namedCallers.isEmpty)
    #expect(limit.isPerTool.value == false)
  }

  @Test func `agent and tool by value are told apart`() throws {
    let service = "{key: agent_id, descriptors: [{key: tool, \(Self.perMinute)}]}"
    let sample = try Self.sample("\(Self.byAgent), \(Self.byTool)", service)
    let limit = try sample.limit()
    #expect(limit.reach.value == .matches)
    #expect(sample.reading(limit.isPerCaller) == "true at x-agent-id")
    #expect(sample.reading(limit.isPerTool) == "true at x-mcp-tool-name")
    let header = try #require(try sample.route().identityHeaders.first)
    #expect(sample.reading(header.origin) == "client at x-agent-id")
  }

  @Test(arguments: [
    ("{name: x-mcp-tool-name, string_match: {exact: export}}", true, "string_match"),
    ("{name: x-mcp-tool-name, invert_match: true, prefix_match: exp}", true, "prefix_match"),
    ("{name: x-mcp-tool-name, present_match: true}", false, "present_match"),
    ("{name: x-mcp-tool-name}", false, "{name: x-mcp-tool-name}"),
  ])
  func `a header match tells tools apart where it compares the name`(
    header: String, isPerTool: Bool, place: String
  ) throws {
    let sample = try Self.sample(
      "{header_value_match: {descriptor_value: v, headers: [\(header)]}}",
      "{key: header_match, \(Self.perMinute)}")
    let limit = try sample.limit()
    #expect(limit.reach.value == .matches)
    #expect(limit.isPerTool.value == isPerTool)
    #expect(sample.text(limit.isPerTool.span) == place)
  }

  @Test(arguments: [
    ("{key: route, value: mcp, \(perMinute)}", []),
    ("{key: route, \(perMinute)}", []),
    ("{key: route, value: \"mc*\", \(perMinute)}", []),
    (
      "{key: route, value: api, \(perMinute)}",
      ["the gateway sends 'route' as 'mcp', where the rate-limit service expects 'api'", "api"]
    ),
    (
      "{key: route, value: mcp, descriptors: [{key: x, \(perMinute)}]}, {key: route, \(perMinute)}",
      [
        "the gateway's descriptor ends at 'route', where the rate-limit service sets no limit",
        "route",
      ]
    ),
    (
      "{key: route, rate_limit: {unlimited: true}}",
      ["the rate-limit service sets 'route' to unlimited", "route"]
    ),
    (
      "{key: route, shadow_mode: true, \(perMinute)}",
      ["the rate-limit service only watches 'route' (`shadow_mode`)", "route"]
    ),
  ])
  func `a fixed value finds its own descriptor before any other`(
    service: String, obstacle: [String]
  ) throws {
    let sample = try Self.sample(
      "{generic_key: {descriptor_key: route, descriptor_value: mcp}}", service)
    #expect(try sample.obstacle() == obstacle)
  }

  @Test func `a descriptor that is longer than the service's tree finds nothing`() throws {
    let sample = try Self.sample(
      "\(Self.byAgent), {remote_address: {}}", "{key: agent_id, \(Self.perMinute)}")
    #expect(
      try sample.obstacle() == [
        "the gateway sends the key 'remote_address', where the rate-limit service expects no further"
          + " key", "mcp",
      ])
  }

  @Test(arguments: [
    ("{key: agent_id, value: agent-1, \(perMinute)}", ["agent-1"]),
    ("{key: agent_id, value: \"agent-*\", \(perMinute)}", ["agent-*"]),
    ("{key: agent_id, value: \"*\", \(perMinute)}", []),
    ("{key: agent_id, value: agent-1, \(perMinute)}, {key: agent_id, \(perMinute)}", []),
    (
      "{key: agent_id, value: agent-1, \(perMinute)}, {key: agent_id, rate_limit: {unlimited: true}}",
      ["agent-1"]
    ),
  ])
  func `callers are named where no entry is for everybody`(
    service: String, named: [String]
  ) throws {
    let limit = try Self.sample(Self.byAgent, service).limit()
    #expect(limit.reach.value == .matches)
    #expect(limit.namedCallers.map(\.value) == named)
  }

  @Test(arguments: [
    ("{key: tool, \(perMinute)}", ["export", "get_note", "purge"]),
    ("{key: tool, rate_limit: {unlimited: true}}", ["export"]),
    ("{key: tool, shadow_mode: true, \(perMinute)}", ["export"]),
    ("{key: tool, value: \"get*\", \(perMinute)}", ["export", "get_note"]),
    (
      "{key: tool, value: get_note, rate_limit: {unlimited: true}}, {key: tool, \(perMinute)}",
      ["export", "purge"]
    ),
  ])
  func `a limit that names tools holds for others only where an entry is for any`(
    others: String, limited: [String]
  ) throws {
    let service =
      "{key: agent_id, descriptors: [{key: tool, value: export, \(Self.perMinute)}, \(others)]}"
    let sample = try Self.sample("\(Self.byAgent), \(Self.byTool)", service)
    let limit = try sample.limit()
    #expect(limit.reach.value == .matches)
    let tools = try #require(limit.tools)
    #expect(["export", "get_note", "purge"].filter(tools.limits) == limited)
    #expect(sample.text(tools.limitsOthers.span) == "tool")
  }

  @Test(arguments: [
    ("{unit: SECOND, requests_per_unit: 2}", 120), ("{unit: hour, requests_per_unit: 600}", 10),
    ("{unit: day, requests_per_unit: 1}", 1), ("{unit: minute, requests_per_unit: 0}", 0),
  ])
  func `limits are compared by the minute`(limit: String, calls: Int) throws {
    let sample = try Self.sample(Self.byAgent, "{key: agent_id, rate_limit: \(limit)}")
    #expect(try sample.limit().callsPerMinute?.value == calls)
  }

  @Test func `the service has to know the domain that the filter asks`() throws {
    let sample = try Self.sample(
      Self.byAgent, "{key: agent_id, \(Self.perMinute)}", domain: "other")
    #expect(
      try sample.obstacle() == [
        "no configuration of the rate-limit service has the domain 'mcp' that the gateway asks",
        "mcp",
      ])
  }

  @Test func `a descriptor that no filter sends limits nobody`() throws {
    let service = "{key: agent_id, \(Self.perMinute)}"
    let without = try Self.sample(Self.byAgent, service, filters: "[]")
    #expect(
      try without.obstacle() == [
        "no rate-limit filter of the listener sends the descriptor", "http_filters",
      ])
    let other = try Self.sample(
      Self.byAgent, service,
      filters: "[{name: envoy.filters.http.ratelimit, typed_config: {domain: mcp, stage: 1}}]")
    #expect(
      try other.obstacle() == [
        "the descriptor is for stage 0, and the rate-limit filter sends those of stage 1",
        "actions",
      ])
  }

  @Test func `without the service's configuration nobody can tell`() throws {
    let limit = try Self.sample(Self.byAgent, nil).limit()
    #expect(limit.reach.value == .unknown)
    #expect(limit.isPerCaller.value)
  }

  @Test func `a virtual host's limits hold for routes without their own`() throws {
    let host = "rate_limits: [{actions: [\(Self.byAgent)]}],"
    func count(_ action: String) throws -> Int {
      try EnvoySample(
        filters: Self.filter, host: host,
        routes: "[{match: {prefix: /}, route: {cluster: a\(action)}}]"
      ).route().rateLimits.count
    }
    let own = ", rate_limits: [{actions: [\(Self.byTool)]}]"
    #expect(try count("") == 1)
    #expect(try count(own) == 1)
    #expect(try count(own + ", include_vh_rate_limits: true") == 2)
  }

  @Test(arguments: [
    (
      "{metadata: {descriptor_key: who, metadata_key: {key: envoy.filters.http.jwt_authn, path: [{key: payload}, {key: sub}]}}}",
      true, false
    ),
    (
      "{metadata: {descriptor_key: what, metadata_key: {key: mcp_proxy, path: [{key: params}, {key: name}]}}}",
      false, true
    ),
    ("{remote_address: {}}", false, false),
    ("{request_headers: {header_name: Authorization, descriptor_key: t}}", true, false),
  ])
  func `metadata and headers tell callers or tools apart by what they hold`(
    action: String, isPerCaller: Bool, isPerTool: Bool
  ) throws {
    let limit = try Self.sample(action, nil).limit()
    #expect(limit.isPerCaller.value == isPerCaller)
    #expect(limit.isPerTool.value == isPerTool)
  }

  private static let share = "{default_value: {numerator: 100}}"

  @Test(arguments: [
    ("filter_enabled: \(share), filter_enforced: \(share)", []),
    (
      "filter_enabled: \(share)",
      ["`filter_enforced` holds for 0 % of the calls, which is Envoy's default", "token_bucket"]
    ),
    (
      "filter_enabled: {default_value: {numerator: 0}}",
      ["`filter_enabled` holds for 0 % of the calls, which is Envoy's default", "0"]
    ),
  ])
  func `a local bucket counts all callers together, once it is enforced`(
    shares: String, obstacle: [String]
  ) throws {
    let sample = try EnvoySample(
      filters: """
        [{name: envoy.filters.http.local_ratelimit, typed_config: {\(shares),
          token_bucket: {max_tokens: 10, tokens_per_fill: 2, fill_interval: 1s}}}]
        """, routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    let limit = try sample.limit()
    #expect(try sample.obstacle() == obstacle)
    #expect(limit.isPerCaller.value == false)
    #expect(sample.reading(limit.callsPerMinute) == "120 at 2")
  }
}
