import Assessment
import Estate
import Testing

@testable import Reporting

struct SARIFMessageStringTests {
  private func string(_ template: String) throws -> SARIFMessageString {
    let check = Rule.Check(
      grade: .declared, condition: nil, requirement: "true", message: template, location: nil)
    let rule = Rule(
      id: "MCP999", name: "Some", title: "Some", why: "So.", severity: .low, dimension: .auth,
      gate: nil, checklist: [], sources: [], subject: .server, nature: .process, condition: nil,
      checks: [check], remediation: "Do.", snippet: nil, effort: .small, examples: [])
    return try #require(SARIFMessageString.all(of: rule).first)
  }

  @Test func `holes are numbered, and what stood in them is found again`() throws {
    let string = try string("The tool '{{ tool.name }}' takes {{ tool.count }} of [10].")
    #expect(string.text.text == #"The tool '{0}' takes {1} of \[10\]."#)
    #expect(
      string.arguments(of: "The tool 'a's b' takes 3 of [10].") == ["a's b", "3"])
  }

  @Test(arguments: ["The tool", "the tool 'x' takes", "A tool 'x' takes 3 of [10].", ""])
  func `a message of other words has no arguments`(message: String) throws {
    let string = try string("The tool '{{ tool.name }}' takes {{ tool.count }} of [10].")
    #expect(string.arguments(of: message) == nil)
  }

  @Test func `a period at the end is the text's, also where the rule ends in a hole`() throws {
    let string = try string("{{ budget.words }}")
    #expect(string.text.sentence.text == "{0}.")
    #expect(string.arguments(of: "It fell to 2.5 %.") == ["It fell to 2.5 %"])
    #expect(string.arguments(of: ".") == [""])
  }

  @Test func `words without holes are found as they are`() throws {
    let string = try string("No owner is named.")
    #expect(string.arguments(of: "No owner is named.") == [])
    #expect(string.arguments(of: "No owner is named. Yet.") == nil)
  }
}
