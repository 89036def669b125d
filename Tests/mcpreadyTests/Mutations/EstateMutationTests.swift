import Assessment
import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

/// The tables in `Fixtures/<estate>.mutations/`: small edits of one file, and all that they change.
///
/// They measure precision: an edit changes the controls that it is meant to change, at the places that the
/// table names, and nothing else. `MCPREADY_RECORD=1 swift test --filter EstateMutation` writes the changes anew
/// for review.
struct EstateMutationTests {
  /// The paths of the tables under the package's folder, sorted.
  static let tables: [String] = ["company", "ready"].flatMap { estate in
    let folder = "Fixtures/\(estate).mutations"
    do {
      return try Recording.names(in: folder).map { "\(folder)/\($0)" }
    } catch {
      Issue.record("\(folder) cannot be read: \(error)")
      return []
    }
  }

  @Test(arguments: tables)
  func `an edit changes what its table says and nothing else`(path: String) async throws {
    let judge = try await EstateJudge(ofFixture: Self.estate(of: path))
    var found: [[String]] = []
    for mutation in try Mutation.table(at: path) {
      guard let edited = mutation.applied(to: judge.files) else {
        Issue.record("\(mutation.name): the text to edit is not in its file, or is there twice")
        found.append([])
        continue
      }
      let changes = await judge.judge(edited, edited: mutation.file)
        .changes(since: judge.untouched)
      found.append(changes)
      #expect(changes == mutation.changes, "\(mutation.name)")
    }
    if Recording.isOn {
      try Recording.write(Self.table(at: path, with: found), to: path)
      Issue.record("recorded \(path); run the tests again without MCPREADY_RECORD")
    }
  }

  @Test func `logs that were read before change nothing`() async throws {
    let judge = try await EstateJudge(ofFixture: "ready")
    let again = await judge.judge(judge.files, edited: "servers/refunds.yaml")
    #expect(again.changes(since: judge.untouched) == [])
  }

  @Test func `an edit changes the control that it is aimed at`() throws {
    for mutation in try Self.tables.flatMap(Mutation.table) where !mutation.changes.isEmpty {
      #expect(
        mutation.changes.contains { $0.split(separator: " ").contains(Substring(mutation.rule)) },
        "\(mutation.name)")
    }
  }

  @Test func `each rule has an edit that breaks it`() throws {
    let broken = Set(
      try Self.tables.flatMap(Mutation.table).filter { !$0.changes.isEmpty }.map(\.rule))
    let rules = try RuleCatalog.builtIn().rules.map(\.id)
    #expect(rules.filter { !broken.contains($0) } == [])
    #expect(broken.subtracting(rules).isEmpty, "the tables name rules that do not exist")
  }

  @Test func `an edit has a name of its own`() throws {
    let names = try Self.tables.flatMap(Mutation.table).map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// The name of the estate that the table at `path` edits.
  private static func estate(of path: String) -> String {
    String(path.split(separator: "/")[1].split(separator: ".")[0])
  }

  /// The text of the table at `path` with the changes that were found, one list for each mutation.
  private static func table(at path: String, with changes: [[String]]) throws -> String {
    var remaining = changes[...]
    var lines: [String] = []
    var isInChanges = false
    let text = try Recording.text(at: path) ?? ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInChanges, line.hasPrefix("      - ") { continue }
      isInChanges = line == "    changes:"
      lines.append(String(line))
      if isInChanges { lines += (remaining.popFirst() ?? []).map { "      - " + $0 } }
    }
    return lines.joined(separator: "\n")
  }
}
