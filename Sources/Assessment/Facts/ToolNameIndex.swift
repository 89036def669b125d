import Estate

/// Which tools of a fleet an agent could take for one another, by their names or their descriptions.
///
/// Tools are compared only where one agent sees both, so that the time is linear in what agents see. Names
/// and words are compared as numbers, which the index gives them in the order in which it meets them.
struct ToolNameIndex: Sendable {
  /// A tool of another server than the one that was asked about, and an agent that sees both.
  struct Entry: Hashable, Sendable {
    let server: String
    let tool: String
    let agent: String
  }

  /// What one agent sees under one name or one signature.
  private struct View: Hashable {
    let agent: Int
    let key: Int
  }

  /// A tool with what it is compared by.
  private struct Listed: Sendable {
    /// The place of its server in the fleet.
    let server: Int
    let name: String
    let plainName: Int
    /// The words of the description, sorted by number; empty where there are too few to compare.
    let words: [Int]
    /// The longest of the words; `nil` where the tool is compared with no other.
    let signature: Int?
    /// Whether the description says anything, and whether more than the name.
    let isDescribed: Bool
    let isSpecific: Bool

    init(_ wording: ToolWording, of server: Int, _ texts: inout Numbering) {
      self.server = server
      name = wording.name
      plainName = texts.number(of: wording.plainName)
      words = wording.words.map { texts.number(of: $0) }.sorted()
      signature = wording.signature.map { texts.number(of: $0) }
      isDescribed = wording.isDescribed
      isSpecific = wording.isSpecific
    }
  }

  /// The tools of one server, and who sees them.
  private struct Listing: Sendable {
    /// The places among all tools, by name.
    var tools: [String: Int] = [:]
    /// The agents that see the server and another one, in their order.
    var viewers: [Int] = []
    /// For tools that are described in the same words, the names of all of them, sorted.
    var twins: [String: [String]] = [:]
  }

  /// The agents that see several servers, sorted.
  private let agents: [String]
  private let servers: [String]
  private var listings: [String: Listing] = [:]
  private var listed: [Listed] = []
  /// Tools by how their names look, without case, separators and version.
  private var byName: [View: [Int]] = [:]
  /// Tools by the longest words of their descriptions.
  private var bySignature: [View: [Int]] = [:]
  /// Servers by the exact names of their tools.
  private var owners: [String: Set<String>] = [:]

  /// As many tools as a finding names.
  private static let limit = 5
  /// Descriptions with the same longest words that are compared.
  private static let comparisons = 200
  /// The share of common words from which on two descriptions say the same.
  private static let nearness = 0.85

  /// The index of the tools that catalogs and manifests of `fleet` list.
  init(of fleet: Fleet) {
    self.init(of: fleet, ToolWording.all(of: fleet, seen: Self.seenServers(of: fleet)))
  }

  /// The same, the texts of the tools found on several threads.
  static func sideBySide(of fleet: Fleet) async -> ToolNameIndex {
    ToolNameIndex(
      of: fleet, await ToolWording.allSideBySide(of: fleet, seen: seenServers(of: fleet)))
  }

  /// The servers that some agent sees beside others.
  private static func seenServers(of fleet: Fleet) -> Set<String> {
    fleet.agents.lazy.filter { $0.servers.count > 1 }.reduce(into: []) { $0.formUnion($1.servers) }
  }

  private init(of fleet: Fleet, _ wordings: [[ToolWording]]) {
    let seeing = fleet.agents.filter { $0.servers.count > 1 }.sorted { $0.id < $1.id }
    agents = seeing.map(\.id)
    servers = fleet.servers.map(\.id)
    for (number, agent) in seeing.enumerated() {
      for server in agent.servers { listings[server, default: Listing()].viewers.append(number) }
    }
    var texts = Numbering()
    for (number, tools) in wordings.enumerated() { add(tools, of: number, &texts) }
  }

  private mutating func add(
    _ tools: [ToolWording], of number: Int, _ texts: inout Numbering
  ) {
    let server = servers[number]
    var listing = listings[server] ?? Listing()
    var alike: [String: [String]] = [:]
    for wording in tools {
      let place = listed.count
      let tool = Listed(wording, of: number, &texts)
      listed.append(tool)
      listing.tools[tool.name] = place
      owners[tool.name, default: []].insert(server)
      if !wording.plainDescription.isEmpty {
        alike[wording.plainDescription, default: []].append(tool.name)
      }
      for agent in listing.viewers {
        byName[View(agent: agent, key: tool.plainName), default: []].append(place)
        if let signature = tool.signature {
          bySignature[View(agent: agent, key: signature), default: []].append(place)
        }
      }
    }
    for names in alike.values where names.count > 1 {
      let sorted = names.sorted()
      for name in names { listing.twins[name] = sorted }
    }
    listings[server] = listing
  }

  /// Whether the description of the listed `tool` of `server` says anything.
  func isDescribed(_ tool: String, on server: String) -> Bool {
    own(tool, on: server)?.isDescribed ?? false
  }

  /// Whether the description of the listed `tool` of `server` says more than its name.
  func isSpecific(_ tool: String, on server: String) -> Bool {
    own(tool, on: server)?.isSpecific ?? false
  }

  private func own(_ tool: String, on server: String) -> Listed? {
    listings[server]?.tools[tool].map { listed[$0] }
  }

  /// Whether `name` is a tool of other servers than `server` alone.
  func belongsElsewhere(_ name: String, than server: String) -> Bool {
    guard let owners = owners[name] else { return false }
    return !owners.contains(server)
  }

  /// Tools of other servers whose names look like that of `tool`, each with the first agent that sees both.
  func namesakes(of tool: String, on server: String) -> [Entry] {
    guard let listing = listings[server], let own = listing.tools[tool] else { return [] }
    return entries(in: byName, under: listed[own].plainName, seenBy: listing.viewers) { other in
      listed[other].server != listed[own].server
    }
  }

  /// Tools of other servers whose descriptions say what that of `tool` says, under another name.
  func lookalikes(of tool: String, on server: String) -> [Entry] {
    guard let listing = listings[server], let own = listing.tools[tool],
      let signature = listed[own].signature
    else { return [] }
    return entries(
      in: bySignature, under: signature, seenBy: listing.viewers, among: Self.comparisons
    ) { other in
      listed[other].plainName != listed[own].plainName
        && listed[other].server != listed[own].server
        && Self.isSimilar(listed[other].words, listed[own].words)
    }
  }

  /// Other tools of `server` that are described in exactly the words of `tool`.
  ///
  /// Tools of one family are described alike on purpose, so that nothing less than all words counts.
  func twins(of tool: String, on server: String) -> [Entry] {
    let names = listings[server]?.twins[tool] ?? []
    return names.lazy.filter { $0 != tool }.prefix(Self.limit).map {
      Entry(server: server, tool: $0, agent: "every client")
    }
  }

  /// The first tools of `table` that each of `viewers` sees under `key` and that are `wanted`, each once;
  /// of each table's row only the first `count`.
  private func entries(
    in table: [View: [Int]], under key: Int, seenBy viewers: [Int], among count: Int = .max,
    _ isWanted: (Int) -> Bool
  ) -> [Entry] {
    var taken: Set<Int> = []
    var entries: [Entry] = []
    for agent in viewers {
      for place in table[View(agent: agent, key: key), default: []].prefix(count)
      where isWanted(place) && taken.insert(place).inserted {
        let other = listed[place]
        entries.append(
          Entry(server: servers[other.server], tool: other.name, agent: agents[agent]))
        if entries.count == Self.limit { return entries }
      }
    }
    return entries
  }

  /// Whether two sorted lists have at least the share `nearness` of their words in common.
  private static func isSimilar(_ left: [Int], _ right: [Int]) -> Bool {
    // What has many more words cannot be near, whatever they are.
    let (few, many) = (min(left.count, right.count), max(left.count, right.count))
    guard Double(few) >= nearness * Double(many) else { return false }
    var (first, second, common) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] { common += 1 }
      let isBehind = left[first] <= right[second]
      if left[first] >= right[second] { second += 1 }
      if isBehind { first += 1 }
    }
    return Double(common) / Double(few + many - common) >= nearness
  }
}

extension ToolNameIndex {
  /// Numbers for texts: equal ones for equal texts.
  private struct Numbering {
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
      if let number = numbers[text] { return number }
      let next = numbers.count
      numbers[text] = next
      return next
    }
  }
}
