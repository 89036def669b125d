import Assessment
import TestSupport
import Testing

@testable import mcpready

struct RulesNewCommandTests {
  @Test(arguments: RuleSubject.allCases)
  func `a new rule loads, and its examples pass as they are`(subject: RuleSubject) async throws {
    let folder = try TemporaryFolder()
    let written = await SampleEstate.run(
      "rules", "new", "ACME001", "--subject", subject.rawValue, "--out", folder.path + "/own")
    #expect(written.status == .passed, "\(written.errors)")
    let catalog = try RuleSource.catalog(RuleOptions(folder: folder.path + "/own"))
    let rule = try #require(catalog.rule("ACME001"))
    #expect(rule.subject == subject)
    #expect(rule.examples.map(\.expectedStatus).contains("met"))
    #expect(rule.examples.map(\.expectedStatus).contains("unmet"))
    #expect(await ExampleRunner(catalog: catalog).failures(of: rule) == [])
  }

  @Test func `a rule is never written over one that is there`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("acme001.yaml", "mine")
    let result = await SampleEstate.run("rules", "new", "ACME001", "--out", folder.path)
    #expect(result.status == .usage)
    #expect(result.errors.contains("cannot write `\(path)`"))
    #expect(try Recording.text(atAbsolute: path) == "mine")
  }

  @Test(arguments: ["", "acme1", "ACME", "1234", "A1", "ACME_1", "../ACME1"])
  func `an id that no rule can have is refused`(id: String) async {
    let result = await SampleEstate.run("rules", "new", id, "--out", "own")
    #expect(result.status == .usage)
    #expect(result.errors.contains("letters, then digits"))
  }

  @Test func `update writes what examples come out as, and nothing else`() async throws {
    let folder = try TemporaryFolder()
    let good = RuleTemplate.text(id: "ACME001", subject: .server)
    let path = try folder.write(
      "acme001.yaml", good.replacing("expect: unmet", with: "expect: met"))
    let failing = await SampleEstate.run("rules", "test", "--rules", folder.path)
    #expect(failing.status == .failed)
    #expect(failing.output.contains("ACME001: No contact: expected met, found unmet"))
    let updating = await SampleEstate.run("rules", "test", "--update", "--rules", folder.path)
    #expect(updating.status == .passed)
    #expect(updating.output.contains("wrote 1 statuses into \(path)"))
    #expect(try Recording.text(atAbsolute: path) == good)
  }

  @Test func `update needs files to write to`() async {
    let result = await SampleEstate.run("rules", "test", "--update")
    #expect(result.status == .usage)
    #expect(result.errors.contains("`--update` needs `--rules DIR`"))
  }
}
