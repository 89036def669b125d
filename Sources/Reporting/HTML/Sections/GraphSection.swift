import Assessment
import Estate

/// Who calls whom, and what the loss of each server takes with it.
struct GraphSection {
  private let context: HTMLContext
  private let graph: DependencyGraph
  private let rows: [Row]

  /// What one node of the graph means for the others.
  private struct Row {
    let node: DependencyGraph.Node
    /// Agents that lose something without it.
    let agents: Int
    /// Servers that lose something without it.
    let servers: Int
    /// Servers and systems that it can reach.
    let reach: Int

    var dependents: Int { agents + servers }
  }

  init(_ context: HTMLContext) {
    self.context = context
    let graph = context.assessment.graph
    self.graph = graph
    rows = graph.nodes.filter { $0.kind == .server || $0.kind == .system }.map { node in
      let dependents = graph.dependents(on: node)
      return Row(
        node: node, agents: dependents.count { $0.kind == .agent },
        servers: dependents.count { $0.kind == .server }, reach: graph.behind(node).count)
    }.sorted { left, right in
      if left.dependents != right.dependents { return left.dependents > right.dependents }
      return left.reach != right.reach ? left.reach > right.reach : left.node < right.node
    }
  }

  /// The section; `nil` where nothing calls anything.
  var section: HTMLSection? {
    guard !graph.edges.isEmpty else { return nil }
    let selection = GraphSelection(
      of: graph,
      dependents: Dictionary(
        rows.map { ($0.node, $0.dependents) }, uniquingKeysWith: { first, _ in first }),
      limit: context.limits.nodes)
    let drawing = GraphDrawing(selection, hubSize: hubSize, summary: summary)
    return HTMLSection(
      id: "graph", title: "Dependencies and blast radius", shortTitle: "Dependencies",
      content:
        "<p>\(summary)</p>\n\(worst)\(drawing.fragment)\(note(selection))\(table)")
  }

  private var agentCount: Int { graph.nodes.count { $0.kind == .agent } }

  /// So many dependents make a node stand out: half of the agents, and never fewer than three.
  private var hubSize: Int { max(3, (agentCount + 1) / 2) }

  private var summary: Fragment<HTML> {
    let counts = DependencyGraph.Kind.allCases.map { kind in
      counted(graph.nodes.count { $0.kind == kind }, kind.rawValue)
    }
    return
      "\(counts.joined(separator: ", ")); \(counted(graph.edges.count, "connection")) that the sources name."
  }

  private var worst: Fragment<HTML> {
    guard let first = rows.first, first.dependents > 0 else { return "" }
    let all: Fragment<HTML> =
      first.agents == agentCount && agentCount > 1 ? ", which is every agent" : ""
    return
      "<p>The widest blast radius is that of \(name(of: first.node)): without it \(counted(first.agents, "agent")) and \(counted(first.servers, "server")) lose something\(all).</p>\n"
  }

  private func note(_ selection: GraphSelection) -> Fragment<HTML> {
    let hidden: Fragment<HTML> =
      selection.hiddenCount > 0
      ? " \(selection.hiddenCount) of \(graph.nodes.count) nodes, those with the smallest blast radius, are drawn as one box of each kind."
      : ""
    return
      "<p class=\"muted\">The number in a box counts the agents and servers that lose something without it; a thick border marks those that at least \(hubSize) depend on.\(hidden)</p>\n"
  }

  private var table: Fragment<HTML> {
    var table = HTMLTable(
      "What each server and system is to the others, widest blast radius first",
      [
        .init("Server or system"), .init("Kind"), .number("Agents without it"),
        .number("Servers without it"), .number("Reach behind it"), .init("Gateways before it"),
      ], style: "sortable")
    for row in rows.prefix(context.limits.rows) {
      let gateways = graph.gateways(before: row.node).map {
        "\($0.name, limit: 80)" as Fragment<HTML>
      }
      table.row([
        name(of: row.node), "\(row.node.kind.rawValue)", "\(row.agents)", "\(row.servers)",
        "\(row.reach)", gateways.isEmpty ? .muted("none named") : gateways.joined(by: ", "),
      ])
    }
    let rest = rows.count - context.limits.rows
    let more: Fragment<HTML> =
      rest > 0 ? "<p class=\"cut\">\(rest) more have a blast radius no wider.</p>\n" : ""
    let content = table.fragment + more
    return rows.count > 24
      ? .fold("Blast radius of all \(rows.count) servers and systems", content) : content
  }

  private func name(of node: DependencyGraph.Node) -> Fragment<HTML> {
    node.kind == .server
      ? context.anchors.link(toServer: node.name)
      : "<span class=\"name\">\(node.name, limit: 120)</span>"
  }
}
