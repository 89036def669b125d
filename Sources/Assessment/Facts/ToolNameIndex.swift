import Estate

/// Which tools of a fleet an agent could take for one another, by their names or their descriptions.
///
/// Tools are compared only where one agent sees both, so that the time is linear in what agents see.
struct ToolNameIndex: Sendable {
  /// A tool of another server than the one that was asked about, and an agent that sees both.
  struct Entry: Hashable, Sendable {
    let server: String
    let tool: String
    let agent: String
  }

  /// What one agent sees under one name or one description.
  private struct View: Hashable, Sendable {
    let agent: String
    let key: String
  }

  /// A tool with what it is compared by.
  private struct Described {
    let entry: Entry
    let plainName: String
    let description: ToolDescription
  }

  /// Tools by how their names look, without case, separators and version.
  private var byName: [View: [Entry]] = [:]
  /// Tools by the longest words of their descriptions.
  private var bySignature: [View: [Described]] = [:]
  /// Servers by the exact names of their tools.
  private var owners: [String: Set<String>] = [:]
  /// Tools by their servers and their descriptions.
  private var byDescription: [[String]: [String]] = [:]
  /// The agents that see each server and another one, sorted.
  private var viewers: [String: [String]] = [:]

  /// More tools of one name than anybody lists in a finding.
  private static let limit = 20
  /// Descriptions with the same longest words that are compared.
  private static let comparisons = 200
  /// The share of common words from which on two descriptions say the same.
  private static let nearness = 0.85
  /// Shorter descriptions are alike by chance.
  private static let fewestWords = 5

  /// The index of the tools that catalogs and manifests of `fleet` list.
  init(of fleet: Fleet) {
    for agent in fleet.agents.sorted(by: { $0.id < $1.id }) where agent.servers.count > 1 {
      for server in agent.servers { viewers[server, default: []].append(agent.id) }
    }
    for server in fleet.servers {
      for tool in server.tools where tool.catalogEntry != nil || tool.manifestEntry != nil {
        owners[tool.name, default: []].insert(server.id)
        add(tool, of: server.id)
      }
    }
  }

  private mutating func add(_ tool: Tool, of server: String) {
    let agents = viewers[server] ?? []
    let name = Self.plainName(tool.name)
    let description = ToolDescription(of: tool)
    if description.words.count >= Self.fewestWords {
      byDescription[[server, Self.plainDescription(of: tool)], default: []].append(tool.name)
    }
    if agents.isEmpty { return }
    let signature = Self.signature(of: description)
    for agent in agents {
      let entry = Entry(server: server, tool: tool.name, agent: agent)
      byName[View(agent: agent, key: name), default: []].append(entry)
      if description.words.count >= Self.fewestWords {
        bySignature[View(agent: agent, key: signature), default: []].append(
          Described(entry: entry, plainName: name, description: description))
      }
    }
  }

  /// Whether `name` is a tool of other servers than `server` alone.
  func belongsElsewhere(_ name: String, than server: String) -> Bool {
    guard let owners = owners[name] else { return false }
    return !owners.contains(server)
  }

  /// Tools of other servers whose names look like that of `tool`, each with the first agent that sees both.
  func namesakes(of tool: Tool, on server: String) -> [Entry] {
    let name = Self.plainName(tool.name)
    return distinct(
      (viewers[server] ?? []).lazy.flatMap { byName[View(agent: $0, key: name)] ?? [] }
        .filter { $0.server != server })
  }

  /// Tools of other servers whose descriptions say what that of `tool` says, under another name.
  func lookalikes(of tool: Tool, on server: String) -> [Entry] {
    let description = ToolDescription(of: tool)
    guard description.words.count >= Self.fewestWords else { return [] }
    let name = Self.plainName(tool.name)
    let signature = Self.signature(of: description)
    return distinct(
      (viewers[server] ?? []).lazy
        .flatMap { (bySignature[View(agent: $0, key: signature)] ?? []).prefix(Self.comparisons) }
        .filter { other in
          other.entry.server != server && other.plainName != name
            && description.isSimilar(to: other.description, nearness: Self.nearness)
        }.map(\.entry))
  }

  /// Other tools of `server` that are described in exactly the words of `tool`.
  ///
  /// Tools of one family are described alike on purpose, so that nothing less than all words counts.
  func twins(of tool: Tool, on server: String) -> [Entry] {
    guard ToolDescription(of: tool).words.count >= Self.fewestWords else { return [] }
    let names = byDescription[[server, Self.plainDescription(of: tool)]] ?? []
    return names.filter { $0 != tool.name }.sorted().prefix(Self.limit).map {
      Entry(server: server, tool: $0, agent: "every client")
    }
  }

  /// The description of `tool` without case and the width of its blanks.
  private static func plainDescription(of tool: Tool) -> String {
    (tool.description.value ?? "").lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The first of `entries` for each tool.
  private func distinct(_ entries: some Sequence<Entry>) -> [Entry] {
    var taken: Set<[String]> = []
    var distinct: [Entry] = []
    for entry in entries where taken.insert([entry.server, entry.tool]).inserted {
      distinct.append(entry)
      if distinct.count == Self.limit { break }
    }
    return distinct
  }

  /// `name` as it looks at a glance: `getUser_v2` and `get-user` are alike.
  static func plainName(_ name: String) -> String {
    let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." }
    let stem = plain.prefix(plain.count - plain.reversed().prefix { $0.isNumber }.count)
    guard stem.count < plain.count, stem.count > 1, stem.last == "v" else { return plain }
    return String(stem.dropLast())
  }

  /// Descriptions that say the same have the same longest words.
  private static func signature(of description: ToolDescription) -> String {
    description.words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(3)
      .joined(separator: " ")
  }
}
