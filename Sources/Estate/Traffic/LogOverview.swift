public import SourceText

/// The log as a whole.
public struct LogOverview: Hashable, Sendable {
  /// Records that were read.
  public var records = 0
  /// Lines that could not be read, of all that are not blank, with the first as sample.
  public var malformed = Count()
  /// The first few of those lines.
  public var malformedLines: [MalformedLine] = []
  /// Spans and log records of OTLP batches that are about no MCP message, and so are no records.
  public var unrelated = 0
  /// Records that name no server, and so speak about none.
  public var withoutServer = Count()
  /// Records that give one field twice under one name; the last of the values counts.
  public var withRepeatedFields = Count()
  /// Records of servers that are not told apart, because the log names more than can be.
  public var unlisted = 0
  /// What the log holds too much of to be looked at whole, one sentence each without its period.
  public var reachedBounds: [String] = []
  /// The first record's time.
  public var first: Timestamp?
  /// The last record's time.
  public var last: Timestamp?

  /// A line that is no record.
  public struct MalformedLine: Hashable, Sendable {
    /// The place of the fault.
    public var span: SourceSpan
    /// What is wrong, in one sentence without its period.
    public var reason: String

    /// Says that `reason` makes the line at `span` no record.
    public init(span: SourceSpan, reason: String) {
      self.span = span
      self.reason = reason
    }
  }

  /// No log.
  public init() {}
}
