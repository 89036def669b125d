import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct ToolNameIndexTests {
  private static let text = "Returns the open invoices of one customer with their amounts"

  private func server(_ id: String, _ tools: [String: String]) -> Server {
    var server = Server(id: id)
    for (name, description) in tools.sorted(by: { $0.key < $1.key }) {
      let place = SourceSpan(
        source: SourceID(index: 0), start: UInt32(server.tools.count),
        end: UInt32(server.tools.count + 1))
      var tool = Tool(name: name)
      tool.catalogEntry = place
      tool.description = Stated(description, at: place)
      server.tools.append(tool)
    }
    return server
  }

  private func index(_ servers: [Server], seenBy agents: [String]) -> ToolNameIndex {
    var fleet = Fleet()
    fleet.servers = servers
    fleet.agents = agents.map { id in
      var agent = Agent(id: id)
      agent.servers = Set(servers.map(\.id))
      return agent
    }
    return ToolNameIndex(of: fleet)
  }

  private func entry(_ server: String, _ tool: String, _ agent: String) -> ToolNameIndex.Entry {
    ToolNameIndex.Entry(server: server, tool: tool, agent: agent)
  }

  @Test func `names that differ in case, separators and version are alike`() {
    let index = index(
      [server("a", ["get_user": ""]), server("b", ["getUser_v2": "", "get_users": ""])],
      seenBy: ["desk", "bot"])
    #expect(index.namesakes(of: "get_user", on: "a") == [entry("b", "getUser_v2", "bot")])
    #expect(index.namesakes(of: "get_users", on: "b") == [])
  }

  @Test func `tools that no agent sees together are alike to nobody`() {
    let servers = [server("a", ["find": Self.text]), server("b", ["find": Self.text])]
    let index = index(servers, seenBy: [])
    #expect(index.namesakes(of: "find", on: "a") == [])
    #expect(index.lookalikes(of: "find", on: "a") == [])
  }

  @Test func `descriptions with nearly the same words say the same`() {
    let index = index(
      [
        server("a", ["list_invoices": Self.text]),
        server(
          "b",
          [
            "open_items": Self.text.uppercased() + ".",
            "unpaid": "Sends reminders for the open invoices of one customer",
          ]),
      ], seenBy: ["desk"])
    #expect(index.lookalikes(of: "list_invoices", on: "a") == [entry("b", "open_items", "desk")])
    #expect(index.lookalikes(of: "unpaid", on: "b") == [])
  }

  @Test func `tools of one server are twins by all of their words`() {
    let index = index(
      [
        server(
          "a",
          [
            "one": Self.text, "two": Self.text.lowercased() + " ", "three": Self.text + " due",
            "four": "Too short", "five": "Too short",
          ])
      ], seenBy: [])
    #expect(index.twins(of: "one", on: "a") == [entry("a", "two", "every client")])
    #expect(index.twins(of: "three", on: "a") == [])
    #expect(index.twins(of: "four", on: "a") == [])
  }

  @Test func `a name belongs elsewhere where only other servers have it`() {
    let index = index(
      [server("a", ["find": ""]), server("b", ["find": "", "send": ""])], seenBy: [])
    #expect(index.belongsElsewhere("send", than: "a"))
    #expect(!index.belongsElsewhere("find", than: "a"))
    #expect(!index.belongsElsewhere("drop", than: "a"))
  }
}
