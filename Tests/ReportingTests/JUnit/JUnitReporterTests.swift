import Assessment
import Reporting
import Testing

@Suite struct JUnitReporterTests {
  private let text = JUnitReporter().render(SampleReport().report)

  @Test func `a server is a suite and a control a test case`() {
    #expect(
      text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mcpready\""))
    #expect(
      text.contains(
        "<testsuite name=\"payments\" tests=\"10\" failures=\"8\" errors=\"0\" skipped=\"1\">"))
    #expect(
      text.contains(
        "<testcase name=\"MCP702 The requirement MCP702 holds\" classname=\"mcpready.payments\"/>"))
    #expect(text.contains("<skipped message=\"no tool\"/>"))
  }

  @Test func `what is open or undecided fails, with its places`() {
    #expect(
      text.contains("<failure type=\"contradicted\" message=\"critical: it is contradicted\">"))
    #expect(text.contains("<failure type=\"unproven\" message=\"high: it is unproven\">"))
    #expect(text.contains("gateway/envoy.yaml:"))
  }

  @Test func `a failure says once what to do`() {
    for failure in text.split(separator: "<failure ").dropFirst() {
      #expect(failure.split(separator: "</failure>")[0].split(separator: "Fix: ").count <= 2)
    }
    #expect(text.contains("\nFix: "))
  }

  @Test func `an answer that is no answer is an error of the gate`() {
    #expect(text.contains("<error type=\"incomplete\" message=\"1 input could not be read; "))
  }

  @Test func `markup of strangers is text`() {
    #expect(!text.contains("<img"))
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
  }

  @Test func `the counts are those of the elements`() throws {
    func count(_ part: String) -> Int {
      text.split(separator: part, omittingEmptySubsequences: false).count - 1
    }
    let head = try #require(text.split(separator: "\n").dropFirst().first)
    #expect(head.contains("tests=\"\(count("<testcase "))\""))
    #expect(head.contains("failures=\"\(count("<failure "))\""))
    #expect(head.contains("errors=\"\(count("<error "))\""))
  }
}
