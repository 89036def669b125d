import CEL
import Estate

extension Facts {
  /// TLS on both sides of the gateway.
  static let routeTLS: [Fact<RouteSubject>] = [
    Fact("isTLS", .bool, "Whether clients reach the gateway over TLS.") { subject in
      .stated(
        subject.route.isTLS,
        or: Silence(.gateway, note: "the listener stands in a file that was not given")
      ) { .bool($0) }
    },
    Fact("tlsVersions", .list(.string), "The versions of TLS that clients may use.") { subject in
      .stated(subject.route.tls.versions, or: unwrittenTLS) { versions in
        .list(versions.map { .string($0.rawValue) })
      }
    },
    Fact("deprecatedTLSVersions", .list(.string), "Those of them that RFC 8996 and 7568 forbid.") {
      subject in
      .stated(subject.route.tls.versions, or: unwrittenTLS) { versions in
        .list(versions.filter(\.isDeprecated).map { .string($0.rawValue) })
      }
    },
    Fact("tlsCiphers", .string, "The cipher suites that clients may use, as written.") { subject in
      .stated(subject.route.tls.ciphers, or: unwrittenTLS) { .string($0) }
    },
    .flag("asksForCertificate", from: .gateway, "Whether clients are asked for a certificate.") {
      $0.route.tls.asksForClientCertificate
    },
    .flag("isUpstreamEncrypted", from: .gateway, "Whether the gateway speaks TLS to the server.") {
      $0.route.tls.isUpstreamEncrypted
    },
    .flag("verifiesUpstream", from: .gateway, "Whether it checks the server's certificate.") {
      $0.route.tls.verifiesUpstream
    },
  ]

  private static let unwrittenTLS = Silence(
    .gateway, note: "the configuration leaves it to the default of the gateway's release")
}
