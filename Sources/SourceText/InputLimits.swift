/// How large an input may be before it is refused with a clear error.
///
/// Every input is hostile until it is read; these bounds keep time and memory linear in what is accepted.
public struct InputLimits: Hashable, Sendable {
  /// The largest file that is read whole, in bytes; logs are streamed and have no such bound.
  public var fileSize = 64 << 20

  /// The deepest nesting of collections or blocks.
  public var depth = 512

  /// The largest number of nodes in one file's tree.
  public var nodes = 8_000_000

  /// The largest number of nodes that following all YAML aliases of one file may visit.
  public var expandedNodes = 1_000_000

  /// The limits that `check` uses.
  public static let standard = InputLimits()

  /// Limits at their standard values, to be changed where needed.
  public init() {}
}
