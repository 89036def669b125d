public import Estate
public import SourceText

/// A log that was recognised by its beginning and is left for `Telemetry` to stream.
public struct LogSource: Hashable, Sendable {
  /// The path to open, as the file system takes it.
  public let systemPath: [UInt8]
  /// The path to show.
  public let path: String

  /// The log at `systemPath`, which is shown as `path`.
  public init(systemPath: [UInt8], path: String) {
    self.systemPath = systemPath
    self.path = path
  }
}

/// All that the paths of one run gave.
public struct IntakeResult: Sendable {
  /// What the sources say, joined; without the logs.
  public var fleet: Fleet
  /// Every path that was met, sorted.
  public var inputs: [Input]
  /// What is wrong with the inputs, in the order of `library` and of each file.
  public var diagnostics: [Diagnostic]
  /// The sources, which give spans their lines and columns.
  public var library: SourceLibrary
  /// The logs, sorted by path.
  public var logs: [LogSource]

  /// Whether nothing was found that a check could look at; a gate that looked at nothing has not passed.
  public var isEmpty: Bool {
    !inputs.contains { $0.isRecognized && $0.kind != .policy }
  }
}
