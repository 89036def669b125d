import Assessment
import Reporting
import Testing

struct MarkdownReporterTests {
  private let text = MarkdownReporter().render(SampleReport().report)

  /// A report with `count` findings.
  private func report(findings count: Int) -> Report {
    let sample = SampleReport()
    return sample.report(
      of: (0..<count).map { number in
        sample.finding(
          "MCP105", .high, .unmet, "Finding \(number) \(SampleReport.hostile).", at: nil,
          server: number.isMultiple(of: 2) ? "payments" : "shadow")
      })
  }

  @Test func `the answer comes first, with its reasons`() {
    #expect(
      text.hasPrefix(
        """
        ## ⚠️ mcpready: gate incomplete

        - 1 input could not be read
        - 2 of 2 servers may not go where they mean to

        0 of 2 servers may go where they mean to; 7 of 9 controls decided (77 %).

        """))
  }

  @Test func `servers are rows of a table`() {
    #expect(
      text.contains("\n| ❌ | `payments` | blocked | production | 35.0 | 4 | 2 | 0 | 0 | 77 % |\n"))
  }

  @Test func `the worst findings show their lines, claim and disproof`() {
    #expect(
      text.contains(
        """
        `servers/payments.yaml:3:16`

        ~~~~text
        3 | auth_required: true   # 🔒 claims it
          |                ---- claimed here
        ~~~~

        """))
    #expect(text.split(separator: "\n#### ").count == 6)
  }

  @Test func `a block of code holds no line that could end it`() {
    let blocks = text.split(separator: "~~~~")
    #expect(blocks.count.isMultiple(of: 2) == false)
    for index in stride(from: 1, to: blocks.count, by: 2) {
      for line in blocks[index].split(separator: "\n").dropFirst() {
        #expect(line.contains(" | ") || line.contains("  |"))
      }
    }
  }

  @Test func `everything else is in a collapsed section for each server`() {
    #expect(text.contains("<details><summary><code>payments</code>: 8 findings</summary>\n\n- 2 "))
    #expect(text.contains("- 2 controls not decided: no audit log was given (`MCP401`, `MCP402`)"))
    #expect(text.contains("<summary>the fleet as a whole: 1 finding</summary>"))
  }

  @Test(arguments: ["@octocat", "#123", "www.example", "https://", "](", "<img", "http://"])
  func `nothing of a stranger's is linked or run`(attack: String) {
    // Without what a backslash has made harmless.
    let pieces = text.split(separator: "\\", omittingEmptySubsequences: false)
    let live = pieces.prefix(1) + pieces.dropFirst().map { $0.dropFirst() }
    #expect(!live.joined(separator: " ").contains(attack))
  }

  @Test(arguments: [100, 300, 3_000])
  func `a comment is never too long, and says what it left out`(count: Int) {
    let text = MarkdownReporter().render(report(findings: count))
    #expect(text.utf8.count <= MarkdownReporter.commentLimit)
    #expect(text.contains("### Inputs"))
    #expect(text.hasSuffix("</sub>\n"))
    #expect(text.contains("Finding \(count - 1) ") == (count == 100))
    if count == 3_000 {
      #expect(text.contains("left out, because a comment holds no more."))
      #expect(text.contains("### Fleet"))
    }
  }

  @Test func `every details element is closed`() {
    for count in [10, 120, 200, 400] {
      let text = MarkdownReporter().render(report(findings: count))
      #expect(
        text.split(separator: "<details>").count == text.split(separator: "</details>").count)
    }
  }
}
