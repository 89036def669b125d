import Estate
import Reading
import SourceText
import Syntax

/// Reads whom a token is about: the claims of RFC 7519 and RFC 8693, and what well-known authorization
/// servers add to tell a client's own token from a user's.
enum TokenClaims {
  /// Reads `part`, decoded claims or a token response, which `reader` stands in.
  static func read(
    _ part: Node, into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    if isClaimSet(part) {
      sample.identity.claims.state(names(in: part), at: part.span, grade: .configured)
    }
    readGrant(into: &sample, from: &reader)
    readActor(into: &sample, from: &reader)
    readSubject(into: &sample, from: &reader)
    readPersonalClaims(into: &sample, from: &reader)
  }

  /// Responses have members of their own; only what names an issuer, a subject or an expiry is a claim set.
  private static func isClaimSet(_ part: Node) -> Bool {
    part.member("access_token") == nil
      && ["iss", "sub", "exp", "iat"].contains { part.member($0) != nil }
  }

  /// The names of the members of `node`, with those of mappings within it after a dot.
  private static func names(in node: Node, under path: String = "", depth: Int = 0) -> [String] {
    node.members.flatMap { member -> [String] in
      guard let key = member.key.scalarText else { return [] }
      let name = path.isEmpty ? key : "\(path).\(key)"
      guard member.value.kind == .mapping, depth < 3 else { return [name] }
      return [name] + names(in: member.value, under: name, depth: depth + 1)
    }
  }

  /// Auth0 repeats the grant as `gty`; Entra ID marks a client's own token with `idtyp: app`.
  private static func readGrant(into sample: inout TokenSample, from reader: inout MappingReader) {
    if let grant = reader.member("gty"), grant.value.string == "client-credentials" {
      sample.grantType.state(.clientCredentials, at: grant.value.span, grade: .configured)
    }
    if let kind = reader.member("idtyp"), kind.value.string == "app" {
      sample.grantType.state(.clientCredentials, at: kind.value.span, grade: .configured)
    }
  }

  private static func readActor(into sample: inout TokenSample, from reader: inout MappingReader) {
    guard let act = reader.member("act"), act.value.kind == .mapping else { return }
    let name = ["sub", "client_id", "azp"].lazy.compactMap { act.value[$0]?.scalarText }.first
    sample.identity.actor.state(name ?? "act", at: act.value.span, grade: .configured)
  }

  /// The user for whom an agent acts: `sub` beside an actor (RFC 8693) or a client that is somebody else.
  private static func readSubject(
    into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    guard let subject = reader.string("sub") else { return }
    let isClient = sample.clientID.statements.contains { $0.value == subject.value }
    let isForItself = sample.grantType.value == .clientCredentials || isServiceAccount(reader.node)
    if sample.identity.actor.isStated || (sample.clientID.isStated && !isClient && !isForItself) {
      sample.subject.state(subject)
    }
  }

  /// Keycloak gives the account of a client a user name of this form.
  private static func isServiceAccount(_ claims: Node) -> Bool {
    claims["preferred_username"]?.string?.hasPrefix("service-account-") == true
  }

  private static let personalClaims = ["email", "upn", "given_name", "family_name", "unique_name"]

  /// Claims that only a person has, and a `sub` or `preferred_username` that is a mail address.
  private static func readPersonalClaims(
    into sample: inout TokenSample, from reader: inout MappingReader
  ) {
    for name in personalClaims {
      guard let member = reader.member(name), member.value.string?.isEmpty == false else {
        continue
      }
      sample.identity.personalClaims.append(Evidence(name, at: member.key.span, grade: .configured))
    }
    for name in ["sub", "preferred_username"] {
      guard let member = reader.member(name), let text = member.value.string,
        isMailAddress(text)
      else { continue }
      sample.identity.personalClaims.append(
        Evidence(name, at: member.value.span, grade: .configured))
    }
  }

  /// Whether `text` is a mail address; `id@clients`, which Auth0 gives to clients, is none.
  private static func isMailAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasSuffix(".gserviceaccount.com")
  }
}
