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
    /// Whether it takes the place of what the client sent under the name.
    let overwrites: Bool
    let position: Int
  }

  private let additions: [Addition]
  private let removals: [(name: Node, position: Int)]
  private let checksClientCertificates: Bool

  /// What the connection manager does comes before all filters, what routes say after them, in the router.
  private static let (beforeFilters, inRouter) = (-1, Int.max - 1)

  /// Reads what `layers` and the filters of `scope` do to headers.
  init(scope: EnvoyRouteScope, alsoOf clusters: [Node]) {
    var added: [(entry: Node, position: Int)] = []
    var removed: [(name: Node, position: Int)] = []
    func take(_ mutations: Node?, at position: Int) {
      for mutation in mutations.elementsOrSelf {
        if let append = mutation["append"] { added.append((append, position)) }
        if let name = mutation["remove"] { removed.append((name, position)) }
      }
    }
    for layer in scope.layers + clusters {
      added += layer["request_headers_to_add"].elementsOrSelf.map { ($0, Self.inRouter) }
      removed += layer["request_headers_to_remove"].elementsOrTexts.map { ($0, Self.inRouter) }
      removed += layer["internal_only_headers"].elementsOrTexts.map { ($0, Self.beforeFilters) }
    }
    for early in scope.connection.node["early_header_mutation_extensions"].elementsOrSelf {
      take(early["typed_config"]["mutations"], at: Self.beforeFilters)
    }
    for filter in scope.filters("header_mutation") {
      let mutations = (filter.override ?? filter.configuration)["mutations"]
      take(mutations["request_mutations"], at: filter.position)
    }
    removals = removed
    additions = added.compactMap { Self.addition($0.entry, at: $0.position) }
    checksClientCertificates = scope.connection.checksClientCertificates
  }

  private static func addition(_ entry: Node, at position: Int) -> Addition? {
    let header = entry["header"]
    guard let name = header["key"]?.scalarText?.lowercased(), let value = header["value"],
      let text = value.scalarText
    else { return nil }
    let action = entry["append_action"]?.scalarText
    let overwrites =
      action?.hasPrefix("OVERWRITE_") ?? (entry["append"].map { $0.boolean == false } ?? false)
    return Addition(
      name: name, value: value, text: text, overwrites: overwrites, position: position)
  }

  /// Every header that is set or taken off, and where its value comes from.
  ///
  /// By default Envoy appends, so that a value that the client sent under the same name stays in front.
  var all: [Placed] { headers(additions, removals) }

  /// Those that requests have when they come to the filter at `position` of the chain, each with the place
  /// in the chain where it was set.
  func seen(byFilterAt position: Int) -> [Placed] {
    headers(additions.filter { $0.position < position }, removals.filter { $0.position < position })
  }

  /// A header, how many filters requests have passed when it is set, and the names of the headers of the
  /// request that it copies, where it takes nothing else from the client.
  typealias Placed = (header: IdentityHeader, position: Int, copied: [String])

  private func headers(
    _ additions: [Addition], _ removals: [(name: Node, position: Int)]
  ) -> [Placed] {
    let removedNames = Set(removals.compactMap { $0.name.scalarText?.lowercased() })
    let added = additions.map { addition -> Placed in
      let isRemoved = removedNames.contains(addition.name)
      let keepsClients = !addition.overwrites && !isRemoved
      return (
        identityHeader(addition, keepsClients: keepsClients), addition.position,
        keepsClients ? [] : Self.copiedHeaders(in: addition.text)
      )
    }
    let names = Set(additions.map(\.name))
    let removed = removals.compactMap { entry, position -> Placed? in
      guard let name = entry.scalarText?.lowercased(), !names.contains(name) else { return nil }
      let origin = Evidence(IdentityHeader.Origin.removed, at: entry.span, grade: .configured)
      return (IdentityHeader(name: name, origin: origin, expression: ""), position, [])
    }
    return added + removed
  }

  private func identityHeader(_ addition: Addition, keepsClients: Bool) -> IdentityHeader {
    var expression = addition.text
    var origin = keepsClients ? .client : Self.origin(of: addition.text)
    if !checksClientCertificates, addition.text.uppercased().contains("%DOWNSTREAM_PEER_") {
      origin = .client
      expression += " of a certificate that is not verified"
    }
    return IdentityHeader(
      name: addition.name, origin: Evidence(origin, at: addition.value.span, grade: .configured),
      expression: expression)
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

  /// Whether the configuration takes the header `name`, in lower case, off.
  func removes(_ name: String) -> Bool {
    removals.contains { $0.name.scalarText?.lowercased() == name }
  }

  /// Whether the header `name`, in lower case, is set or taken off before the filter at `position`.
  func changes(_ name: String, before position: Int) -> Bool {
    additions.contains { $0.name == name && $0.position < position }
      || removals.contains {
        $0.position < position && $0.name.scalarText?.lowercased() == name
      }
  }

  /// Whether the configuration takes the client's `Authorization` off.
  var removesAuthorization: Bool { removes("authorization") }

  private static let clientOperators = [
    "%REQ(", "%REQUEST_HEADER", "%REQ_WITHOUT_QUERY(", "%QUERY_PARAM", "%COOKIE(", "%PATH",
    "%REQUESTED_SERVER_NAME", "REQUEST.HEADERS", "HEADER_TO_METADATA", "ENVOY.LB",
  ]

  private static func copiedHeaders(in text: String) -> [String] {
    let references = EnvoyHeaderReference.all(in: text)
    let fromClient = text.uppercased().split(separator: "%").filter { part in
      clientOperators.contains { ("%" + part).contains($0) }
    }
    // Each operator names at least one header; with more headers some stand in for others.
    let copies = references.filter { !$0.isAlternative }.count
    return fromClient.count == copies ? references.map(\.name) : []
  }

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
