import Testing

@testable import Reporting

struct MarkdownPageTests {
  private func lines(_ count: Int) -> [Fragment<Markdown>] { (0..<count).map { "- \($0)\n" } }

  @Test func `a long list leaves room for what stands below it`() {
    var page = MarkdownPage(limit: 10_000, name: "a comment")
    page.writeAll(lines(60), noun: "server", atMost: 50)
    page.write("### Worst findings\n")
    let text = page.content.text
    #expect(text.contains("- 49\n") && !text.contains("- 50\n"))
    #expect(text.contains("\n*And 10 more servers. The JSON report has everything.*\n"))
    #expect(text.hasSuffix("### Worst findings\n"))
  }

  @Test func `a list that is short enough says nothing of others`() {
    var page = MarkdownPage(limit: 10_000, name: "a comment")
    page.writeAll(lines(50), noun: "server", atMost: 50)
    #expect(page.content.text.hasSuffix("- 49\n"))
  }
}
