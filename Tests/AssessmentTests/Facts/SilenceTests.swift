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

  @Test func `what was not given has no keys to name`() {
    var silence = Silence(.manifest)
    silence.missingKeys = ["owner"]
    #expect(silence.reason == "no server manifest about it was given")
  }
}
