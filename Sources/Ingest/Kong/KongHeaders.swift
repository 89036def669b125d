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
    var headers = transformed + mapped
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

  /// Headers that a token check fills with claims.
  private var mapped: [IdentityHeader] {
    let claims = scope.plugin("ai-mcp-oauth2")?.config?["claim_to_header"].elementsOrSelf ?? []
    let written = claims.compactMap { $0["header"] }
    let listed = scope.plugin("openid-connect")?.config?["upstream_headers_names"]
    return (written + listed.elementsOrTexts).compactMap { name in
      name.scalarText.map { text in
        IdentityHeader(
          name: text.lowercased(), origin: Evidence(.verified, at: name.span, grade: .configured),
          expression: "")
      }
    }
  }

  /// Headers that `request-transformer` changes, each once.
  ///
  /// It removes, then replaces what is there, then adds what is not: a header that is only added is the
  /// client's own wherever the client sends it.
  private var transformed: [IdentityHeader] {
    guard
      let config =
        (scope.plugin("request-transformer-advanced")
        ?? scope.plugin("request-transformer"))?.config
    else { return [] }
    let removed = entries(config, "remove")
    let replaced = entries(config, "replace")
    let added = entries(config, "add") + entries(config, "append")
    var headers: [IdentityHeader] = []
    for entry in replaced + added where !headers.contains(where: { $0.name == entry.name }) {
      let isSet =
        removed.contains { $0.name == entry.name } || replaced.contains { $0.name == entry.name }
      headers.append(
        IdentityHeader(
          name: entry.name,
          origin: Evidence(
            isSet ? origin(of: entry.value) : .client, at: entry.place, grade: .configured),
          expression: entry.value))
    }
    for entry in removed where !headers.contains(where: { $0.name == entry.name }) {
      headers.append(
        IdentityHeader(
          name: entry.name, origin: Evidence(.removed, at: entry.place, grade: .configured),
          expression: ""))
    }
    return headers
  }

  /// `name:value`, as `action` lists them.
  private func entries(
    _ config: Node, _ action: String
  ) -> [(name: String, value: String, place: SourceSpan)] {
    (config[action]?["headers"]).elementsOrTexts.compactMap { node in
      node.scalarText.map { text in
        let name = text.prefix { $0 != ":" }
        return (name.lowercased(), String(text.dropFirst(name.count + 1)), node.span)
      }
    }
  }

  /// A template stands in `$(…)`.
  private func origin(of value: String) -> IdentityHeader.Origin {
    guard value.contains("$(") else { return .constant }
    if ["headers", "query_params", "uri_captures"].contains(where: value.contains) {
      return .client
    }
    return .unknown
  }
}
