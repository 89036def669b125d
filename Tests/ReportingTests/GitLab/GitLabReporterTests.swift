import Assessment
import Reporting
import Testing

@Suite struct GitLabReporterTests {
  private func issues(_ report: Report) throws -> [[String: JSONValue]] {
    guard case .array(let values) = try JSONValue(reading: GitLabReporter().render(report)) else {
      return []
    }
    return values.compactMap { if case .object(let members) = $0 { members } else { nil } }
  }

  @Test func `every finding is an issue with all that GitLab needs`() throws {
    let sample = SampleReport()
    let issues = try issues(sample.report)
    #expect(issues.count == sample.findings.count)
    for issue in issues {
      for key in ["description", "check_name", "fingerprint", "severity", "location"] {
        #expect(issue[key] != nil)
      }
    }
    #expect(issues.first?["severity"] == .string("blocker"))
  }

  @Test func `findings of one fingerprint stay apart`() throws {
    let sample = SampleReport()
    let twice = (0..<2).map { _ in
      sample.finding("MCP105", .high, .unmet, "The same.", at: nil, server: "payments")
    }
    let issues = try issues(sample.report(of: twice))
    #expect(Set(issues.compactMap { $0["fingerprint"] }).count == 2)
  }

  @Test func `nothing found is an empty list`() throws {
    #expect(GitLabReporter().render(SampleReport.empty) == "[]\n")
  }
}
