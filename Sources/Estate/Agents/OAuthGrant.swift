/// How a client comes by a token.
public enum OAuthGrant: Hashable, Sendable {
  /// By its own credential alone (RFC 6749, section 4.4): the token is the client's, nobody else's.
  case clientCredentials
  /// By a user's consent (RFC 6749, section 4.1).
  case authorizationCode
  /// By a token that it got before.
  case refreshToken
  /// By another token (RFC 8693), such as a user's.
  case tokenExchange
  /// By a signed assertion about a user or itself (RFC 7523), as on-behalf-of flows use it.
  case assertion
  /// By another one, as written.
  case other(String)

  /// The grant that `text` names in a request.
  public init(_ text: String) {
    self =
      switch text {
      case "client_credentials": .clientCredentials
      case "authorization_code": .authorizationCode
      case "refresh_token": .refreshToken
      case "urn:ietf:params:oauth:grant-type:token-exchange": .tokenExchange
      case "urn:ietf:params:oauth:grant-type:jwt-bearer": .assertion
      default: .other(text)
      }
  }

  /// The grant as requests write it.
  public var name: String {
    switch self {
    case .clientCredentials: "client_credentials"
    case .authorizationCode: "authorization_code"
    case .refreshToken: "refresh_token"
    case .tokenExchange: "urn:ietf:params:oauth:grant-type:token-exchange"
    case .assertion: "urn:ietf:params:oauth:grant-type:jwt-bearer"
    case .other(let text): text
    }
  }
}
