import Estate
import Reading
import SourceText
import Syntax

/// Lowers samples of OAuth traffic: a token request, a token response, decoded claims, or all of them
/// under `request`, `response` and `claims` of one file.
///
/// What an authorization server issued is configuration at work, so facts have the grade `configured`,
/// those of a request `declared`. Tokens and secrets themselves are never read.
enum TokenSampleAdapter {
  /// The sample that `document` is, or the samples that it lists.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    let samples = document.kind == .sequence ? Array(document.elements) : [document]
    for node in samples {
      if let sample = sample(node, into: &contribution.diagnostics) {
        contribution.tokenSamples.append(sample)
      }
    }
    return contribution
  }

  private static func sample(_ node: Node, into diagnostics: inout [Diagnostic]) -> TokenSample? {
    var parts = [node]
    if ["request", "response", "claims"].contains(where: { node.member($0) != nil }) {
      parts = ["request", "response", "claims"].compactMap { node[$0] }
    }
    var sample = TokenSample(span: node.span)
    var isRead = false
    for part in parts {
      let isRequest = part.member("grant_type") != nil
      // Claims are open-ended by design (RFC 7519, section 4), so that no key is unknown.
      let read: Void? = MappingReader.read(
        part, as: "a token sample", grade: isRequest ? .declared : .configured, unknownKeys: nil,
        into: &diagnostics
      ) { reader in
        readGrant(into: &sample, from: &reader)
        readScopes(into: &sample, from: &reader)
        readLifetime(into: &sample, from: &reader)
        readDelegation(into: &sample, from: &reader)
        TokenTask.read(into: &sample, from: &reader)
        if !isRequest { TokenClaims.read(part, into: &sample, from: &reader) }
      }
      isRead = isRead || read != nil
    }
    // Requests and responses have no field for it, so that who keeps samples writes it beside them.
    if parts.count > 1 || parts.first?.span != node.span, let environment = node["environment"],
      let text = environment.string
    {
      sample.identity.environment.state(text, at: environment.span)
    }
    return isRead ? sample : nil
  }

  private static func readGrant(into sample: inout TokenSample, from reader: inout MappingReader) {
    sample.grantType.merge(Stated(reader.string("grant_type")?.map { OAuthGrant($0) }))
    for key in ["client_id", "azp"] {
      sample.clientID.merge(Stated(reader.string(key)))
    }
    for key in ["audience", "resource", "aud"] {
      sample.audiences.merge(Stated(reader.list(key)))
    }
    sample.identity.issuer.merge(Stated(reader.string("iss")))
    for key in ["env", "environment"] {
      sample.identity.environment.merge(Stated(reader.string(key)))
    }
  }

  private static func readScopes(into sample: inout TokenSample, from reader: inout MappingReader) {
    for key in ["scope", "scp"] {
      for node in reader.elements(key) {
        guard let text = reader.text(of: node, called: key) else { continue }
        sample.scopes += ScopeList.split(text, of: node)
      }
    }
  }

  /// The life of the token: `expires_in`, or from `iat` to `exp` of claims.
  private static func readLifetime(
    into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    if let life = reader.integer("expires_in") {
      sample.lifetime.state(life)
      sample.identity.lifetimeText.state(life.map { "`expires_in: \($0)`" })
    }
    let expiry = reader.integer("exp")
    let issue = reader.integer("iat")
    guard let expiry, let issue else { return }
    guard expiry.value >= issue.value else {
      reader.report(
        .error, at: expiry.span, "the token expires before it is issued",
        related: [Diagnostic.Related(span: issue.span, message: "issued here")])
      return
    }
    sample.lifetime.state(expiry.map { $0 - issue.value })
    sample.identity.lifetimeText.state(expiry.map { "\($0 - issue.value) s from `iat` to `exp`" })
  }

  /// Whose token a request presents, and who will act (RFC 8693, section 2.1; RFC 7523 for `assertion`).
  ///
  /// The tokens themselves are passed over.
  private static func readDelegation(
    into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    for key in ["subject_token", "subject_token_type", "assertion"] {
      guard let member = reader.member(key) else { continue }
      sample.identity.presentsSubject.state(true, at: member.key.span, grade: .declared)
    }
    for key in ["actor_token", "actor_token_type"] {
      guard let member = reader.member(key) else { continue }
      sample.identity.actor.state(key, at: member.key.span, grade: .declared)
    }
  }
}
