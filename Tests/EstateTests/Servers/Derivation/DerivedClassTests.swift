import Estate
import SourceText
import Testing

@Suite struct DerivedClassTests {
  private let catalog = SourceSpan(source: SourceID(index: 0), 0..<100)
  private let hint = SourceSpan(source: SourceID(index: 0), 40..<44)

  private func tool(
    _ name: String, readOnly: Bool? = nil, destructive: Bool? = nil, description: String? = nil,
    parameters: [String] = [], type: String = "string"
  ) -> Tool {
    var tool = Tool(name: name)
    tool.catalogEntry = catalog
    if let readOnly { tool.annotations.readOnly = Stated(readOnly, at: hint) }
    if let destructive { tool.annotations.destructive = Stated(destructive, at: hint) }
    if let description { tool.description = Stated(description, at: hint) }
    tool.input = InputSchema(
      span: catalog,
      parameters: parameters.map {
        Parameter(
          name: Evidence($0, at: hint), types: [type], isRequired: true, isConstrained: false,
          isDescribed: true)
      }, refusesUnknownProperties: Evidence(true, at: catalog), violations: [])
    return tool
  }

  @Test func `an export that says where it writes to is no reading`() throws {
    let export = try #require(tool("export_users_csv", parameters: ["output_path"]).derivedClass)
    #expect(export.value == .reversibleWrite)
    #expect(export.reason == "takes `output_path`, to which it writes")
    #expect(tool("export_users_csv", parameters: ["filter"]).derivedClass?.value == .readOnly)
    let stated = tool("export_users_csv", readOnly: true, parameters: ["output_path"])
    #expect(stated.derivedClass?.value == .readOnly)
    let deletion = tool("delete_users", parameters: ["output_path"])
    #expect(deletion.derivedClass?.value == .irreversibleWrite)
  }

  @Test(arguments: [
    ("activate_application", true), ("add_user_to_group", true), ("add_comment", false),
    ("pages_update_page_settings", true), ("update_page", false), ("create_policy", false),
    ("get_settings", false),
  ])
  func `a name says whether a second call changes anything`(name: String, isState: Bool) {
    #expect(Tool(name: name).setsAState == isState)
  }

  @Test(
    arguments: [
      (true, nil, "run_report", ToolClass.readOnly), (false, nil, "create_gist", .reversibleWrite),
      (false, nil, "workflow_thing", .irreversibleWrite), (false, false, "edit", .reversibleWrite),
      (false, true, "create_x", .irreversibleWrite), (nil, true, "get_x", .irreversibleWrite),
      (nil, false, "thing", .reversibleWrite), (nil, false, "get_x", .readOnly),
      (true, nil, "add_numbers", .readOnly), (true, nil, "execute_query", .readOnly),
      (true, nil, "charge_card", .irreversibleWrite), (true, nil, "set_bed_free", .reversibleWrite),
      (true, nil, "get_transfer", .readOnly), (true, nil, "transfer_status", .readOnly),
      (false, false, "send_email", .irreversibleWrite),
    ] as [(Bool?, Bool?, String, ToolClass)])
  func `annotations decide, and names where they leave it open`(
    readOnly: Bool?, destructive: Bool?, name: String, expected: ToolClass
  ) {
    let derived = tool(name, readOnly: readOnly, destructive: destructive).derivedClass
    #expect(derived?.value == expected)
  }

  @Test func `no hint makes a deletion read-only`() {
    let derived = tool("delete_repo", readOnly: true).derivedClass
    #expect(derived?.value == .irreversibleWrite)
    #expect(derived?.basis == .name)
    #expect(derived?.reason == "has a name that says `delete`, despite `readOnlyHint: true`")
    #expect(derived?.span == catalog)
  }

  @Test func `an annotation points at itself`() {
    let derived = tool("list_x", readOnly: true).derivedClass
    #expect(derived?.span == hint)
    #expect(derived?.basis == .annotation)
    #expect(derived?.isConclusive == true)
  }

  @Test func `a parameter that takes a program can do anything`() {
    let derived = tool("query_database", parameters: ["sql"]).derivedClass
    #expect(derived?.value == .irreversibleWrite)
    #expect(derived?.basis == .schema)
    #expect(derived?.span == hint)
    #expect(tool("validate_sql", parameters: ["sql"]).derivedClass?.value == .readOnly)
    #expect(tool("puppeteer_evaluate", parameters: ["script"]).derivedClass?.basis == .schema)
    let promised = tool("query", description: "Run a read-only SQL query", parameters: ["sql"])
    #expect(promised.derivedClass?.value == .readOnly)
  }

  @Test func `a calculator's add changes nothing`() {
    let sum = tool("add", parameters: ["a", "b"], type: "number").derivedClass
    #expect(sum?.value == .readOnly)
    #expect(tool("add", parameters: ["text"]).derivedClass?.value == .reversibleWrite)
  }

  @Test func `a description decides only where the name says nothing firm`() {
    let derived = tool("access_token", description: "Get the current token").derivedClass
    #expect(derived?.value == .readOnly)
    #expect(derived?.basis == .description)
    #expect(derived?.isConclusive == false)
    let deletes = tool("cleaner", description: "This tool deletes old branches").derivedClass
    #expect(deletes?.value == .irreversibleWrite)
    #expect(tool("delete_x", description: "Gets x").derivedClass?.value == .irreversibleWrite)
  }

  @Test func `the specification's default needs a catalog`() {
    #expect(tool("widget").derivedClass?.value == .irreversibleWrite)
    #expect(tool("widget").derivedClass?.isConclusive == false)
    #expect(Tool(name: "widget").derivedClass == nil)
  }

  @Test func `a declaration stands unless the facts are conclusive`() {
    var vague = tool("widget")
    vague.declaredClass = Stated(.readOnly, at: hint)
    #expect(vague.effectiveClass == .readOnly)
    var clear = tool("delete_widget")
    clear.declaredClass = Stated(.readOnly, at: hint)
    #expect(clear.effectiveClass == .irreversibleWrite)
    var careful = tool("get_widget")
    careful.declaredClass = Stated(.reversibleWrite, at: hint)
    #expect(careful.effectiveClass == .reversibleWrite)
  }

  @Test(
    arguments: [
      ("create_refund", HighImpact.Action.payment), ("transfer_funds", .payment),
      ("place_order", .payment), ("deploy_service", .deployment), ("rollback_release", .deployment),
      ("delete_all_email_customizations", .deletion), ("sendBulkEmail", .bulkMail),
      ("send_messages", .bulkMail), ("grantRole", .permissionChange),
      ("add_user_to_group", .permissionChange),
      ("zpa_update_access_policy_rule", .permissionChange),
      ("reset_password", .permissionChange), ("finalize_invoice", .payment),
      ("modify_order", .payment), ("sites_publish", .deployment), ("remove_file", .deletion),
    ] as [(String, HighImpact.Action)])
  func `a high-impact action shows in the name`(name: String, action: HighImpact.Action) {
    #expect(tool(name).highImpact?.action == action)
  }

  @Test func `a deletion that the description tells counts where the annotation bears it out`() {
    var trigger = tool("actions_run_trigger")
    trigger.description = Stated("Runs workflows, and deleting their logs.", at: hint)
    #expect(!trigger.isHighImpact)
    trigger.annotations.destructive = Stated(true, at: hint)
    #expect(trigger.highImpact?.action == .deletion)
    #expect(trigger.highImpact?.reason == "deleting")
    trigger.description = Stated("Clicks an element.", at: hint)
    #expect(!trigger.isHighImpact)
  }

  @Test(arguments: [
    "get_refund", "list_roles", "create_issue", "send_email", "remove_label", "create_payment_link",
    "get_access_policy", "remove_sub_issue", "remove_issue_relation", "remove_item_from_list",
    "publish_post", "create_sort_order",
  ])
  func `other tools have no high impact`(name: String) {
    #expect(!tool(name).isHighImpact)
  }
}
