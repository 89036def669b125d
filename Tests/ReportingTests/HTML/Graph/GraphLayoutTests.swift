import Estate
import Testing

@testable import Reporting

@Suite struct GraphLayoutTests {
  private typealias Node = DependencyGraph.Node
  private typealias Edge = DependencyGraph.Edge

  /// Two agents, a gateway, three servers of which one calls another, and a system.
  private static let small = DependencyGraph(edges: [
    Edge(from: Node(.agent, "desk"), to: Node(.server, "mail")),
    Edge(from: Node(.agent, "clerk"), to: Node(.server, "files")),
    Edge(from: Node(.gateway, "nginx"), to: Node(.server, "mail")),
    Edge(from: Node(.server, "mail"), to: Node(.server, "files")),
    Edge(from: Node(.server, "mail"), to: Node(.server, "mail")),
    Edge(from: Node(.server, "files"), to: Node(.system, "disk")),
  ])

  /// A graph of `count` servers, each of them called by one agent; the first by all.
  private static func large(_ count: Int) -> DependencyGraph {
    let servers = (0..<count).map { Node(.server, "s\($0)") }
    let edges = (0..<count).flatMap { number in
      [servers[0], servers[number]].map { Edge(from: Node(.agent, "a\(number)"), to: $0) }
    }
    return DependencyGraph(edges: Set(edges))
  }

  private static func selection(of graph: DependencyGraph, limit: Int) -> GraphSelection {
    let dependents = graph.nodes.map { ($0, graph.dependents(on: $0).count) }
    return GraphSelection(
      of: graph, dependents: Dictionary(uniqueKeysWithValues: dependents), limit: limit)
  }

  @Test func `a small graph is drawn whole, without circles of one`() {
    let selection = Self.selection(of: Self.small, limit: 40)
    #expect(
      selection.boxes.map(\.name) == ["clerk", "desk", "nginx", "files", "mail", "disk"])
    #expect(selection.hiddenCount == 0)
    #expect(selection.links.count == 5)
    // Two agents and a server lose something without `files`.
    #expect(selection.boxes.first { $0.name == "files" }?.dependents == 3)
  }

  @Test func `callers stand left of servers, and servers left of systems`() {
    let selection = Self.selection(of: Self.small, limit: 40)
    let layout = GraphLayout(selection)
    let columns = zip(selection.boxes, layout.points).map { ($0.kind, $1.x) }
    let left = Dictionary(columns, uniquingKeysWith: { first, _ in first })
    #expect(left[.agent] == left[.gateway])
    #expect(left[.gateway, default: 0] < left[.server, default: 0])
    #expect(left[.server, default: 0] < left[.system, default: 0])
    #expect(layout.headings.map(\.kind) == [.agent, .gateway, .server, .system])
  }

  @Test(arguments: [1, 7, 40, 300])
  func `no two boxes overlap, and all lie within the drawing`(count: Int) {
    let selection = Self.selection(of: Self.large(count), limit: 40)
    let layout = GraphLayout(selection)
    #expect(layout.points.count == selection.boxes.count)
    for (index, point) in layout.points.enumerated() {
      #expect(point.x >= 0 && point.x + GraphLayout.boxWidth <= layout.width)
      #expect(point.y - GraphLayout.boxHeight / 2 >= 0)
      #expect(point.y + GraphLayout.boxHeight / 2 <= layout.height)
      for other in layout.points[(index + 1)...] where other.x == point.x {
        #expect(abs(other.y - point.y) >= GraphLayout.boxHeight)
      }
    }
  }

  @Test func `a large graph keeps what matters most, and counts the rest in one box of each kind`()
  {
    let selection = Self.selection(of: Self.large(300), limit: 40)
    #expect(selection.boxes.count <= 42)
    #expect(selection.boxes.contains { $0.name == "s0" && $0.dependents == 300 })
    let rests = selection.boxes.filter { $0.name == nil }
    #expect(rests.map(\.kind) == [.agent, .server])
    #expect(selection.hiddenCount == rests.reduce(0) { $0 + $1.count })
    let shown = selection.boxes.reduce(0) { $0 + $1.count }
    #expect(shown == 600, "every node is in a box")
  }

  @Test func `the same graph gives the same drawing`() {
    let drawings = (0..<3).map { _ in
      GraphDrawing(
        Self.selection(of: Self.large(60), limit: 40), hubSize: 3, summary: "60 servers"
      ).fragment.text
    }
    #expect(Set(drawings).count == 1)
  }

  @Test func `names are cut to their boxes and whole where one points at them`() {
    let name = "a-server-with-a-very-long-name<script>"
    let graph = DependencyGraph(edges: [Edge(from: Node(.agent, "a"), to: Node(.server, name))])
    let text = GraphDrawing(
      Self.selection(of: graph, limit: 40), hubSize: 3, summary: "one server"
    ).fragment.text
    #expect(text.contains(">a-server-with-a-very-l…</text>"))
    #expect(text.contains("a-server-with-a-very-long-name&lt;script&gt;"))
  }
}
