import Estate
import Testing

@testable import Telemetry

@Suite struct ClientIdentitiesTests {
  private func clients(_ names: [String: [String]]) -> [String: [String: Count]] {
    names.mapValues { names in
      Dictionary(uniqueKeysWithValues: names.map { ($0, Count(matching: 1, total: 1)) })
    }
  }

  @Test func `a client of its own in each environment is as it should be`() {
    let clients = clients(["agent-a": ["client-a", "client-a-staging"]])
    #expect(ClientIdentities(of: clients, environmentsOf: ["agent-a": 2]).several.isEmpty)
    #expect(ClientIdentities(of: clients, environmentsOf: ["agent-a": 1]).several.count == 1)
    #expect(ClientIdentities(of: clients, environmentsOf: [:]).several.count == 1)
  }

  @Test func `a client of two agents is shared where they call the same server`() {
    let identities = ClientIdentities(
      of: clients(["a": ["one"], "b": ["one"], "c": ["three"], "d": ["four"], "e": ["one", "two"]]),
      environmentsOf: [:])
    let shared = identities.agents(sharing: ["a", "b", "c", "e"])
    #expect(shared.mapValues { $0.keys.sorted() } == ["one": ["a", "b"]])
    #expect(identities.agents(sharing: ["a", "c"]).isEmpty)
  }

  @Test func `a client of most agents is the gateway's`() {
    let identities = ClientIdentities(
      of: clients(["a": ["gateway"], "b": ["gateway"], "c": ["other"]]), environmentsOf: [:])
    #expect(identities.agents(sharing: ["a", "b", "c"]).isEmpty)
  }
}
