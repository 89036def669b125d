import Estate
import SourceText
import Syntax

/// Request headers that Kong sets and takes off on the way to a service.
struct KongHeaders {
  let scope: KongScope
  let authentication: KongAuthentication

  /// What Kong writes about the consumer whom it has authenticated, over anything that the client sent.
  private static let ofConsumers = [
    "x-consumer-id", "x-consumer-custom-id", "x-consumer-username", "x-credential-identifier",
  ]

  /// Adds the headers that the plugins of the route speak about.
  func add(to route: inout Route) {
    var headers = KongHeaderChanges(scope: scope).headers + mapped
    if authentication.namesConsumers, let check = authentication.kind.evidence {
      for name in Self.ofConsumers where !headers.contains(where: { $0.name == name }) {
        headers.append(
          IdentityHeader(
            name: name, origin: Evidence(.verified, at: check.span, grade: .configured),
            expression: ""))
      }
    }
    for header in headers {
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(header)
      } else {
        route.otherHeaders.append(header)
      }
    }
    route.unnamedHeaders = Stated(
      authentication.mayBeDecidedByCode ? .unknown : .passedOn, at: scope.anchor,
      grade: .configured)
  }

  /// Headers that a token check fills with claims, each with the claim as its expression.
  private var mapped: [IdentityHeader] {
    let claims = (scope.plugin("ai-mcp-oauth2")?.config?["claim_to_header"]).elementsOrSelf
    let written = claims.map { (name: $0["header"], claim: $0["claim"]?.scalarText) }
    let config = scope.plugin("openid-connect")?.config
    let paths = (config?["upstream_headers_claims"]).elementsOrTexts
    // Claims and headers go together by their places in the two lists.
    let listed = (config?["upstream_headers_names"]).elementsOrTexts.enumerated().map {
      (name: Optional($1), claim: $0 < paths.count ? Self.text(ofClaim: paths[$0]) : nil)
    }
    return (written + listed).compactMap { entry in
      guard let name = entry.name, let text = name.scalarText else { return nil }
      return IdentityHeader(
        name: text.lowercased(), origin: Evidence(.verified, at: name.span, grade: .configured),
        expression: entry.claim ?? "")
    }
  }

  /// The name of a claim, or the names that lead to a nested one.
  private static func text(ofClaim path: Node) -> String {
    path.scalarText ?? path.elements.compactMap(\.scalarText).joined(separator: ".")
  }
}
