/// How a server proves who it is to a system behind it: the second token lifecycle, beside that of its own
/// callers.
public struct DownstreamAccess: Hashable, Sendable {
  /// How it authenticates.
  public var scheme = Stated<AuthenticationScheme>()
  /// The reference of the credential that it uses there; never a value.
  public var credential = Stated<String>()
  /// The longest life of an access token there, in seconds.
  public var tokenLifetime = Stated<Int>()
  /// The same as the source writes it, such as `1h`.
  public var tokenLifetimeText = Stated<String>()
  /// How the credential is rotated.
  public var rotation = Stated<DocumentReference>()
  /// How its tokens are revoked.
  public var revocation = Stated<DocumentReference>()
  /// Where the calls that the server makes there are recorded.
  public var auditTrail = Stated<String>()

  /// Access about which nothing is stated.
  public init() {}
}
