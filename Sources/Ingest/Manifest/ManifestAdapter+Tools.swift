import Estate
import Reading
import SourceText
import Syntax

/// The tools that a manifest lists.
extension ManifestAdapter {
  /// Reads the list; of two tools with one name both are kept as one tool, and the second is an error.
  static func readTools(of server: inout Server, from reader: inout MappingReader) {
    var positions: [String: Int] = [:]
    for node in reader.elements("tools") {
      guard let tool = tool(node, in: &reader) else { continue }
      guard let position = positions[tool.name] else {
        positions[tool.name] = server.tools.count
        server.tools.append(tool)
        continue
      }
      if let first = server.tools[position].manifestEntry, let second = tool.manifestEntry {
        reader.report(
          .error, at: second, "the tool `\(tool.name)` is listed twice",
          advice: "remove one of the two, or give it another name",
          related: [Diagnostic.Related(span: first, message: "first listed here")])
      }
      server.tools[position].merge(tool)
    }
    server.tools.sort { $0.name < $1.name }
  }

  private static func tool(_ node: Node, in reader: inout MappingReader) -> Tool? {
    guard node.kind == .mapping else {
      return reader.text(of: node, called: "tools").map(listed)
    }
    let read = reader.mapping(at: node, called: "an entry of `tools`") { entry -> Tool? in
      guard let name = entry.required("name") else {
        _ = entry.remainingMembers()
        return nil
      }
      var tool = listed(name)
      describe(&tool, from: &entry)
      protect(&tool, from: &entry)
      return tool
    }
    return read ?? nil
  }

  private static func listed(_ name: Evidence<String>) -> Tool {
    var tool = Tool(name: name.value)
    tool.manifestEntry = name.span
    return tool
  }

  private static func describe(_ tool: inout Tool, from entry: inout MappingReader) {
    tool.title = Stated(entry.string("title"))
    tool.description = Stated(entry.string("description"))
    tool.owner = Stated(entry.string("owner"))
    tool.purpose = Stated(entry.string("purpose"))
    tool.schemaReference = Stated(entry.document("schema_ref"))
    tool.isEnabled = Stated(entry.boolean("enabled"))
    tool.businessNeed = Stated(entry.string("business_need"))
  }

  private static func protect(_ tool: inout Tool, from entry: inout MappingReader) {
    tool.declaredClass = Stated(entry.choice("class", from: ManifestVocabulary.toolClass))
    tool.sensitivity = Stated(entry.choice("data_sensitivity"))
    tool.scopes = entry.strings("scopes")
    let approval = ApprovalDemand(readFrom: &entry)
    tool.requiresApproval = Stated(approval.isRequired)
    tool.approvers = Stated(approval.approvers)
    tool.idempotency = Stated(entry.string("idempotency"))
    tool.reversal = Stated(entry.string("reversal"))
    tool.maxResultBytes = Stated(entry.byteCount("max_result_bytes"))
  }
}
