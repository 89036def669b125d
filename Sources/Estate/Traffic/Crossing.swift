/// Sessions in which something untrusted or sensitive was read, and after that something was written to the
/// outside without an approval: the path on which data leaves.
public struct Crossing: Hashable, Sendable {
  /// What makes the reading dangerous.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It brings in content that strangers can write.
    case untrusted
    /// It brings in data that must not leave.
    case sensitive
  }

  /// What was read.
  public var kind: Kind
  /// The server whose tool read.
  public var sourceServer: String
  /// The tool that read.
  public var sourceTool: String
  /// The tool that wrote, of the server whose traffic this is.
  public var sinkTool: String
  /// Sessions in which the write came after the read, of those that were looked at and used the tool that
  /// wrote; the sample is that tool's first record.
  public var sessions: Count

  /// Sessions in which `sinkTool` came after `sourceTool`.
  public init(
    kind: Kind, sourceServer: String, sourceTool: String, sinkTool: String, sessions: Count
  ) {
    self.kind = kind
    self.sourceServer = sourceServer
    self.sourceTool = sourceTool
    self.sinkTool = sinkTool
    self.sessions = sessions
  }
}
