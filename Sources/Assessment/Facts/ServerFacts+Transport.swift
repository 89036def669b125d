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
      "endpointIsUpstream", .bool, key: "endpoint",
      "Whether a gateway's route leads to its address, so that clients call another one."
    ) { subject in
      let endpoint = subject.server.endpoint.evidence
      let host = endpoint.map { AddressScheme.host(of: $0.value) }
      let upstreams = subject.server.routes.lazy.flatMap(\.upstreams)
      return .flag(
        upstreams.contains { AddressScheme.host(of: $0.value) == host }, at: endpoint?.span)
    },
    Fact(
      "openRemotes", .list(.string), "Addresses of a registry's entry that are reached without TLS."
    ) { subject in
      offers(of: subject.server) { AddressScheme.isEncrypted($0.url.value) == false }
    },
    Fact(
      "credentialArguments", .list(.string), "Options of its command line that hand over secrets."
    ) { subject in
      let options = subject.server.credentialArguments
      return .known(
        .list(options.map { .string($0.value) }),
        at: options.first?.span ?? subject.server.mention(in: .manifest))
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
