import SourceText
import Testing

@testable import Estate

@Suite struct CapabilityTests {
  private static let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)

  private func tool(
    _ name: String, parameters: [String] = [], readOnly: Bool? = nil, openWorld: Bool? = nil
  ) -> Tool {
    var tool = Tool(name: name)
    tool.catalogEntry = Self.place
    if let readOnly { tool.annotations.readOnly.state(readOnly, at: Self.place) }
    if let openWorld { tool.annotations.openWorld.state(openWorld, at: Self.place) }
    tool.input = InputSchema(
      span: Self.place,
      parameters: parameters.map {
        Parameter(
          name: Evidence($0, at: Self.place), types: ["string"], isRequired: true,
          isConstrained: false, isDescribed: true)
      }, refusesUnknownProperties: Evidence(true, at: Self.place), violations: [])
    return tool
  }

  private func kinds(_ tool: Tool, on server: Server = Server(id: "s")) -> [Capability.Kind] {
    let kinds = tool.capabilities(on: server).map(\.kind)
    #expect(
      tool.canCarryOut(on: server, as: tool.effectiveClass) == kinds.contains(.externalSink))
    return kinds
  }

  @Test func `a name shows what comes in and what goes out`() {
    #expect(kinds(tool("search_web")) == [.untrustedSource])
    #expect(kinds(tool("list_inbox")) == [.untrustedSource, .privateData])
    #expect(kinds(tool("get_customer")) == [.privateData])
    #expect(kinds(tool("send_email", parameters: ["to", "body"])) == [.externalSink])
    #expect(kinds(tool("create_issue", parameters: ["title"])) == [.externalSink])
    #expect(kinds(tool("get_handbook_page")) == [])
    #expect(kinds(tool("delete_branch")) == [])
    #expect(kinds(tool("email_search")) == [.untrustedSource, .privateData])
    #expect(kinds(tool("search_emails_in_folder")) == [.untrustedSource, .privateData])
    #expect(kinds(tool("get_pull_request")) == [.untrustedSource])
  }

  @Test(arguments: [
    "list_email_templates", "get_web_traffic", "list_issue_fields", "get_customer_schema",
    "get_balance_sheet_template", "delete_comment",
  ])
  func `what a name only mentions is not what the tool works on`(name: String) {
    #expect(kinds(tool(name)) == [])
  }

  @Test func `a fetch of any address reads strangers' words and carries out what stands in it`() {
    #expect(
      kinds(tool("fetch", parameters: ["url"], readOnly: true)) == [
        .untrustedSource, .externalSink,
      ])
    #expect(kinds(tool("read_resource", parameters: ["uri"], readOnly: true)) == [])
    #expect(kinds(tool("add_brand", parameters: ["privacy_policy_url"])) == [])
    #expect(kinds(tool("create_hook", parameters: ["webhook_url"])) == [.externalSink])
  }

  @Test func `a list of destinations confines what goes by address`() {
    var server = Server(id: "s")
    server.egress.defaultDecision.state(.deny, at: Self.place)
    server.egress.allowed = [Evidence("api.example.com", at: Self.place)]
    #expect(kinds(tool("fetch", parameters: ["url"], readOnly: true), on: server) == [])
    #expect(kinds(tool("run_command", parameters: ["command"]), on: server) == [.privateData])
    // What is sent leaves by a destination that is listed.
    #expect(kinds(tool("send_email"), on: server) == [.externalSink])
  }

  @Test func `a tool that runs programs can be every part but what its egress forbids`() {
    #expect(
      kinds(tool("run_command", parameters: ["command"])) == [.privateData, .externalSink])
  }

  @Test func `an annotation speaks before the name, and silences it`() {
    #expect(kinds(tool("get_page", readOnly: true, openWorld: true)) == [.untrustedSource])
    #expect(kinds(tool("list_issues", readOnly: true)) == [.untrustedSource])
    #expect(kinds(tool("list_issues", readOnly: true, openWorld: false)) == [])
    #expect(
      kinds(tool("set_note", parameters: ["text"], readOnly: false, openWorld: true)) == [
        .externalSink
      ])
    #expect(
      kinds(tool("set_flag", parameters: ["flag_id"], readOnly: false, openWorld: true)) == [])
    #expect(kinds(tool("create_issue", openWorld: false)) == [])
    // No hint makes a mail stay inside.
    #expect(kinds(tool("send_email", openWorld: false)) == [.externalSink])
  }

  @Test func `declared sensitivity speaks before the name`() {
    var server = Server(id: "s")
    server.dataSensitivity.state(.restricted, at: Self.place)
    #expect(kinds(tool("get_page"), on: server) == [.privateData])
    var declared = tool("get_customer")
    declared.sensitivity.state(.public, at: Self.place)
    #expect(kinds(declared, on: server) == [])
  }

  @Test(arguments: ["pay_invoice", "create_refund", "place_order"])
  func `money goes out, with data where the caller names who gets it`(name: String) throws {
    let server = Server(id: "s")
    let open = try #require(
      tool(name, parameters: ["amount", "iban"]).capabilities(on: server).first)
    #expect(open.kind == .externalSink)
    #expect(!open.movesMoneyOnly)
    let bound = try #require(tool(name, parameters: ["invoice_id"]).capabilities(on: server).first)
    #expect(bound.kind == .externalSink)
    #expect(bound.movesMoneyOnly)
  }

  @Test(arguments: ["list_orders", "get_refund", "draft_refund", "update_payment_settings"])
  func `what only looks at payments or prepares them moves nothing`(name: String) {
    #expect(!kinds(tool(name, parameters: ["invoice_id"])).contains(.externalSink))
  }

  @Test func `every label says why`() throws {
    let label = try #require(tool("search_web").capabilities(on: Server(id: "s")).first)
    #expect(label.reason == "reads what strangers can write (`web` in its name)")
    #expect(label.span == Self.place)
  }
}
