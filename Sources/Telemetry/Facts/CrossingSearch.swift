import Estate

/// Finds sessions in which a write to the outside came after a read of untrusted or sensitive content.
struct CrossingSearch {
  /// How many crossings into one server are listed.
  private static let limit = 50

  /// A tool of a server, by the numbers of their names.
  private struct ToolKey: Hashable, Comparable {
    let server: UInt32
    let tool: UInt32

    static func < (left: ToolKey, right: ToolKey) -> Bool {
      (left.server, left.tool) < (right.server, right.tool)
    }
  }

  /// What a tool can be part of.
  private struct Role {
    var kinds: [Crossing.Kind] = []
    var isSink = false
  }

  /// A read, by its kind, and the write after it.
  private struct Path: Hashable {
    let kind: Crossing.Kind
    let source: ToolKey
    let sink: ToolKey
  }

  private let summary: TelemetrySummary
  private var roles: [ToolKey: Role] = [:]
  private var sessions: [Path: Int] = [:]
  private var sinkSessions: [ToolKey: Int] = [:]

  /// Searches the sessions of `summary`, whose tools are those of `servers`.
  init(_ summary: TelemetrySummary, servers: [Server]) {
    self.summary = summary
    let places = Dictionary(
      summary.names.enumerated().map { ($0.element, UInt32($0.offset)) }
    ) { first, _ in first }
    for server in servers {
      guard let serverNumber = places[server.id] else { continue }
      for tool in server.tools {
        guard let toolNumber = places[tool.name], let role = Self.role(of: tool, server) else {
          continue
        }
        roles[ToolKey(server: serverNumber, tool: toolNumber)] = role
      }
    }
    if roles.isEmpty { return }
    for session in summary.tallies.flows.sessions { take(session) }
  }

  /// The crossings into each server, by its name, the most frequent first.
  var crossings: [String: [Crossing]] {
    var found: [UInt32: [Crossing]] = [:]
    let ordered = sessions.sorted {
      ($1.value, $0.key.source, $0.key.sink, $0.key.kind.rawValue)
        < ($0.value, $1.key.source, $1.key.sink, $1.key.kind.rawValue)
    }
    for (path, count) in ordered where found[path.sink.server]?.count ?? 0 < Self.limit {
      found[path.sink.server, default: []].append(
        Crossing(
          kind: path.kind, sourceServer: name(path.source.server),
          sourceTool: name(path.source.tool), sinkTool: name(path.sink.tool),
          sessions: Count(matching: count, total: sinkSessions[path.sink] ?? count)))
    }
    return Dictionary(found.map { (name($0.key), $0.value) }) { first, _ in first }
  }

  private mutating func take(_ session: [SessionFlows.Use]) {
    var sources: [(use: SessionFlows.Use, kinds: [Crossing.Kind])] = []
    var sinks: [(key: ToolKey, last: Timestamp)] = []
    for use in session {
      guard let role = roles[ToolKey(server: use.server, tool: use.tool)] else { continue }
      if !role.kinds.isEmpty { sources.append((use, role.kinds)) }
      if role.isSink, let last = use.lastUnapproved {
        sinks.append((ToolKey(server: use.server, tool: use.tool), last))
      }
    }
    for sink in sinks {
      sinkSessions[sink.key, default: 0] += 1
      for source in sources where source.use.first < sink.last {
        let key = ToolKey(server: source.use.server, tool: source.use.tool)
        for kind in source.kinds {
          sessions[Path(kind: kind, source: key, sink: sink.key), default: 0] += 1
        }
      }
    }
  }

  private func name(_ number: UInt32) -> String { summary.names[Int(number)] }

  /// What `tool` is, as far as somebody has said what it does; a name in a log alone says too little.
  private static func role(of tool: Tool, _ server: Server) -> Role? {
    guard tool.manifestEntry != nil || tool.catalogEntry != nil,
      let toolClass = tool.effectiveClass
    else { return nil }
    var role = Role()
    if toolClass == .irreversibleWrite { role.isSink = true }
    if !toolClass.changesState {
      let sensitivity = tool.sensitivity.value ?? server.dataSensitivity.value
      if let sensitivity, sensitivity >= .confidential { role.kinds.append(.sensitive) }
      if tool.annotations.openWorld.value == true { role.kinds.append(.untrusted) }
    }
    return role.isSink || !role.kinds.isEmpty ? role : nil
  }
}
