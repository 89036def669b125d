import Estate
import SourceText
import Testing

@Suite struct ServerMergeTests {
  /// Fails when a stored property is added to `Server` and `SampleServer` does not fill it: then
  /// `merge` may have forgotten it, too.
  @Test func `the sample states every stored property`() {
    let empty = leaves(of: Server(id: "s"))
    let full = leaves(of: SampleServer.full(in: 0))
    #expect(full.keys.sorted() == empty.keys.sorted())
    for (path, content) in full where path != "id" {
      #expect(content != empty[path], "\(path) is not filled")
    }
  }

  @Test func `a tool of the sample states every stored property`() {
    let empty = leaves(of: Tool(name: "t"))
    let full = leaves(of: SampleServer.tool(in: 0))
    #expect(full.keys.sorted() == empty.keys.sorted())
    for (path, content) in full where path != "name" {
      #expect(content != empty[path], "\(path) is not filled")
    }
  }

  @Test func `merging into nothing and merging nothing keep everything`() {
    let full = SampleServer.full(in: 0)
    #expect(description(full, merging: Server(id: "s")) == leaves(of: full))
    #expect(description(Server(id: "s"), merging: full) == leaves(of: full))
  }

  @Test func `merging a tool into nothing keeps everything`() {
    let full = SampleServer.tool(in: 0)
    var merged = Tool(name: "t")
    merged.merge(full)
    #expect(leaves(of: merged) == leaves(of: full))
  }

  @Test func `the order of merging does not matter`() {
    let parts = (0..<3).map { SampleServer.full(in: UInt32($0)) }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let results = orders.map { order in
      var merged = parts[order[0]]
      merged.merge(parts[order[1]])
      merged.merge(parts[order[2]])
      return leaves(of: merged)
    }
    for result in results { #expect(result == results[0]) }

    var late = parts[1]
    late.merge(parts[2])
    #expect(description(parts[0], merging: late) == results[0])
  }

  @Test func `merging a server with itself changes nothing`() {
    let full = SampleServer.full(in: 0)
    #expect(description(full, merging: full) == leaves(of: full))
  }

  @Test func `tools of one name become one, and lists are sorted by place`() {
    var first = Server(id: "s")
    first.tools = [Tool(name: "b"), Tool(name: "a")]
    first.dependencies = [Evidence("late", at: span(0, 9))]
    var second = Server(id: "s")
    var described = Tool(name: "b")
    described.purpose = Stated("why", at: span(1, 2))
    second.tools = [described]
    second.dependencies = [Evidence("early", at: span(0, 3)), Evidence("late", at: span(0, 9))]
    first.merge(second)
    #expect(first.tools.map(\.name) == ["a", "b"])
    #expect(first.tools[1].purpose.value == "why")
    #expect(first.dependencies.map(\.value) == ["early", "late"])
  }

  private func description(_ server: Server, merging other: Server) -> [String: String] {
    var merged = server
    merged.merge(other)
    return leaves(of: merged)
  }

  private func span(_ source: UInt32, _ start: UInt32) -> SourceSpan {
    SourceSpan(source: SourceID(index: source), start: start, end: start + 1)
  }

  /// Every stored property under its path, the parts of a server opened up, with its content as text.
  private func leaves(of value: Any, at path: String = "") -> [String: String] {
    let isPart =
      value is Server || value is Tool || value is Ownership || value is AccessDeclaration
      || value is Egress || value is OperatingLimits || value is Containment
      || value is AuditDeclaration || value is ToolAnnotations
    guard isPart else { return [path: "\(value)"] }
    var result: [String: String] = [:]
    for child in Mirror(reflecting: value).children {
      let name = path.isEmpty ? child.label ?? "" : "\(path).\(child.label ?? "")"
      result.merge(leaves(of: child.value, at: name)) { first, _ in first }
    }
    return result
  }
}
