import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct ReviewLinkingTests {
  private static let manifest = "server_id: ledger\nversion: 1.0.0\ntransport: stdio\n"

  private func read(_ files: [(String, String)]) async -> IntakeResult {
    await Intake.read(files: files.map { (path: $0.0, bytes: Array($0.1.utf8)) })
  }

  @Test func `a server's manifest and the policies that grant it are looked up`() async throws {
    let result = await read([
      ("repo/CODEOWNERS", "/servers/ @a\n"), ("repo/servers/ledger.yaml", Self.manifest),
      (
        "repo/policy/access.yaml",
        "access_policy: {default: deny, grants: [{agents: [x], servers: [ledger]}]}"
      ),
      (
        "repo/policy/other.yaml",
        "access_policy: {default: deny, grants: [{agents: [x], servers: [orders]}]}"
      ),
    ])
    let files = try #require(result.fleet.server("ledger")).reviewedFiles
    #expect(files.map(\.path) == ["repo/policy/access.yaml", "repo/servers/ledger.yaml"])
    #expect(files.map(\.kind) == [.accessPolicy, .manifest])
    #expect(files.map(\.owners) == [[], ["@a"]])
    #expect(files.map { result.library.text(of: $0.rule) } == ["/servers/ @a\n", "/servers/ @a"])
  }

  @Test func `a file outside of every repository with such a file stays unjudged`() async throws {
    let result = await read([
      ("one/CODEOWNERS", "* @a\n"), ("two/servers/ledger.yaml", Self.manifest),
    ])
    let ledger = try #require(result.fleet.server("ledger"))
    #expect(ledger.reviewedFiles.isEmpty)
  }

  @Test func `of two files in one repository only GitHub's first choice counts`() async throws {
    let result = await read([
      ("CODEOWNERS", "* @top\n"), (".github/CODEOWNERS", "* @hub\n"),
      ("ledger.yaml", Self.manifest),
    ])
    let files = try #require(result.fleet.server("ledger")).reviewedFiles
    #expect(files.map(\.owners) == [["@hub"]])
    #expect(
      result.diagnostics.map(\.message) == [
        "the file does not count: only `.github/CODEOWNERS` does"
      ])
  }

  @Test func `CODEOWNERS and changelogs alone are nothing to check`() async {
    let result = await read([("CODEOWNERS", "* @a\n"), ("CHANGELOG.md", "# Changelog\n")])
    #expect(result.isEmpty)
    #expect(result.inputs.map(\.kind) == [.changelog, .codeOwners])
    #expect(result.inputs.allSatisfy { $0.status == .analyzed })
  }
}
