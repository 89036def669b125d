import Estate
import SourceText
import Syntax

/// Lowers the configurations of MCP clients and agents.
///
/// The family is large and loosely kept together: a mapping of servers under `mcpServers` (Claude Desktop,
/// Cursor and most others), `servers` (VS Code), `context_servers` (Zed), `mcp` (OpenCode) or `extensions`
/// (Goose), a list of them under `mcpServers` (Continue), and the `tools` of an OpenAI-style request with
/// entries of `type: mcp`. What all entries say is lowered; what only one product knows is left.
enum ClientConfigAdapter {
  private static let serverKeys = ["mcpServers", "mcp_servers", "servers", "context_servers"]

  /// Whether `document` lists servers for a client.
  static func recognizes(_ document: Node) -> Bool {
    !serverMaps(in: document).isEmpty || !listedServers(in: document).isEmpty
      || !remoteTools(in: document).isEmpty
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
    for server in listedServers(in: document) + remoteTools(in: document) {
      let label = server["name"] ?? server["server_label"] ?? server["server_url"]
      guard let label, let name = label.scalarText else { continue }
      let entry = ClientEntryReader(agent: agent).entry(
        named: Evidence(name, at: label.span, grade: .configured), server)
      contribution.clientEntries += DockerGatewayAdapter.entries(behind: entry, server)
      contribution.diagnostics += misfits(in: server)
    }
    return contribution
  }

  /// Mappings whose values are entries: each has a command, a URL, or a URL under another name.
  private static func serverMaps(in document: Node) -> [Node] {
    let settings = document["settings"]
    let holders =
      [document, document["mcp"], settings, settings["mcp"]].compactMap { $0 }
      + document["projects"].membersOrNone.map(\.value)
    let maps = holders.flatMap { holder in
      serverKeys.compactMap { holder[$0] }.filter { map in
        map.members.contains { isEntry($0.value) }
      }
    }
    return maps + productMaps(in: document)
  }

  /// Mappings under a name that other formats use as well, which the entries' own words tell apart.
  private static func productMaps(in document: Node) -> [Node] {
    func map(_ key: String, _ isEntry: (Node) -> Bool) -> Node? {
      document[key].flatMap { map in
        map.members.contains { isEntry($0.value) } ? map : nil
      }
    }
    let openCode = map("mcp") { entry in
      switch entry["type"]?.string {
      case "local": entry["command"]?.kind == .sequence
      case "remote": entry["url"] != nil
      default: false
      }
    }
    let goose = map("extensions") { entry in
      switch entry["type"]?.string {
      case "stdio": entry["cmd"] != nil
      case "sse", "streamable_http": entry["uri"] != nil
      default: false
      }
    }
    return [openCode, goose].compactMap { $0 }
  }

  /// Entries with a name of their own, in a list.
  private static func listedServers(in document: Node) -> [Node] {
    ["mcpServers", "mcp_servers"].compactMap { document[$0] }.filter { $0.kind == .sequence }
      .flatMap(\.elements).filter { $0["name"]?.string != nil && isEntry($0) }
  }

  private static func isEntry(_ node: Node) -> Bool {
    node["command"] != nil || node["url"] != nil || node["serverUrl"] != nil
      || node["httpUrl"] != nil
  }

  /// Addresses that are no texts, and so lead nowhere.
  private static func misfits(in entry: Node) -> [Diagnostic] {
    ["url", "serverUrl", "httpUrl"].compactMap { key in
      guard let value = entry[key], value.string == nil, value.kind != .null else { return nil }
      return Diagnostic(
        .warning, at: value.span, "`\(key)` of a server's entry is no text, and so is not read",
        expected: "an address, such as `https://…`")
    }
  }

  private static func remoteTools(in document: Node) -> [Node] {
    guard let tools = document["tools"], tools.kind == .sequence else { return [] }
    return tools.elements.filter { $0["type"]?.string == "mcp" }
  }

  private static let formatNames: Set<String> = [
    "mcp", ".mcp", ".claude", "mcp_config", "mcp-config", "claude_desktop_config", "settings",
    "config",
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
