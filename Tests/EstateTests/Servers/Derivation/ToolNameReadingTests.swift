import Testing

@testable import Estate

@Suite struct ToolNameReadingTests {
  @Test(arguments: [
    "list_deleted_items", "get_delete_status", "check_for_update", "web-search", "zia_url_lookup",
    "components_get_content", "order_status", "transfer_status", "API-post-search",
    "API-post-database-query", "maps_place_details", "post_list", "getUser", "repo.get",
    "issue_dependency_read", "export_users_csv", "resolve-library-id", "take_screenshot",
  ])
  func `a name that reads is seen to read`(name: String) throws {
    let reading = try #require(ToolNameReading(NameTokens.split(name)))
    #expect(reading.toolClass == .readOnly)
  }

  @Test(arguments: [
    "create_node", "get_or_create_user", "search_and_replace", "issue_write", "list_create",
    "zia_bulk_update_cloud_applications", "pages_update_static_content", "mark_as_read",
    "git_commit", "API-patch-page", "create_or_update_file", "assign_copilot_to_issue",
  ])
  func `a name that writes is seen to write`(name: String) throws {
    let reading = try #require(ToolNameReading(NameTokens.split(name)))
    #expect(reading.toolClass == .reversibleWrite)
  }

  @Test(arguments: [
    "delete_node", "repo.delete", "deleteRepo", "confirm_delete_group", "sendMessage",
    "place_order",
    "sites_publish", "comment_delete", "create_refund", "transfer_funds", "merge_pull_request",
    "actions_run_trigger", "slack_post_message", "grantRole", "execute_sql", "find_and_delete",
  ])
  func `a name that cannot be undone is seen so`(name: String) throws {
    let reading = try #require(ToolNameReading(NameTokens.split(name)))
    #expect(reading.toolClass == .irreversibleWrite)
  }

  @Test(arguments: ["workflow_run", "sequentialthinking", "access_token", "current_user", "x"])
  func `a name without a verb says nothing`(name: String) {
    #expect(ToolNameReading(NameTokens.split(name)) == nil)
  }
}
