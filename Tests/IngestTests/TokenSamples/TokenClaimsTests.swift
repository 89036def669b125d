import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

/// Whom tokens are about.
@Suite struct TokenClaimsTests {
  private func sample(_ json: String) throws -> (TokenSample, ParsedText) {
    let parsed = try ParsedText(json: json)
    let contribution = TokenSampleAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    return (try #require(contribution.tokenSamples.first), parsed)
  }

  @Test func `the actor is the party that the act claim names`() throws {
    let (sample, parsed) = try sample(
      #"{"iss": "i", "sub": "u", "act": {"sub": "agent", "act": {"sub": "before"}}, "env": "prod"}"#
    )
    #expect(sample.identity.actor.value == "agent")
    #expect(parsed.text(sample.identity.actor.span)?.hasPrefix("{\"sub\": \"agent\"") == true)
    #expect(sample.identity.issuer.value == "i")
    #expect(sample.identity.environment.value == "prod")
    #expect(
      sample.identity.claims.value == [
        "iss", "sub", "act", "act.sub", "act.act", "act.act.sub", "env",
      ])
  }

  @Test func `a request for an exchange shows whose token it presents, and who will act`() throws {
    let (sample, parsed) = try sample(
      #"""
      {"grant_type": "urn:ietf:params:oauth:grant-type:token-exchange", "audience": "s",
       "subject_token": "<redacted>", "actor_token": "<redacted>"}
      """#)
    #expect(sample.grantType.value == .tokenExchange)
    #expect(sample.identity.presentsSubject.value == true)
    #expect(parsed.text(sample.identity.presentsSubject.span) == #""subject_token""#)
    #expect(sample.identity.actor.value == "actor_token")
    #expect(!sample.identity.claims.isStated)
  }

  @Test(arguments: [
    #"{"iss": "i", "gty": "client-credentials", "sub": "x@clients", "azp": "x"}"#,
    #"{"iss": "i", "idtyp": "app", "sub": "0f1e", "azp": "x"}"#,
    #"{"iss": "i", "sub": "0f1e", "azp": "x", "preferred_username": "service-account-x"}"#,
  ])
  func `a client's own token stands for no user`(json: String) throws {
    let sample = try sample(json).0
    #expect(!sample.subject.isStated)
    #expect(sample.identity.personalClaims.isEmpty)
  }

  @Test func `claims that only a person has are named, and their values are not kept`() throws {
    let (sample, parsed) = try sample(
      #"{"iss": "i", "sub": "ana@example.com", "email": "ana@example.com", "azp": "x"}"#)
    #expect(sample.identity.personalClaims.map(\.value) == ["email", "sub"])
    #expect(parsed.text(sample.identity.personalClaims[0].span) == #""email""#)
  }

  @Test func `a response shows no claims, and its lifetime in its own words`() throws {
    let (sample, _) = try sample(
      #"{"access_token": "x", "token_type": "Bearer", "expires_in": 900}"#)
    #expect(!sample.identity.claims.isStated)
    #expect(sample.identity.lifetimeText.value == "`expires_in: 900`")
  }

  @Test func `the environment may stand beside a request and its response`() throws {
    let (sample, parsed) = try sample(
      #"{"environment": "staging", "request": {"grant_type": "client_credentials", "audience": "s"}}"#
    )
    #expect(sample.identity.environment.value == "staging")
    #expect(parsed.text(sample.identity.environment.span) == #""staging""#)
  }
}
