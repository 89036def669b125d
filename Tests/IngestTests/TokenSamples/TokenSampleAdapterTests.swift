import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct TokenSampleAdapterTests {
  private func sample(_ json: String) throws -> (TokenSample, ParsedText) {
    let parsed = try ParsedText(json: json)
    let contribution = TokenSampleAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    return (try #require(contribution.tokenSamples.first), parsed)
  }

  @Test func `a request names its grant, client, audience and each scope at its own place`() throws
  {
    let (sample, parsed) = try sample(
      #"{"grant_type": "client_credentials", "client_id": "a", "scope": "x.read x.write", "resource": "s"}"#
    )
    #expect(sample.grantType.value == .clientCredentials)
    #expect(sample.clientID.value == "a")
    #expect(sample.audiences.value == ["s"])
    #expect(sample.scopes.map(\.value) == ["x.read", "x.write"])
    #expect(sample.scopes.map { parsed.text($0.span) } == ["x.read", "x.write"])
    #expect(sample.scopes.map(\.grade) == [.declared, .declared])
  }

  @Test func `a scope that is escaped has the place of its text`() throws {
    let (sample, parsed) = try sample(#"{"grant_type": "g", "scope": "x\u002eread y"}"#)
    #expect(sample.scopes.map(\.value) == ["x.read", "y"])
    #expect(parsed.text(sample.scopes[1].span) == #""x\u002eread y""#)
  }

  @Test func `claims give audience, lifetime and scopes`() throws {
    let (sample, parsed) = try sample(
      #"{"iss": "i", "aud": ["s", "t"], "iat": 1000, "exp": 1900, "scp": ["a", "b"], "sub": "u"}"#)
    #expect(sample.audiences.value == ["s", "t"])
    #expect(sample.lifetime.value == 900)
    #expect(parsed.text(sample.lifetime.span) == "1900")
    #expect(sample.scopes.map(\.value) == ["a", "b"])
    #expect(!sample.subject.isStated)
    #expect(sample.lifetime.evidence?.grade == .configured)
  }

  @Test(
    arguments: [
      (#"{"sub": "u", "act": {"sub": "a"}}"#, "u"), (#"{"sub": "u", "azp": "a"}"#, "u"),
      (#"{"sub": "a", "azp": "a"}"#, nil),
      (
        #"{"request": {"grant_type": "client_credentials", "client_id": "a"}, "claims": {"sub": "x"}}"#,
        nil
      ),
    ] as [(String, String?)])
  func `a subject is a user who is not the client`(json: String, user: String?) throws {
    #expect(try sample(json).0.subject.value == user)
  }

  @Test func `request, response and claims of one file are one sample`() throws {
    let parsed = try ParsedText(
      yaml: """
        request: {grant_type: authorization_code, client_id: a, scope: x}
        response: {token_type: Bearer, expires_in: 600, scope: x y}
        claims: {aud: s, sub: u}
        """)
    let contribution = TokenSampleAdapter.lower(try parsed.root)
    let sample = try #require(contribution.tokenSamples.first)
    #expect(contribution.tokenSamples.count == 1)
    #expect(sample.lifetime.value == 600)
    #expect(sample.scopes.map { parsed.place($0.span) } == ["1:64", "2:56", "2:58"])
    #expect(sample.subject.value == "u")
  }

  @Test func `a token that ends before it begins is an error`() throws {
    let contribution = TokenSampleAdapter.lower(
      try ParsedText(json: #"{"aud": "s", "iat": 10, "exp": 5}"#).root)
    #expect(contribution.diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: [
    (#"{"iss": "i", "work_item": "CASE-7"}"#, "CASE-7"),
    (#"{"iss": "i", "authorization_details": [{"type": "month-end-close"}]}"#, "month-end-close"),
  ])
  func `a token may be bound to one piece of work`(json: String, task: String) throws {
    let (sample, parsed) = try sample(json)
    #expect(sample.task.value == task)
    #expect(parsed.text(sample.task.span)?.contains(task) == true)
  }
}
