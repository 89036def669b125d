import Estate
import SourceText
import Syntax

/// A component of Backstage's catalog that may stand for an MCP server.
struct CatalogComponent: Sendable {
  /// The server that the component's annotation names, else the component's own name.
  let name: Evidence<String>
  /// Whether the component itself says that it is an MCP server.
  let isServer: Bool
  /// Who owns it, as a reference to an entity of Backstage such as `group:default/ledger`.
  let owner: Stated<String>
  /// The stage of life.
  let lifecycle: Stated<String>
}

/// Lowers `catalog-info.yaml`: who owns a component, and at which stage of life it is.
enum BackstageAdapter {
  /// The annotation by which a component names the server that it is.
  static let annotation = "io.github.mcpready/server-id"

  /// The component that `document` describes; nothing for users, groups and other kinds.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    let kind = document["kind"]?.string
    guard kind == "Component" || kind == "API", let metadata = document["metadata"],
      let named = metadata["annotations"]?[annotation] ?? metadata["name"],
      let name = named.string
    else { return contribution }
    let spec = document["spec"]
    contribution.components.append(
      CatalogComponent(
        name: Evidence(name, at: named.span),
        isServer: metadata["annotations"]?[annotation] != nil || isServerType(spec?["type"]),
        owner: text(spec?["owner"]), lifecycle: text(spec?["lifecycle"])))
    return contribution
  }

  private static func isServerType(_ type: Node?) -> Bool {
    ["mcp", "mcp-server", "mcp_server"].contains(type?.string?.lowercased() ?? "")
  }

  private static func text(_ node: Node?) -> Stated<String> {
    guard let node, let text = node.string, !text.isEmpty else { return Stated() }
    return Stated(text, at: node.span)
  }
}
