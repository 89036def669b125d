import Estate

/// The part of a dependency graph that is drawn: all of it where it is small, else what matters most of each
/// kind and one box for the rest of that kind.
struct GraphSelection {
  /// A box of the drawing.
  struct Box: Hashable {
    let kind: DependencyGraph.Kind
    /// The name of what it stands for; `nil` where it stands for the rest of its kind.
    let name: String?
    /// How many nodes it stands for.
    let count: Int
    /// How many agents and servers lose something when it is lost; 0 for a box that stands for a rest.
    let dependents: Int
  }

  /// A line of the drawing, by the places of its ends in `boxes`.
  struct Link: Hashable, Comparable {
    let source: Int
    let target: Int

    static func < (left: Link, right: Link) -> Bool {
      left.source != right.source ? left.source < right.source : left.target < right.target
    }
  }

  /// The boxes, by kind in the order of calls, then name; the rest of a kind is its last.
  let boxes: [Box]
  /// The lines between different boxes, sorted and without doubles.
  let links: [Link]
  /// How many nodes have no box of their own.
  let hiddenCount: Int

  /// Chooses at most about `limit` nodes of `graph`; `dependents` says how many each node has.
  init(of graph: DependencyGraph, dependents: [DependencyGraph.Node: Int], limit: Int) {
    var boxes: [Box] = []
    var places: [DependencyGraph.Node: Int] = [:]
    var hiddenCount = 0
    let degrees = Self.degrees(of: graph)
    for kind in DependencyGraph.Kind.allCases {
      let nodes = graph.nodes.filter { $0.kind == kind }
      let room = graph.nodes.count <= limit ? nodes.count : Self.share(of: kind, in: limit)
      let chosen = nodes.count <= room ? nodes : Self.weightiest(nodes, room, dependents, degrees)
      for node in chosen {
        places[node] = boxes.count
        boxes.append(
          Box(kind: kind, name: node.name, count: 1, dependents: dependents[node] ?? 0))
      }
      guard chosen.count < nodes.count else { continue }
      for node in nodes where places[node] == nil { places[node] = boxes.count }
      let rest = nodes.count - chosen.count
      boxes.append(Box(kind: kind, name: nil, count: rest, dependents: 0))
      hiddenCount += rest
    }
    var links: Set<Link> = []
    for edge in graph.edges {
      guard let source = places[edge.source], let target = places[edge.target], source != target
      else { continue }
      links.insert(Link(source: source, target: target))
    }
    self.boxes = boxes
    self.links = links.sorted()
    self.hiddenCount = hiddenCount
  }

  /// How many boxes of `kind` a drawing of `limit` boxes has.
  private static func share(of kind: DependencyGraph.Kind, in limit: Int) -> Int {
    switch kind {
    case .agent, .system: max(1, limit / 5)
    case .gateway: max(1, limit / 8)
    case .server: max(1, limit - 2 * (limit / 5) - limit / 8)
    }
  }

  /// How many lines each node has.
  private static func degrees(of graph: DependencyGraph) -> [DependencyGraph.Node: Int] {
    var degrees: [DependencyGraph.Node: Int] = [:]
    for edge in graph.edges {
      degrees[edge.source, default: 0] += 1
      degrees[edge.target, default: 0] += 1
    }
    return degrees
  }

  /// The `count` nodes whose loss is felt by most, then those with most lines, in the order of names.
  private static func weightiest(
    _ nodes: [DependencyGraph.Node], _ count: Int, _ dependents: [DependencyGraph.Node: Int],
    _ degrees: [DependencyGraph.Node: Int]
  ) -> [DependencyGraph.Node] {
    nodes.sorted { left, right in
      let (leftWeight, rightWeight) = (dependents[left] ?? 0, dependents[right] ?? 0)
      if leftWeight != rightWeight { return leftWeight > rightWeight }
      let (leftDegree, rightDegree) = (degrees[left] ?? 0, degrees[right] ?? 0)
      return leftDegree != rightDegree ? leftDegree > rightDegree : left < right
    }.prefix(count).sorted()
  }
}
