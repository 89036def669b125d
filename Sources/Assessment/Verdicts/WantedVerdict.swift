import Estate

/// A rung that a policy wants servers to reach, be it more than their tools ask for.
///
/// It never lets a server pass with less than what it exposes asks for.
public struct WantedVerdict: Sendable {
  /// The servers that are meant.
  public enum Scope: Sendable {
    /// Those whose identities `matches` is true of, which the policy writes as the pattern `text`.
    case servers(text: String, matches: @Sendable (String) -> Bool)
    /// Those that run in the environment.
    case environment(String)
  }

  /// The servers.
  public let scope: Scope
  /// The rung.
  public let verdict: Verdict
  /// Where the policy says so, such as `mcpready.yaml:12:5`.
  public let place: String

  /// The wish at `place` that the servers of `scope` reach `verdict`.
  public init(_ verdict: Verdict, for scope: Scope, place: String) {
    self.verdict = verdict
    self.scope = scope
    self.place = place
  }

  /// Whether `server` is meant.
  func covers(_ server: Server) -> Bool {
    switch scope {
    case .servers(_, let matches): matches(server.id)
    case .environment(let name):
      (server.environments.value ?? []).contains { $0.lowercased() == name.lowercased() }
    }
  }

  /// The wish that counts for `server`: the first that names it, else the highest of its environments.
  static func of(_ server: Server, among wishes: [WantedVerdict]) -> WantedVerdict? {
    let covering = wishes.filter { $0.covers(server) }
    let named = covering.first { if case .servers = $0.scope { true } else { false } }
    return named
      ?? covering.reduce(nil) { best, next in
        guard let best else { return next }
        return next.verdict > best.verdict ? next : best
      }
  }
}
