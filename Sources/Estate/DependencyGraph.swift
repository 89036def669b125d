/// Who stands before and behind whom: agents call servers, gateways stand before them, and servers call
/// other servers and systems.
public struct DependencyGraph: Hashable, Sendable {
  /// Everything that a source names, sorted by kind and name.
  public let nodes: [Node]
  /// Who calls whom, sorted.
  public let edges: [Edge]

  /// For each node, the places in `nodes` of those that it calls, ascending.
  private let behind: [[Int]]
  /// For each node, the places in `nodes` of those that call it, ascending.
  private let before: [[Int]]

  /// A graph of nothing.
  public init() {
    self.init(nodes: [], edges: [])
  }

  /// The graph that the sources of `fleet` give.
  ///
  /// A gateway is told by its product. A server that another one declares to call is there though nothing
  /// else is known of it. A system and a server of the same name are two nodes.
  public init(of fleet: Fleet) {
    var nodes: Set<Node> = []
    var edges: Set<Edge> = []
    for server in fleet.servers {
      let node = Node(.server, server.id)
      nodes.insert(node)
      for route in server.routes {
        edges.insert(Edge(from: Node(.gateway, route.product), to: node))
      }
      for name in server.dependencies {
        edges.insert(Edge(from: node, to: Node(.server, name.value)))
      }
      for system in server.downstreams {
        edges.insert(Edge(from: node, to: Node(.system, system.name.value)))
      }
    }
    for agent in fleet.agents {
      for server in agent.servers {
        edges.insert(Edge(from: Node(.agent, agent.id), to: Node(.server, server)))
      }
    }
    self.init(nodes: nodes, edges: edges)
  }

  /// The graph of `edges`, the nodes at their ends, and `nodes`, which may have no edge.
  public init(nodes: Set<Node> = [], edges: Set<Edge>) {
    let ends = edges.flatMap { [$0.source, $0.target] }
    self.init(sorted: nodes.union(ends).sorted(), edges.sorted())
  }

  /// The graph of `nodes` and `edges`, both sorted and without doubles; every end of an edge is a node.
  private init(sorted nodes: [Node], _ edges: [Edge]) {
    let places = Dictionary(
      nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var behind = [[Int]](repeating: [], count: nodes.count)
    var before = behind
    for edge in edges {
      guard let source = places[edge.source], let target = places[edge.target] else { continue }
      behind[source].append(target)
      before[target].append(source)
    }
    self.nodes = nodes
    self.edges = edges
    self.behind = behind
    self.before = before
  }

  /// The servers and systems behind `server`, directly or through others; circles end.
  ///
  /// Linear in the edges that are reached.
  public func reach(of server: String) -> Int {
    behind(Node(.server, server)).count
  }

  /// What loses something when `node` is lost or lies: those that it calls, directly or through others,
  /// sorted; never `node` itself.
  public func behind(_ node: Node) -> [Node] {
    reached(from: node, along: behind)
  }

  /// Agents and servers that call `node`, directly or through others, sorted; never `node` itself.
  ///
  /// A gateway passes calls on and depends on nothing behind it.
  public func dependents(on node: Node) -> [Node] {
    reached(from: node, along: before).filter { $0.kind != .gateway }
  }

  /// The gateways with a route to `node`, sorted.
  public func gateways(before node: Node) -> [Node] {
    guard let place = place(of: node) else { return [] }
    return before[place].map { nodes[$0] }.filter { $0.kind == .gateway }
  }

  /// The same graph with every name replaced by what `transform` makes of it; nodes that become equal are
  /// one.
  public func mapNames(_ transform: (String) -> String) -> DependencyGraph {
    func mapped(_ node: Node) -> Node { Node(node.kind, transform(node.name)) }
    return DependencyGraph(
      nodes: Set(nodes.map(mapped)),
      edges: Set(edges.map { Edge(from: mapped($0.source), to: mapped($0.target)) }))
  }

  private func reached(from node: Node, along neighbours: [[Int]]) -> [Node] {
    guard let start = place(of: node) else { return [] }
    var seen: Set<Int> = [start]
    var open = neighbours[start]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      open += neighbours[next]
    }
    seen.remove(start)
    return seen.sorted().map { nodes[$0] }
  }

  /// The place of `node` in the sorted list.
  private func place(of node: Node) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? low : nil
  }
}

extension DependencyGraph {
  /// What a node is, in the order in which calls pass through.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// An agent or MCP client.
    case agent
    /// A product that routes calls.
    case gateway
    /// An MCP server.
    case server
    /// A system that a server uses.
    case system

    /// Orders kinds by the way of a call.
    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .agent: 0
      case .gateway: 1
      case .server: 2
      case .system: 3
      }
    }
  }

  /// One part of the graph.
  public struct Node: Hashable, Sendable, Comparable {
    /// What it is.
    public let kind: Kind
    /// Its identity among those of its kind.
    public let name: String

    /// The part of `kind` that is called `name`.
    public init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }

    /// Orders nodes by kind, then name.
    public static func < (left: Node, right: Node) -> Bool {
      left.kind != right.kind ? left.kind < right.kind : left.name < right.name
    }
  }

  /// A call that one node makes to another, or passes on to it.
  public struct Edge: Hashable, Sendable, Comparable {
    /// Who calls.
    public let source: Node
    /// Who is called.
    public let target: Node

    /// A call from `source` to `target`.
    public init(from source: Node, to target: Node) {
      self.source = source
      self.target = target
    }

    /// Orders edges by their sources, then targets.
    public static func < (left: Edge, right: Edge) -> Bool {
      left.source != right.source ? left.source < right.source : left.target < right.target
    }
  }
}
