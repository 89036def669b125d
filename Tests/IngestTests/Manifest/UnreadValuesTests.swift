import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct UnreadValuesTests {
  private func unread(_ manifest: String) async throws -> [String] {
    let result = await Intake.read(files: [
      (path: "beds.yaml", bytes: Array(("server_id: beds\n" + manifest).utf8))
    ])
    let server = try #require(result.fleet.server("beds"))
    return server.unreadValues.map { value in
      "\(value.value) at \(result.library.location(of: value.span).start.line)"
    }
  }

  @Test func `values of the wrong kind keep their keys and places`() async throws {
    #expect(
      try await unread(
        "tier: 3\nlimits:\n  max_concurrency: many\naudit:\n  retention: 2y\nowner: [a, b]\n")
        == ["tier at 2", "limits.max_concurrency at 4", "audit.retention at 6", "owner at 7"])
  }

  @Test func `a tool's keys stand under its name`() async throws {
    #expect(
      try await unread("tools:\n- name: refund\n  class: write\n- name: get\n  class: read-only\n")
        == ["tools.refund.class at 4"])
  }

  @Test func `what is read or unknown or empty is not among them`() async throws {
    #expect(try await unread("tier: 1\ncolour: red\nsupport:\ntitle: 1.5\n") == [])
  }

  @Test func `aliases are not followed`() async throws {
    var manifest = "x-a: &a {k: v}\n"
    for (level, below) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e")] {
      let keys = (0..<9).map { "k\($0): *\(below)" }.joined(separator: ", ")
      manifest += "x-\(level): &\(level) {\(keys)}\n"
    }
    #expect(try await unread(manifest + "limits: *f\ntier: 3\n") == ["tier at 9"])
  }
}
