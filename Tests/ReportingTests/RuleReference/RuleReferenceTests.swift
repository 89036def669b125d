import Assessment
import Reporting
import TestSupport
import Testing

@Suite struct RuleReferenceTests {
  private static let folder = "Rules/Reference"

  @Test func `the pages in Rules are those of the rules`() throws {
    let pages = RuleReference.pages(of: try RuleCatalog.builtIn().rules)
    if Recording.isOn {
      for page in pages { try Recording.write(page.text, to: Self.folder + "/" + page.name) }
      Issue.record("recorded \(Self.folder); run the tests again without MCPREADY_RECORD")
    }
    for page in pages {
      #expect(
        try Recording.text(at: Self.folder + "/" + page.name) == page.text,
        "run MCPREADY_RECORD=1 swift test --filter RuleReferenceTests")
    }
    #expect(try Recording.names(in: Self.folder) == pages.map(\.name).sorted())
  }
}
