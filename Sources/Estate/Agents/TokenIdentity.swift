/// Whom a token is about, as a sample of it shows.
public struct TokenIdentity: Hashable, Sendable {
  /// The authorization server (`iss`).
  public var issuer = Stated<String>()
  /// The environment that the token is for, as a claim or the request names it.
  public var environment = Stated<String>()
  /// The life of the token in the words of the sample, such as `expires_in: 900`.
  public var lifetimeText = Stated<String>()
  /// Whether the request presents the token of somebody else (`subject_token` of RFC 8693).
  public var presentsSubject = Stated<Bool>()
  /// Who acts for the user: the `act` claim (RFC 8693), or the `actor_token` of a request.
  public var actor = Stated<String>()
  /// Claims that only a person has, such as `email`; the names, never the values.
  public var personalClaims: [Evidence<String>] = []
  /// The names of all claims, those within others after a dot (`act.sub`); unstated where none are shown.
  public var claims = Stated<[String]>()

  /// Nothing is known.
  public init() {}
}
