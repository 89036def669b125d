import SourceText
import Syntax
import Testing

@testable import Ingest

/// The published schema and the adapter know the same keys and words.
@Suite struct ManifestSchemaTests {
  /// A key that is like no other, which makes the adapter list the keys that it knows.
  private static let stranger = "zzzzzzzzzzzzzzzzzzzzzzzzzzzz"

  private func schema() throws -> Node {
    try ParsedText(json: ManifestSchema.text).root
  }

  /// The schemas of mappings, by the key that holds them; the manifest's own under an empty one.
  private func objects(in schema: Node) throws -> [String: Node] {
    let definitions = try #require(schema["$defs"])
    func resolved(_ node: Node) -> Node {
      guard let name = node["$ref"]?.string?.split(separator: "/").last else { return node }
      return definitions[String(name)] ?? node
    }
    let manifest = try #require(definitions["manifest"])
    var found = ["": manifest]
    var pending = [manifest]
    while let object = pending.popLast() {
      for member in try #require(object["properties"]).members {
        let value = resolved(member.value)
        let inner = resolved(value["items"] ?? value)
        let forms = [inner] + (inner["oneOf"].map { $0.elements.map(resolved) } ?? [])
        for form in forms where form["properties"] != nil {
          let key = try #require(member.key.string)
          found[key] = form
          pending.append(form)
        }
      }
    }
    return found
  }

  private func keys(of object: Node) -> Set<String> {
    Set(object["properties"]?.members.compactMap(\.key.string) ?? [])
  }

  /// The keys that the adapter lists when `yaml` holds the stranger in one mapping.
  private func keysThatTheAdapterKnows(in yaml: String) throws -> Set<String> {
    let contribution = ManifestAdapter.lower(try ParsedText(yaml: yaml).root)
    let diagnostic = try #require(
      contribution.diagnostics.first { $0.message.contains(Self.stranger) }, "\(yaml)")
    let parts = diagnostic.expected?.split(separator: "`") ?? []
    return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }

  @Test func `the schema knows the keys that the adapter reads, and no others`() throws {
    let objects = try objects(in: try schema())
    #expect(objects.count >= 13)
    for (section, object) in objects {
      let stranger = "\(Self.stranger): 1"
      let yaml =
        switch section {
        case "": "server_id: s\n\(stranger)"
        case "tools": "server_id: s\ntools: [{name: t, \(stranger)}]"
        case "approval": "server_id: s\ntools: [{name: t, approval: {\(stranger)}}]"
        case "oauth": "server_id: s\ndownstream: [{name: d, oauth: {\(stranger)}}]"
        default: "server_id: s\n\(section): {\(stranger)}"
        }
      #expect(try keysThatTheAdapterKnows(in: yaml) == keys(of: object), "in \(section)")
    }
  }

  @Test func `the adapter reads every word that the schema offers`() throws {
    var words = 0
    for (section, object) in try objects(in: try schema()) where section != "approval" {
      for member in try #require(object["properties"]).members {
        for word in member.value["enum"]?.elements.compactMap(\.scalarText) ?? [] {
          let key = member.key.string ?? ""
          let yaml =
            switch section {
            case "": "server_id: s\n\(key): \(word)"
            case "tools": "server_id: s\ntools: [{name: t, \(key): \(word)}]"
            case "package", "packages":
              "server_id: s\npackages: [{identifier: i, \(key): \(word)}]"
            case "downstream": "server_id: s\ndownstream: [{name: d, \(key): \(word)}]"
            default: "server_id: s\n\(section): {\(key): \(word)}"
            }
          let contribution = ManifestAdapter.lower(try ParsedText(yaml: yaml).root)
          #expect(contribution.diagnostics == [], "\(key): \(word)")
          words += 1
        }
      }
    }
    #expect(words > 30)
  }
}
