import Estate
import SourceText
import Syntax

/// Request headers that Envoy sets and removes on the way to the upstream.
struct EnvoyHeaders {
  /// A header that is added.
  private struct Addition {
    let name: String
    let value: Node
    let text: String
    /// Whether what the client sent under the name goes on beside or instead of the value.
    let keepsClients: Bool
  }

  private let additions: [Addition]
  private let removals: [Node]

  /// Reads what `layers` and the filters of `scope` do to headers.
  init(scope: EnvoyRouteScope, alsoOf clusters: [Node]) {
    var added: [Node] = []
    var removed: [Node] = []
    for layer in scope.layers + clusters {
      added += layer["request_headers_to_add"].elementsOrSelf
      removed += layer["request_headers_to_remove"].elementsOrTexts
      removed += layer["internal_only_headers"].elementsOrTexts
    }
    if let filter = scope.filter("header_mutation") {
      let mutations = (filter.override ?? filter.configuration)["mutations"]["request_mutations"]
      for mutation in mutations.elementsOrSelf {
        if let append = mutation["append"] { added.append(append) }
        if let name = mutation["remove"] { removed.append(name) }
      }
    }
    let removedNames = Set(removed.compactMap { $0.scalarText?.lowercased() })
    removals = removed
    additions = added.compactMap { Self.addition($0, removedNames: removedNames) }
  }

  private static func addition(_ entry: Node, removedNames: Set<String>) -> Addition? {
    let header = entry["header"]
    guard let name = header["key"]?.scalarText?.lowercased(), let value = header["value"],
      let text = value.scalarText
    else { return nil }
    let action = entry["append_action"]?.scalarText
    let overwrites =
      action?.hasPrefix("OVERWRITE_") ?? (entry["append"].map { $0.boolean == false } ?? false)
    return Addition(
      name: name, value: value, text: text,
      keepsClients: !overwrites && !removedNames.contains(name))
  }

  /// Every header that is set or taken off, and where its value comes from.
  ///
  /// By default Envoy appends, so that a value that the client sent under the same name stays in front.
  var all: [IdentityHeader] {
    let added = additions.map(identityHeader)
    let names = Set(added.map(\.name))
    let removed = removals.compactMap { entry -> IdentityHeader? in
      guard let name = entry.scalarText?.lowercased(), !names.contains(name) else { return nil }
      return IdentityHeader(
        name: name, origin: Evidence(.removed, at: entry.span, grade: .configured), expression: "")
    }
    return added + removed
  }

  private func identityHeader(_ addition: Addition) -> IdentityHeader {
    let origin = addition.keepsClients ? .client : Self.origin(of: addition.text)
    return IdentityHeader(
      name: addition.name, origin: Evidence(origin, at: addition.value.span, grade: .configured),
      expression: addition.text)
  }

  private static let credentialHeaders: Set<String> = [
    "authorization", "x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token",
  ]

  /// The credential that is set for the upstream, if one is.
  var credential: Evidence<UpstreamCredential>? {
    guard let addition = additions.first(where: { Self.credentialHeaders.contains($0.name) })
    else { return nil }
    let credential: UpstreamCredential =
      switch Self.origin(of: addition.text) {
      case .client: .passthrough
      case .verified: .perCaller
      case .constant, .removed, .unknown: .shared
      }
    return Evidence(credential, at: addition.value.span, grade: .configured)
  }

  /// Whether the configuration takes the client's `Authorization` off.
  var removesAuthorization: Bool {
    removals.contains { $0.scalarText?.lowercased() == "authorization" }
  }

  private static let clientOperators = [
    "%REQ(", "%REQUEST_HEADER", "%REQ_WITHOUT_QUERY(", "%QUERY_PARAM", "%COOKIE(", "%PATH",
    "%REQUESTED_SERVER_NAME", "REQUEST.HEADERS", "HEADER_TO_METADATA", "ENVOY.LB",
  ]

  /// Where the value of a header comes from, by Envoy's command operators.
  private static func origin(of text: String) -> IdentityHeader.Origin {
    let upper = text.uppercased()
    if clientOperators.contains(where: upper.contains) { return .client }
    let verified = [
      "%DOWNSTREAM_PEER_", "%DYNAMIC_METADATA(", "%FILTER_STATE(", "%DOWNSTREAM_REMOTE_",
    ]
    return verified.contains(where: upper.contains) ? .verified : .constant
  }
}
