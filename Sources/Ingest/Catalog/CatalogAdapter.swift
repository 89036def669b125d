import Estate
import SourceText
import Syntax

/// Lowers `tools/list` results and the schema files of single tools.
///
/// Understood are the bare result, its JSON-RPC envelope, a list of definitions, a recorded exchange (a list
/// of messages, of which `initialize` names the server), one definition, and one bare input schema.
enum CatalogAdapter {
  /// Whether `document` is a `tools/list` result in one of its wrappings.
  static func recognizes(_ document: Node) -> Bool {
    toolLists(in: document).contains { list in
      list.elements.contains { isDefinition($0) }
        || (list.count == 0 && (document["result"] != nil || document["tools"] != nil))
    } || ServerTexts.areAll(of: document)
  }

  /// Whether `document` defines one tool.
  static func isDefinition(_ document: Node) -> Bool {
    document["name"]?.string != nil
      && (document["inputSchema"] ?? document["input_schema"])?.kind == .mapping
  }

  /// Whether `document` is a JSON Schema of an object.
  static func isSchema(_ document: Node) -> Bool {
    guard document.kind == .mapping else { return false }
    return document["type"]?.string == "object"
      && (document["properties"] != nil || document["additionalProperties"] != nil)
      || document["$schema"]?.string?.contains("json-schema.org") ?? false
  }

  /// The tools of a `tools/list` result; those of a long one are read side by side.
  static func lower(_ document: Node) async -> Contribution {
    var contribution = Contribution()
    var passages = ServerTexts.passages(in: document)
    let lists = toolLists(in: document)
    for (index, list) in lists.enumerated() {
      let info = serverInfo(in: document)
      let tools = await tools(in: list, into: &contribution)
      var fragment = CatalogFragment(
        span: anchor(of: list), path: document.tree.source.path, serverName: info?.name,
        serverVersion: info?.version, tools: tools)
      // What stands beside several lists is told once.
      fragment.passages = passages
      passages = []
      // Of the pages of one exchange the last one says whether another follows.
      if index == lists.count - 1 { fragment.cursor = cursor(of: document) }
      let errors = fragment.redefinitionErrors
      fragment.isAmbiguous = !errors.isEmpty
      contribution.diagnostics += errors
      contribution.catalogs.append(fragment)
    }
    if contribution.catalogs.isEmpty {
      contribution.catalogs.append(textFragment(of: document, passages))
    }
    return contribution
  }

  /// Where the last result in `document` says that it goes on: `nextCursor` of the MCP specification.
  private static func cursor(of document: Node) -> Evidence<String>? {
    let pages =
      document.kind == .sequence
      ? document.elements.filter { !toolLists(in: $0).isEmpty } : [document]
    let last = pages.last
    guard let result = last?["result"] ?? last, let cursor = result["nextCursor"],
      let text = cursor.string, !text.isEmpty
    else { return nil }
    return Evidence(text, at: cursor.span, grade: .configured)
  }

  /// How many tools are read in one go; most catalogs have fewer.
  private static let partSize = 64

  private static func tools(
    in list: Node, into contribution: inout Contribution
  ) async -> [Tool] {
    let definitions = Array(list.elements)
    let parts = stride(from: 0, to: definitions.count, by: partSize).map {
      definitions[$0..<min($0 + partSize, definitions.count)]
    }
    let read = await ParallelWork.results(of: parts) { part in
      var notes = Contribution()
      return (part.compactMap { ToolReader.tool(from: $0, into: &notes) }, notes)
    }
    for (_, notes) in read { contribution.append(notes) }
    return read.flatMap { $0.0 }
  }

  /// A fragment that lists no tools and says nothing about which there are.
  private static func textFragment(
    of document: Node, _ passages: [SuspectPassage]
  ) -> CatalogFragment {
    let info = serverInfo(in: document)
    var fragment = CatalogFragment(
      span: document.span, path: document.tree.source.path, serverName: info?.name,
      serverVersion: info?.version, tools: [])
    fragment.passages = passages
    fragment.isTextOnly = true
    return fragment
  }

  /// The one tool of a definition or of a bare input schema, whose tool has no name of its own.
  static func lowerSchemaFile(_ document: Node) -> Contribution {
    var contribution = Contribution()
    let tool =
      isDefinition(document)
      ? ToolReader.tool(from: document, into: &contribution)
      : ToolReader.tool(fromInputSchema: document, into: &contribution)
    if let tool {
      var fragment = CatalogFragment(
        span: tool.catalogEntry ?? document.span, path: document.tree.source.path, tools: [tool])
      fragment.isLoneTool = !tool.name.isEmpty
      contribution.catalogs.append(fragment)
    }
    return contribution
  }

  /// Every list of tool definitions in `document`.
  static func toolLists(in document: Node) -> [Node] {
    switch document.kind {
    case .mapping:
      let result = document["result"] ?? document
      guard !isSamplingRequest(result) else { return [] }
      if let tools = result["tools"], tools.kind == .sequence { return [tools] }
      return []
    case .sequence:
      if document.elements.contains(where: isDefinition) { return [document] }
      return document.elements.flatMap { element in
        element["jsonrpc"] == nil ? [] : toolLists(in: element)
      }
    default: return []
    }
  }

  /// Whether `document` holds the parameters of `sampling/createMessage`, whose tools are those of one
  /// request to a model, and not what a server offers.
  static func isSamplingRequest(_ document: Node) -> Bool {
    document["messages"]?.kind == .sequence && document["maxTokens"] != nil
  }

  /// What `initialize` or the surroundings of the list say about the server.
  private static func serverInfo(
    in document: Node
  ) -> (name: Evidence<String>, version: Evidence<String>?)? {
    let candidates = document.kind == .sequence ? Array(document.elements) : [document]
    for candidate in candidates {
      let result = candidate["result"]
      let info =
        candidate["serverInfo"] ?? result["serverInfo"]
        ?? result["_meta"]["io.modelcontextprotocol/serverInfo"]
        ?? candidate["_meta"]["io.modelcontextprotocol/serverInfo"]
      guard let name = info["name"], let text = name.string else { continue }
      let version = info["version"].flatMap { version in
        version.scalarText.map { Evidence($0, at: version.span, grade: .configured) }
      }
      return (Evidence(text, at: name.span, grade: .configured), version)
    }
    return nil
  }

  /// The first bytes of a list, because all of a long one is no place to point at.
  private static func anchor(of list: Node) -> SourceSpan {
    guard let first = list.elements.makeIterator().nextName else { return list.span }
    return first
  }
}

extension Children {
  /// The place of the name of the first definition.
  fileprivate var nextName: SourceSpan? {
    var rest = self
    return rest.next()?["name"]?.span
  }
}
