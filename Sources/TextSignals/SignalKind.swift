/// One thing that a text does which honest documentation of a tool has little reason to do.
///
/// A signal alone proves nothing: "you must" is how many honest descriptions speak. What a sentence's
/// signals amount to together is decided by `Strength`.
public enum SignalKind: String, Hashable, Sendable, CaseIterable {
  /// Sets aside the instructions that the agent has.
  case override = "sets aside other instructions"
  /// Poses as a message of the system, or as more important than the rest.
  case pseudoRole = "poses as a system message"
  /// Tells the agent what it has to do.
  case order = "gives the agent an order"
  /// Waits for something that the user or another tool does.
  case trigger = "waits for a condition"
  /// Wants to run before, after or instead of other tools.
  case precedence = "claims precedence over other tools"
  /// Takes in a secret, a file that holds one, or what the agent and its user say to each other.
  case sensitiveObject = "takes sensitive data"
  /// Passes data on.
  case sink = "passes data on"
  /// Keeps something from the user.
  case concealment = "keeps it from the user"
  /// Speaks about what other tools do.
  case otherTool = "speaks about other tools"
  /// Praises the tool above others.
  case preference = "steers the choice of tools"
  /// Changes what the user wrote, or where it goes.
  case rewriting = "changes or redirects the user's data"
  /// Names a fixed address or account.
  case fixedDestination = "names a fixed address or account"
  /// Asks for something that the tool's purpose does not need.
  case needlessParameter = "asks for more than its purpose needs"
  /// Runs, weakens or destroys something.
  case dangerousAct = "asks for a dangerous act"
  /// Has the agent say what is not so.
  case deception = "has the agent say what is not so"
  /// Says openly that data is taken away.
  case theft = "speaks of taking data away"
  /// Is encoded, split or spelled so that a reader or a filter misses it.
  case disguise = "is disguised"
}
