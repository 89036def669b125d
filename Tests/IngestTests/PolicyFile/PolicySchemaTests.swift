import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

/// The published schema and the reader know the same keys and words.
@Suite struct PolicySchemaTests {
  /// A key that is like no other, which makes the reader list the keys that it knows.
  private static let stranger = "zzzzzzzzzzzzzzzzzzzzzzzzzzzz"

  /// Where each mapping with keys of its own stands: a policy around it, with `%` in its place.
  private static let sections: [(name: String, path: [String], policy: String)] = [
    ("the policy", [], "version: 1\n%"),
    ("thresholds", ["thresholds"], "version: 1\nthresholds: {%}"),
    ("weights", ["weights"], "version: 1\nweights: {%}"),
    ("demands", ["demands"], "version: 1\ndemands: {%}"),
    ("one demand", ["demands", "1"], "version: 1\ndemands: {1: {%}}"),
    ("log", ["log"], "version: 1\nlog: {%}"),
    ("one rule", ["rules", "*"], "version: 1\nrules: {MCP105: {%}}"),
    ("coverage", ["coverage"], "version: 1\ncoverage: {%}"),
    ("verdicts", ["verdicts"], "version: 1\nverdicts: {%}"),
    ("one exception", ["exceptions", "[]"], "version: 1\nexceptions: [{%}]"),
  ]

  private func root() throws -> Node { try ParsedText(json: PolicySchema.text).root }

  /// The schema at `path`, where `*` stands for any name and `[]` for an element.
  private func schema(at path: [String]) throws -> Node {
    let root = try root()
    func resolved(_ node: Node) throws -> Node {
      guard let name = node["$ref"]?.string?.split(separator: "/").last else { return node }
      return try #require(root["$defs"]?[String(name)])
    }
    var node = root
    for step in path {
      let next =
        switch step {
        case "*": node["additionalProperties"]
        case "[]": node["items"]
        default: node["properties"]?[step]
        }
      node = try resolved(try #require(next, "\(step) of \(path)"))
    }
    return node
  }

  private func diagnostics(_ yaml: String) throws -> [Diagnostic] {
    PolicyFileReader.read(try ParsedText(yaml: yaml).root).diagnostics
  }

  @Test(arguments: sections.map(\.name))
  func `the schema knows the keys that the reader reads, and no others`(name: String) throws {
    let section = try #require(Self.sections.first { $0.name == name })
    let known = try schema(at: section.path)["properties"]?.members.compactMap(\.key.string)
    let yaml = section.policy.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "\(Self.stranger): 1")
    let refusal = try #require(
      try diagnostics(yaml).first { $0.message.contains(Self.stranger) }, "\(yaml)")
    let parts = refusal.expected?.split(separator: "`") ?? []
    let read = parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(Set(read) == Set(try #require(known)))
  }

  @Test func `every mapping with keys of its own is compared`() throws {
    var mappings = 0
    var pending = [try root()]
    while let node = pending.popLast() {
      if node["properties"] != nil, node["additionalProperties"]?.boolean == false { mappings += 1 }
      pending += node.members.map(\.value) + Array(node.elements)
    }
    #expect(mappings == Self.sections.count)
  }

  @Test(arguments: [
    ("properties", "profile", "profile: %"),
    ("stage", "environments", "environments: {live: %}"),
    ("rung", "verdicts", "verdicts: {servers: {a: %}, environments: {prod: %}}"),
    ("grade", "demands", "demands: {1: {process: %, enforceable: %}}"),
    ("severity", "rules", "rules: {MCP105: {severity: %}}"),
    ("kind", "kinds", "kinds: {a: %}"),
  ])
  func `the reader reads every word that the schema offers`(
    what: String, key: String, form: String
  ) throws {
    let root = try root()
    let words: Node? =
      switch what {
      case "properties": root["properties"]?["profile"]?["enum"]
      case "stage": root["properties"]?["environments"]?["additionalProperties"]?["enum"]
      case "kind": root["properties"]?["kinds"]?["additionalProperties"]?["enum"]
      case "severity": root["$defs"]?["rule"]?["properties"]?["severity"]?["enum"]
      default: root["$defs"]?[what]?["enum"]
      }
    let texts = try #require(words).elements.compactMap(\.scalarText)
    #expect(texts.count >= 3)
    for word in texts {
      let yaml =
        "version: 1\n"
        + form.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: word)
      #expect(try diagnostics(yaml) == [], "\(word) of \(key)")
    }
  }
}
