import CEL
import Estate

extension Facts {
  /// How clients reach the server, and whether strangers can listen.
  static let serverTransport: [Fact<ServerSubject>] = [
    .text(
      "protocolRevision", from: .manifest, key: "protocol_version",
      "The MCP revision that it speaks, such as `2025-11-25`."
    ) { $0.server.protocolRevision },
    Fact(
      "endpointIsEncrypted", .bool, key: "endpoint",
      "Whether its address is reached over TLS, or only from the host itself."
    ) { subject in
      guard let endpoint = subject.server.endpoint.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      guard let isEncrypted = AddressScheme.isEncrypted(endpoint.value) else {
        return .absent(
          Silence(
            .manifest, mention: endpoint.span,
            note: "the `endpoint` '\(endpoint.value)' names no scheme"))
      }
      return .flag(isEncrypted, at: endpoint.span)
    },
    Fact(
      "openRemotes", .list(.string), "Addresses of a registry's entry that are reached without TLS."
    ) { subject in
      offers(of: subject.server) { AddressScheme.isEncrypted($0.url.value) == false }
    },
    Fact(
      "sseRemotes", .list(.string), "Addresses of a registry's entry that are served by HTTP+SSE."
    ) { subject in
      offers(of: subject.server) { $0.transport?.value == .httpSSE }
    },
  ]

  private static func offers(
    of server: Server, where isMeant: (RemoteOffer) -> Bool
  ) -> Reading {
    let found = server.remotes.filter(isMeant)
    return .known(
      .list(found.map { .string($0.url.value) }),
      at: found.first?.url.span ?? server.mention(in: .manifest))
  }
}

/// What the scheme of a URL says about who can listen.
enum AddressScheme {
  /// Whether `address` is reached over TLS or on the host alone; `nil` for one without a known scheme.
  static func isEncrypted(_ address: String) -> Bool? {
    let lower = address.lowercased()
    if ["https://", "wss://", "unix:"].contains(where: lower.hasPrefix) { return true }
    for scheme in ["http://", "ws://"] where lower.hasPrefix(scheme) {
      let authority = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
      if authority.hasPrefix("[::1]") { return true }
      let host = authority.prefix { $0 != ":" }
      return host == "localhost" || host.hasSuffix(".localhost")
        || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }
    return nil
  }
}
