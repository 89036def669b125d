/// Names of headers that tell an upstream who calls.
enum IdentityHeaderName {
  private static let subjects: Set<String> = [
    "agent", "user", "client", "tenant", "subject", "principal", "identity", "caller", "actor",
    "account", "email", "username", "userid",
  ]
  private static let notIdentity: Set<String> = ["user-agent", "x-client-version", "client-hints"]

  /// What a caller has, which is not who it is.
  private static let attributes: Set<String> = [
    "ip", "cert", "address", "trace", "request", "version", "type", "locale", "language",
    "timezone", "hint", "hints",
  ]

  /// Whether the lower-case `name` is about who calls, such as `x-agent-id` or `x-forwarded-user`.
  static func matches(_ name: String) -> Bool {
    guard !notIdentity.contains(name) else { return false }
    let words = name.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard !words.contains(where: attributes.contains) else { return false }
    return words.contains { subjects.contains($0) }
  }
}
