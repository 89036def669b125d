import Estate
import Testing

@Suite struct BulkExportTests {
  @Test(arguments: [
    ("export_entries", ["export", "entries"]), ("exportUsersCsv", ["export", "users"]),
    ("bulk_download", ["download", "bulk"]), ("dump_database", ["dump", "database"]),
    ("download-all-files", ["download", "all"]), ("export", ["export"]),
    ("contacts_export", ["export", "contacts"]),
  ])
  func `a name that exports data gives itself away`(name: String, words: [String]) {
    #expect(Tool(name: name).bulkExport?.words == words)
  }

  @Test(arguments: [
    "export_diagram", "export_pages_as_pdf", "list_all_users", "get_entry", "download_file",
    "import_records", "export_status", "figma_export", "extract_text", "",
  ])
  func `drawing, paging and single downloads are no exports`(name: String) {
    #expect(Tool(name: name).bulkExport == nil)
  }
}
