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
        readSubject(into: &sample, from: &reader)
        TokenTask.read(into: &sample, from: &reader)
      }
      isRead = isRead || read != nil
    }
    return isRead ? sample : nil
  }

  private static func readGrant(into sample: inout TokenSample, from reader: inout MappingReader) {
    sample.grantType.merge(Stated(reader.string("grant_type")))
    for key in ["client_id", "azp"] {
      sample.clientID.merge(Stated(reader.string(key)))
    }
    for key in ["audience", "resource", "aud"] {
      sample.audiences.merge(Stated(reader.list(key)))
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
    sample.lifetime.merge(Stated(reader.integer("expires_in")))
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
  }

  /// The user for whom an agent acts: `sub` beside an actor (RFC 8693) or a client that is somebody else.
  private static func readSubject(
    into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    guard let subject = reader.string("sub") else { return }
    let isDelegated = reader.node("act")?.kind == .mapping
    let isClient = sample.clientID.statements.contains { $0.value == subject.value }
    let isForItself = sample.grantType.value == "client_credentials"
    if isDelegated || (sample.clientID.isStated && !isClient && !isForItself) {
      sample.subject.state(subject)
    }
  }
}
