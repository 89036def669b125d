import Estate
import SourceText
import Syntax

/// Lowers the configurations of MCP clients and agents.
///
/// The family is large and loosely kept together: a mapping of servers under `mcpServers` (Claude Desktop,
/// Cursor and most others), `servers` (VS Code) or `context_servers` (Zed), and the `tools` of an OpenAI-style
/// request with entries of `type: mcp`. What all entries say is lowered; what only one product knows is left.
enum ClientConfigAdapter {
  private static let serverKeys = ["mcpServers", "mcp_servers", "servers", "context_servers"]

  /// Whether `document` lists servers for a client.
  static func recognizes(_ document: Node) -> Bool {
    !serverMaps(in: document).isEmpty || !remoteTools(in: document).isEmpty
  }

  /// The entries of `document`.
  ///
  /// The agent is the one that the file names under `agent_id`, `agent` or `client`; else it is called after
  /// the file or, where the file has the name of the format, after the folder that holds it.
  static func lower(_ document: Node, in file: SourceFile) -> Contribution {
    var contribution = Contribution()
    let agent = agent(of: document, in: file)
    for map in serverMaps(in: document) {
      for member in map.members where member.value.kind == .mapping {
        guard let name = member.key.scalarText else { continue }
        let entry = ClientEntryReader(agent: agent).entry(
          named: Evidence(name, at: member.key.span, grade: .configured), member.value)
        contribution.clientEntries += DockerGatewayAdapter.entries(behind: entry, member.value)
        contribution.diagnostics += misfits(in: member.value)
      }
    }
    for tool in remoteTools(in: document) {
      let label = tool["server_label"] ?? tool["server_url"]
      guard let label, let name = label.scalarText else { continue }
      contribution.clientEntries.append(
        ClientEntryReader(agent: agent).entry(
          named: Evidence(name, at: label.span, grade: .configured), tool))
    }
    return contribution
  }

  /// Mappings whose values are entries: each has a command, a URL, or a URL under another name.
  private static func serverMaps(in document: Node) -> [Node] {
    let holders = [document, document["mcp"], document["settings"]].compactMap { $0 }
    return holders.flatMap { holder in
      serverKeys.compactMap { holder[$0] }.filter { map in
        map.kind == .mapping
          && map.members.contains { isEntry($0.value) }
      }
    }
  }

  private static func isEntry(_ node: Node) -> Bool {
    node["command"] != nil || node["url"] != nil || node["serverUrl"] != nil
      || node["httpUrl"] != nil
  }

  /// Addresses and commands that are no texts, and so lead nowhere.
  private static func misfits(in entry: Node) -> [Diagnostic] {
    ["command", "url", "serverUrl", "httpUrl"].compactMap { key in
      guard let value = entry[key], value.string == nil else { return nil }
      return Diagnostic(
        .warning, at: value.span, "`\(key)` of a server's entry is no text, and so is not read",
        expected: key == "command" ? "the name of a program" : "an address, such as `https://…`")
    }
  }

  private static func remoteTools(in document: Node) -> [Node] {
    guard let tools = document["tools"], tools.kind == .sequence else { return [] }
    return tools.elements.filter { $0["type"]?.string == "mcp" }
  }

  private static let formatNames: Set<String> = [
    "mcp", ".mcp", "mcp_config", "mcp-config", "claude_desktop_config", "settings", "config",
    "mcp_settings", "cline_mcp_settings",
  ]
  private static let productFolders: Set<String> = [
    ".vscode", ".cursor", ".claude", ".codeium", ".windsurf", ".gemini", ".mcp",
  ]

  /// What the agent is called whose configuration `file` is.
  static func agent(of document: Node, in file: SourceFile) -> String {
    for key in ["agent_id", "agent", "client"] {
      if let name = document[key]?.string, !name.isEmpty { return name }
    }
    var parts = file.path.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? file.path
    let stem = last.hasPrefix(".") ? last : String(last.prefix { $0 != "." })
    if !formatNames.contains(stem.hasSuffix(".json") ? String(stem.dropLast(5)) : stem) {
      return stem
    }
    while let folder = parts.popLast() {
      if !productFolders.contains(folder), folder != "." { return folder }
    }
    return stem
  }
}
