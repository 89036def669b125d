import Estate
import SourceText
import Syntax

/// Keeps the definitions of a catalog's tools in the notation in which they are compared.
///
/// Apart from the reading of tools, because it costs as much again and only few runs compare anything.
enum DefinitionReader {
  /// The definitions in `document`, which is of `kind`, by the place that names each tool.
  static func definitions(in document: Node, of kind: FileKind) -> [SourceSpan: ToolDefinition] {
    var found: [SourceSpan: ToolDefinition] = [:]
    switch kind {
    case .toolCatalog:
      for tool in CatalogAdapter.toolLists(in: document).flatMap(\.elements) {
        if let name = tool["name"] { found[name.span] = definition(by: tool) }
      }
    case .toolSchema:
      if CatalogAdapter.isDefinition(document), let name = document["name"] {
        found[name.span] = definition(by: document)
      } else {
        var definition = ToolDefinition()
        definition[.inputSchema] = part(document)
        found[ToolReader.entry(ofSchema: document)] = definition
      }
    case .dockerCatalogEntry:
      for tool in DockerToolReader.lists(in: document).flatMap(\.tools.elements) {
        guard let name = tool["name"], DockerToolReader.isDefinition(tool) else { continue }
        var definition = ToolDefinition()
        definition[.description] = part(tool["description"])
        definition[.inputSchema] = part(DockerToolReader.schema(of: tool))
        found[name.span] = definition
      }
    default: break
    }
    return found
  }

  /// The members of one `Tool` of the MCP specification.
  private static func definition(by tool: Node) -> ToolDefinition {
    var definition = ToolDefinition()
    definition[.title] = part(tool["title"])
    definition[.description] = part(tool["description"])
    definition[.inputSchema] = part(tool["inputSchema"] ?? tool["input_schema"])
    definition[.outputSchema] = part(tool["outputSchema"] ?? tool["output_schema"])
    definition[.annotations] = part(tool["annotations"])
    return definition
  }

  private static func part(_ node: Node?) -> ToolDefinition.Part? {
    node.map { ToolDefinition.Part(canonicalText: $0.canonicalJSON, span: $0.span) }
  }
}

extension LoweredFile {
  /// The same file with the definitions of the tools that its catalogs show, where `whole` is the file with
  /// all of its trees.
  func defining(toolsOf whole: ParsedFile) -> LoweredFile {
    var definitions: [SourceSpan: ToolDefinition] = [:]
    for document in whole.documents {
      definitions.merge(DefinitionReader.definitions(in: document.node, of: document.kind)) { $1 }
    }
    var defining = self
    for catalog in contribution.catalogs.indices {
      for tool in contribution.catalogs[catalog].tools.indices {
        let entry = contribution.catalogs[catalog].tools[tool].catalogEntry
        defining.contribution.catalogs[catalog].tools[tool].definition = entry.flatMap {
          definitions[$0]
        }
      }
    }
    return defining
  }
}
