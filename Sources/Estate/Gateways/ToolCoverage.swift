/// For which tools a rate limit holds that tells tools apart by name.
public struct ToolCoverage: Hashable, Sendable {
  /// What the limit does with calls of one tool, or of all whose names begin alike.
  public struct Entry: Hashable, Sendable {
    /// The name; a final `*` stands for whatever follows.
    public var name: Evidence<String>
    /// Whether such calls are limited at all.
    public var isLimited: Bool

    /// Calls of `name` are limited or not.
    public init(name: Evidence<String>, isLimited: Bool) {
      self.name = name
      self.isLimited = isLimited
    }
  }

  /// The tools that the limit names.
  public var entries: [Entry]
  /// Whether tools are limited that no entry names, and the place that says so.
  public var limitsOthers: Evidence<Bool>

  /// A limit that names `entries`, and holds or does not hold for all other tools.
  public init(entries: [Entry], limitsOthers: Evidence<Bool>) {
    self.entries = entries
    self.limitsOthers = limitsOthers
  }

  /// Whether calls of `tool` are limited: its own entry decides before one for names that begin alike.
  public func limits(_ tool: String) -> Bool {
    let entry =
      entries.first { $0.name.value == tool }
      ?? entries.first { $0.name.value.hasSuffix("*") && tool.hasPrefix($0.name.value.dropLast()) }
    return entry?.isLimited ?? limitsOthers.value
  }
}
