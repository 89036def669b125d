/// The tools of a server that a gateway shows to clients and lets them call, by name.
public struct ToolSelection: Hashable, Sendable {
  /// One tool.
  public struct Entry: Hashable, Sendable {
    /// The tool's name.
    public var name: String
    /// The agents that see it; empty for all.
    public var callers: [String]

    /// The tool `name` for `callers`.
    public init(_ name: String, callers: [String] = []) {
      self.name = name
      self.callers = callers
    }
  }

  /// What is shown; everything else is not.
  public var entries: [Entry]

  /// A selection of `entries`.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// The names of the tools that the agent `caller` sees, each once.
  public func names(for caller: String) -> Set<String> {
    Set(entries.filter { $0.callers.isEmpty || $0.callers.contains(caller) }.map(\.name))
  }
}
