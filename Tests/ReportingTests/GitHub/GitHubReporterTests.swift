import Assessment
import Reporting
import SourceText
import Testing

@Suite struct GitHubReporterTests {
  private let lines = GitHubReporter().render(SampleReport().report).split(separator: "\n")

  @Test func `every line is one command of ours`() {
    for line in lines {
      #expect(
        line.hasPrefix("::error ") || line.hasPrefix("::warning ") || line.hasPrefix("::notice "))
    }
    #expect(lines.last?.hasPrefix("::notice title=mcpready: gate incomplete::") == true)
  }

  @Test func `a finding is shown at its place with its rule and fix`() throws {
    let line = try #require(lines.first { $0.contains("title=MCP105") })
    #expect(line.hasPrefix("::error file=gateway/envoy.yaml,line="))
    #expect(line.contains("title=MCP105 critical: The requirement MCP105 holds::"))
    #expect(line.contains("Fix: Close the gap that MCP105 names."))
  }

  @Test func `a property of a stranger can neither end nor begin another`() {
    let sample = SampleReport()
    let finding = sample.finding(
      "MCP105", .high, .unmet, "50%0A::error::x\n::warning::y", at: nil, server: "a,line=1::b")
    let text = GitHubReporter().render(sample.report(of: [finding]))
    #expect(text.contains("50%250A::error::x\\n::warning::y"))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    #expect(text.split(separator: "\n").count { $0.hasPrefix("::error ") } <= 2)
  }

  @Test func `what GitHub would drop is left out and counted, worst first`() {
    let sample = SampleReport()
    let findings = (0..<25).map { number in
      sample.finding("MCP105", .high, .unmet, "Finding \(number).", at: nil, server: "payments")
    }
    let report = sample.report(of: findings)
    let text = GitHubReporter().render(report)
    let errors = text.split(separator: "\n").count { $0.hasPrefix("::error ") }
    #expect(errors == GitHubReporter.levelLimit)
    #expect(text.contains("further annotations left out"))
    #expect(!text.contains("Finding 24."))
  }

  @Test func `what is wrong with inputs leaves half of the room to findings`() {
    let sample = SampleReport()
    let findings = (0..<6).map { number in
      sample.finding("MCP105", .high, .unmet, "Finding \(number).", at: nil, server: "payments")
    }
    let problems = (0..<9).map { number in
      Diagnostic(at: sample.name, "problem \(number)")
    }
    let text = GitHubReporter().render(sample.report(of: findings, problems: problems))
    #expect(text.contains("problem 4") && !text.contains("problem 5"))
    #expect(text.contains("Finding 4.") && !text.contains("Finding 5."))
    let alone = GitHubReporter().render(sample.report(of: [], problems: problems))
    #expect(alone.contains("problem 8"))
  }
}
