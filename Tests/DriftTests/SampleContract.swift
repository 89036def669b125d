import Estate
import SourceText
import Syntax
import Testing

/// Contracts for tests; every place is the same.
enum SampleContract {
  static let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)

  /// A server called `ledger`.
  static func server(
    _ version: String? = "1.3.2", scopes: [String] = [], package: String? = nil,
    tools: [ToolContract] = []
  ) -> ServerContract {
    var contract = ServerContract(id: evidence("ledger"))
    contract.version = version.map(evidence)
    contract.scopes = scopes.map(evidence)
    contract.tools = tools.sorted { $0.name.value < $1.name.value }
    if let package {
      let pin = package.split(separator: "@").dropFirst().first.map(String.init)
      contract.packages = [
        .init(registry: "npm", identifier: evidence(package), pin: pin)
      ]
    }
    return contract
  }

  /// A tool whose members are written as JSON.
  static func tool(
    _ name: String, scopes: [String] = [], _ members: [ToolDefinition.Member: String]
  ) throws -> ToolContract {
    var contract = ToolContract(name: evidence(name))
    contract.scopes = scopes.map(evidence)
    var definition = ToolDefinition()
    for (member, text) in members {
      let source = SourceFile(id: SourceID(index: 0), path: "", bytes: Array(text.utf8))
      let node = try #require(try JSONParser.parse(source).root)
      definition[member] = .init(canonicalText: node.canonicalJSON, span: node.span)
    }
    contract.definition = definition.isEmpty ? nil : definition
    return contract
  }

  /// A changelog with entries for `releases` and the tools that came in and are gone.
  static func changelog(
    _ releases: [(version: String, added: [String], removed: [String])]
  ) -> Changelog {
    Changelog(
      span: place, path: "CHANGELOG.md",
      releases: releases.map { release in
        var entry = Changelog.Release(version: evidence(release.version))
        entry.addedTools = release.added.map(evidence)
        entry.removedTools = release.removed.map(evidence)
        return entry
      })
  }

  static func evidence(_ value: String) -> Evidence<String> {
    Evidence(value, at: place)
  }
}
