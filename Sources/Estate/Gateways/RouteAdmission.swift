/// Which agents a gateway's own rules let through on a route.
public struct RouteAdmission: Hashable, Sendable {
  /// Whether agents pass whom no rule names, and the place that says so.
  public var admitsOthers: Evidence<Bool>
  /// The agents whom a rule lets pass, as the rules call them.
  public var agents: [Evidence<String>]

  /// Rules that let `agents` pass, and others where `admitsOthers` says so.
  public init(admitsOthers: Evidence<Bool>, agents: [Evidence<String>] = []) {
    self.admitsOthers = admitsOthers
    self.agents = agents
  }
}
