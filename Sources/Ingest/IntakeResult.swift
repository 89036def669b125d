public import Estate
public import SourceText

/// A log that was recognised by its beginning and is left for `Telemetry` to stream.
public struct LogInput: Hashable, Sendable {
  /// Where its bytes are.
  public enum Content: Hashable, Sendable {
    /// In the file at a path, as the file system takes it.
    case file([UInt8])
    /// In memory.
    case bytes([UInt8])
    /// In whatever is piped into the process.
    case standardInput
  }

  /// Where its bytes are.
  public let content: Content
  /// The path to show.
  public let path: String
  /// Whether it is one JSON document that holds all records, and not an object a line.
  public let isDocument: Bool

  /// The log whose bytes are `content`, which is shown as `path`.
  public init(content: Content, path: String, isDocument: Bool = false) {
    self.content = content
    self.path = path
    self.isDocument = isDocument
  }
}

/// All that the paths of one run gave.
public struct IntakeResult: Sendable {
  /// What the sources say, joined; without the logs.
  public var fleet: Fleet
  /// Every path that was met, sorted.
  public var inputs: [Input]
  /// Catalogs that could be tied to no server, each as a server of its own.
  public var looseCatalogs: [Server] = []
  /// What lock files keep, by place.
  public var locked: [ServerContract] = []
  /// What is wrong with the inputs, in the order of `library` and of each file.
  public var diagnostics: [Diagnostic]
  /// The sources, which give spans their lines and columns.
  public var library: SourceLibrary
  /// The logs, sorted by path.
  public var logs: [LogInput]
  /// The files that stand for logs which were summarized before, sorted by path.
  public var logSummaries: [LogInput]

  /// Hands over the fleet and the sources, so that nobody has to copy them to add to them; nothing of them is
  /// left behind.
  public mutating func takeFleet() -> (fleet: Fleet, library: SourceLibrary) {
    var taken = (fleet: Fleet(), library: SourceLibrary())
    swap(&taken.fleet, &fleet)
    swap(&taken.library, &library)
    return taken
  }

  /// Whether nothing was found that a check could look at; a gate that looked at nothing has not passed.
  ///
  /// Files of kinds that this version only recognises are nothing to look at.
  public var isEmpty: Bool {
    !inputs.contains { $0.kind?.isSubjectOfChecks ?? false }
  }
}
