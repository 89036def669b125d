/// A header that tells the upstream, a rate limit or the access log who calls.
public struct IdentityHeader: Hashable, Sendable {
  /// Where the value comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// Copied from the client as it came.
    case client
    /// From something the gateway has verified: a certificate, a token's claim, an authorization service.
    case verified
    /// The same for every request.
    case constant
    /// Taken off before the request goes on.
    case removed
    /// From code, or from a service that may set any header: no configuration tells.
    case unknown
  }

  /// Who takes an identity from the header.
  public enum Reader: String, Hashable, Sendable, CaseIterable {
    /// The upstream, to which the gateway hands it on.
    case upstream
    /// A rate limit that counts by it.
    case rateLimit = "rate limit"
    /// The gateway's access log.
    case accessLog = "access log"
  }

  /// The header's name in lower case.
  public var name: String
  /// Where the value comes from, and the directive that says so.
  public var origin: Evidence<Origin>
  /// The value as written, such as `$http_x_agent_id`; empty where nothing is written.
  public var expression: String
  /// Who takes an identity from it.
  public var reader: Reader

  /// A header `name` whose value comes from `origin`.
  public init(
    name: String, origin: Evidence<Origin>, expression: String, reader: Reader = .upstream
  ) {
    self.name = name
    self.origin = origin
    self.expression = expression
    self.reader = reader
  }
}

/// What a gateway does with headers of the client about which its configuration says nothing.
public enum UnnamedHeaders: String, Hashable, Sendable, CaseIterable {
  /// They go on as they came.
  case passedOn = "passed on"
  /// They go on as they came, but for those whose name holds an underscore.
  case passedOnWithoutUnderscores = "passed on without underscores"
  /// None goes on.
  case dropped
  /// Code, or a service that may set any header, stands in between.
  case unknown
}

extension Route {
  /// Where the value of the header `name` comes from that the upstream receives, and the place that says
  /// so; `nil` where nothing is known of it.
  public func origin(ofHeader name: String) -> Evidence<IdentityHeader.Origin>? {
    let name = name.lowercased()
    let spokenOf = identityHeaders + otherHeaders
    if let named = spokenOf.first(where: { $0.reader == .upstream && $0.name == name }) {
      return named.origin
    }
    return unnamedHeaders.evidence?.map { rule in
      switch rule {
      case .passedOn: .client
      case .passedOnWithoutUnderscores: name.contains("_") ? .removed : .client
      case .dropped: .removed
      case .unknown: .unknown
      }
    }
  }
}
