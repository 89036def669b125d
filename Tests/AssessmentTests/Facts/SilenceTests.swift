import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct SilenceTests {
  private let place = SourceSpan(source: SourceID(index: 0), 0..<4)

  private func silence(_ keys: String..., kind: SourceKind = .manifest) -> Silence {
    var silence = Silence(kind, mention: place)
    silence.missingKeys = keys
    silence.fact = "Who is called at night."
    return silence
  }

  @Test func `a manifest's silence names the key that would say it`() {
    #expect(silence("on_call").reason == "the server manifest has no `on_call`")
    #expect(
      silence("on_call").detail
        == "the server manifest has no `on_call`: who is called at night")
  }

  @Test func `several keys of one place are named together, in the order of the questions`() {
    let joined = silence("identity.client").joined(with: silence("identity.user"))
    #expect(joined.detail == "the server manifest has no `identity.user` and no `identity.client`")
    #expect(silence("owner").joined(with: silence("owner")).missingKeys == ["owner"])
  }

  @Test func `keys of another source are not mixed in`() {
    let other = silence("tools", kind: .catalog)
    #expect(silence("owner").joined(with: other).missingKeys == ["owner"])
    #expect(other.reason == "the tool catalog does not say")
  }

  @Test func `a part of the manifest is named instead of the whole`() {
    var silence = Silence(.manifest, mention: place, part: "its entry in the server manifest")
    silence.missingKeys = ["purpose"]
    #expect(silence.reason == "its entry in the server manifest has no `purpose`")
  }

  @Test func `three keys and more are a list`() {
    #expect(
      silence("a", "b", "c").reason == "the server manifest has none of `a`, `b` and `c`")
  }

  @Test
  func
    `what other questions miss in the same place is added, and what only a condition asks is not`()
  {
    let lifetime = silence("auth.token_lifetime")
    #expect(
      lifetime.adding(keysOf: [
        lifetime, silence("auth.rotation"), silence("tools", kind: .catalog),
      ])
      .missingKeys == ["auth.token_lifetime", "auth.rotation"])
    var condition = silence("multi_tenant")
    condition.isOfCondition = true
    #expect(lifetime.adding(keysOf: [condition]).missingKeys == ["auth.token_lifetime"])
    #expect(condition.adding(keysOf: [lifetime]).missingKeys == ["multi_tenant"])
  }

  @Test func `a source without keys of ours does not say a question, or does not state a thing`() {
    #expect(
      silence(kind: .client).detail
        == "the client configuration does not say who is called at night")
    var thing = Silence(.gateway, mention: place)
    thing.fact = "The largest request."
    #expect(thing.detail == "the gateway configuration does not state the largest request")
  }

  @Test func `a key is told by the fact that it states, not by one that judges it`() {
    let label = Facts.server.labels.first { $0.path == "server.ownerIsAccountable" }
    #expect(label?.subject == "The one accountable person or team.")
  }

  @Test func `what was not given has no keys to name`() {
    var silence = Silence(.manifest)
    silence.missingKeys = ["owner"]
    #expect(silence.reason == "no server manifest about it was given")
  }
}
