import Estate
import SourceText
import Syntax

/// Reads one `Tool` of the MCP specification.
enum ToolReader {
  /// The tool that `node` defines; `nil`, with a diagnostic, where it has no name.
  static func tool(from node: Node, into contribution: inout Contribution) -> Tool? {
    guard var tool = describedTool(from: node, into: &contribution) else { return nil }
    if let schema = node["inputSchema"] ?? node["input_schema"] {
      tool.input = InputSchemaReader.read(schema)
    }
    let output = node["outputSchema"] ?? node["output_schema"]
    tool.hasOutputSchema = Stated(
      output != nil, at: output?.span ?? tool.catalogEntry ?? node.span, grade: .configured)
    tool.resultBounds = ResultBoundsReader.bounds(of: node, asking: tool.input)
    return tool
  }

  /// The tool that `node` defines without its schemas; `nil`, with a diagnostic, where it has no name.
  static func describedTool(
    from node: Node, into contribution: inout Contribution
  ) -> Tool? {
    guard let name = node["name"], let text = name.string, !text.isEmpty else {
      contribution.diagnostics.append(
        Diagnostic(
          at: node.span, "a tool without a name is not read", expected: "`name` with a text",
          advice: "a `tools/list` result names every tool"))
      return nil
    }
    var tool = Tool(name: text)
    tool.catalogEntry = name.span
    tool.title = self.text(node["title"] ?? node["annotations"]?["title"])
    tool.description = self.text(node["description"])
    tool.annotations = annotations(node["annotations"])
    tool.passages = PassageReader.passages(ofTool: node)
    tool.hiddenText =
      HiddenTextScanner.sightings(in: node) + HiddenText.sightings(in: tool.passages)
    return tool
  }

  /// A tool without a name, of which only the input schema is known.
  static func tool(
    fromInputSchema schema: Node, into contribution: inout Contribution
  ) -> Tool? {
    guard CatalogAdapter.isSchema(schema) else {
      contribution.diagnostics.append(
        Diagnostic(
          .warning, at: schema.span, "the file is neither a tool nor a JSON Schema of an object",
          expected: "a tool with `name` and `inputSchema`, or a schema with `type: object`"))
      return nil
    }
    var tool = Tool(name: "")
    tool.catalogEntry = entry(ofSchema: schema)
    tool.description = text(schema["description"])
    tool.input = InputSchemaReader.read(schema)
    tool.passages = PassageReader.passages(ofTool: schema)
    tool.hiddenText =
      HiddenTextScanner.sightings(in: schema) + HiddenText.sightings(in: tool.passages)
    return tool
  }

  /// The place that stands for a bare input schema.
  static func entry(ofSchema schema: Node) -> SourceSpan {
    schema["title"]?.span ?? schema["properties"].map(\.span) ?? schema.span
  }

  private static func text(_ node: Node?) -> Stated<String> {
    guard let node, let text = node.string else { return Stated() }
    return Stated(text, at: node.span, grade: .configured)
  }

  private static func annotations(_ node: Node?) -> ToolAnnotations {
    var annotations = ToolAnnotations()
    func hint(_ key: String) -> Stated<Bool> {
      guard let value = node[key], let boolean = value.boolean else { return Stated() }
      return Stated(boolean, at: value.span, grade: .configured)
    }
    annotations.readOnly = hint("readOnlyHint")
    annotations.destructive = hint("destructiveHint")
    annotations.idempotent = hint("idempotentHint")
    annotations.openWorld = hint("openWorldHint")
    return annotations
  }
}
