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
    #expect(text.utf8.count <= MarkdownReporter.Page.comment.limit)
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

  @Test func `what changed since a baseline stands before the servers`() throws {
    let sample = SampleReport()
    let earlier = try SampleReport.saved(
      sample.report(of: sample.findings.filter { $0.rule != "MCP607" }))
    let now = sample.findings.filter { $0.rule != "MCP108" }
    let text = MarkdownReporter().render(sample.report(of: now, since: earlier))
    #expect(
      text.contains(
        """

        ### Since the baseline of 2024-10-04

        1 new, 1 gone, 0 changed, 10 as before.

        - new: `payments`
        """))
    #expect(text.contains("- gone: `payments` ~~**critical** `MCP108` The secret •••"))
    let changes = text.firstRange(of: "### Since")
    let servers = text.firstRange(of: "### Servers")
    #expect(try #require(changes).lowerBound < #require(servers).lowerBound)
  }

  @Test func `a summary has the validation gate and more of the worst`() {
    let text = MarkdownReporter(.summary).render(SampleReport().report)
    #expect(
      text.contains(
        """
        | Server | IDN | AUZ | EXP | APR | SFX | AUD | ISO | CON | CST |
        | --- | :---: | :---: | :---: | :---: | :---: | :---: | :---: | :---: | :---: |
        | `payments` | ❌ | – | – | – | – | – | – | – | ✅ |

        """))
    #expect(text.split(separator: "\n#### ").count == 11)
  }

  @Test func `a summary is never too long, and says what it left out`() {
    let text = MarkdownReporter(.summary).render(report(findings: 6_000))
    #expect(text.utf8.count <= 1_048_576)
    #expect(text.contains("left out, because a job summary holds no more."))
  }
}
