/// What a gateway's configuration says about TLS on one route, on both sides of it.
///
/// Unstated is what depends on the product's release, such as the default of `ssl_protocols`.
public struct RouteTLS: Hashable, Sendable {
  /// The protocol versions that clients may use, oldest first.
  public var versions = Stated<[TLSVersion]>()
  /// The cipher suites as written.
  public var ciphers = Stated<String>()
  /// Whether clients are asked for a certificate; unstated where the gateway cannot ask, or where a
  /// certificate of its own is what the upstream sees.
  public var asksForClientCertificate = Stated<Bool>()
  /// Whether the gateway speaks TLS to the upstream.
  public var isUpstreamEncrypted = Stated<Bool>()
  /// Whether the gateway checks the upstream's certificate; unstated where it speaks no TLS to it.
  public var verifiesUpstream = Stated<Bool>()

  /// Nothing is known.
  public init() {}
}

/// A version of SSL or TLS.
public enum TLSVersion: String, Hashable, Sendable, CaseIterable, Comparable {
  /// 1995; broken.
  case ssl2 = "SSLv2"
  /// 1996; broken (RFC 7568).
  case ssl3 = "SSLv3"
  /// 1999; deprecated (RFC 8996).
  case tls10 = "TLSv1.0"
  /// 2006; deprecated (RFC 8996).
  case tls11 = "TLSv1.1"
  /// 2008.
  case tls12 = "TLSv1.2"
  /// 2018.
  case tls13 = "TLSv1.3"

  /// Whether RFC 8996 or an earlier one forbids its use.
  public var isDeprecated: Bool { self < .tls12 }

  /// Orders versions by age, the oldest first.
  public static func < (left: TLSVersion, right: TLSVersion) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
