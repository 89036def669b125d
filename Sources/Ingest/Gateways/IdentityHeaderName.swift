/// Names of headers that tell an upstream who calls.
enum IdentityHeaderName {
  private static let subjects: Set<String> = [
    "agent", "user", "client", "tenant", "subject", "principal", "identity", "caller", "actor",
    "account", "email", "username", "userid",
  ]
  private static let notIdentity: Set<String> = ["user-agent", "x-client-version", "client-hints"]

  /// Whether the lower-case `name` is about who calls, such as `x-agent-id` or `x-forwarded-user`.
  static func matches(_ name: String) -> Bool {
    guard !notIdentity.contains(name) else { return false }
    let words = name.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard !words.contains("ip"), !words.contains("cert"), !words.contains("address") else {
      return false
    }
    return words.contains { subjects.contains($0) }
  }
}
