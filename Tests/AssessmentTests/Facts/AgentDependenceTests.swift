import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct AgentDependenceTests {
  private static let place = SourceSpan(source: SourceID(index: 0), 0..<1)

  /// A fleet of the servers in `calls`, each with those that it calls, and agents by the servers they use.
  private func dependence(
    _ calls: [String: [String]], agents: [String: Set<String>]
  ) -> AgentDependence {
    var fleet = Fleet()
    fleet.servers = calls.keys.sorted().map { id in
      var server = Server(id: id)
      server.dependencies = (calls[id] ?? []).map { Evidence($0, at: Self.place) }
      return server
    }
    fleet.agents = agents.keys.sorted().map { id in
      var agent = Agent(id: id)
      agent.servers = agents[id] ?? []
      return agent
    }
    return AgentDependence(of: fleet)
  }

  @Test func `an agent with another server survives`() {
    let dependence = dependence(["a": [], "b": []], agents: ["x": ["a"], "y": ["a", "b"]])
    #expect(dependence.lifelines.isEmpty)
    #expect(dependence.agentCount == 2)
    #expect(dependence.serverCount == 2)
  }

  @Test func `a server behind every agent's servers takes all of them down`() {
    let dependence = dependence(
      ["a": ["shared"], "b": ["a"], "shared": [], "alone": []],
      agents: ["x": ["a"], "y": ["b"]])
    #expect(dependence.lifelines == ["a", "shared"])
    #expect(dependence.dependents(of: "shared") == ["a", "b"])
    #expect(dependence.dependents(of: "alone").isEmpty)
  }

  @Test func `circles end`() {
    let dependence = dependence(["a": ["b"], "b": ["a"]], agents: ["x": ["a"], "y": ["b"]])
    #expect(dependence.lifelines == ["a", "b"])
    #expect(dependence.dependents(of: "a") == ["b"])
  }

  @Test func `without agents there is nothing to take down`() {
    let dependence = dependence(["a": []], agents: ["x": []])
    #expect(dependence.agentCount == 0)
    #expect(dependence.lifelines.isEmpty)
  }
}
