public import SourceText

/// One exception from a rule; what lacks a required part is kept, so that it can be reported.
public struct ExceptionRecord: Hashable, Sendable {
  /// Where exceptions stand.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// In the policy file.
    case policy
    /// In a process record.
    case record
    /// In a comment beside what it is about.
    case comment
  }

  /// Something that keeps an exception from counting, found while it was read.
  public struct Flaw: Hashable, Sendable {
    /// The place.
    public let span: SourceSpan
    /// What is wrong, as a clause without its period.
    public let reason: String

    /// Says `reason` about `span`.
    public init(at span: SourceSpan, _ reason: String) {
      self.span = span
      self.reason = reason
    }
  }

  /// The record or comment.
  public var span: SourceSpan
  /// Where it stands.
  public var origin: Origin
  /// The rule's id.
  public var rule = Stated<String>()
  /// The server it is for; comments name none.
  public var server = Stated<String>()
  /// The tool it is for; unstated is every tool.
  public var tool = Stated<String>()
  /// Who answers for it; for a comment that is the server's owner.
  public var owner = Stated<String>()
  /// Why it is acceptable.
  public var reason = Stated<String>()
  /// The team's own word for what kind of exception it is.
  public var category = Stated<String>()
  /// The last day on which it holds.
  public var expiry = Stated<CalendarDate>()
  /// For a comment, the places in its file that it is about: findings that begin there.
  public var reach: [SourceSpan] = []
  /// What is wrong with the way it is written.
  public var flaws: [Flaw] = []

  /// An exception that `span` records.
  public init(span: SourceSpan, origin: Origin = .record) {
    self.span = span
    self.origin = origin
  }

  /// Whether a comment is about what begins at `place`.
  public func reaches(_ place: SourceSpan) -> Bool {
    reach.contains { $0.source == place.source && $0.range.contains(Int(place.start)) }
  }

  /// The same exception in a source that has become `source`, which holds the same bytes.
  public func moved(to source: SourceID) -> ExceptionRecord {
    func moved(_ span: SourceSpan) -> SourceSpan {
      SourceSpan(source: source, start: span.start, end: span.end)
    }
    func moved<Value>(_ fact: Stated<Value>) -> Stated<Value> {
      Stated(fact.evidence.map { Evidence($0.value, at: moved($0.span), grade: $0.grade) })
    }
    var copy = ExceptionRecord(span: moved(span), origin: origin)
    copy.rule = moved(rule)
    copy.server = moved(server)
    copy.tool = moved(tool)
    copy.owner = moved(owner)
    copy.reason = moved(reason)
    copy.category = moved(category)
    copy.expiry = moved(expiry)
    copy.reach = reach.map(moved)
    copy.flaws = flaws.map { Flaw(at: moved($0.span), $0.reason) }
    return copy
  }

  /// Whether both say the same, wherever they stand.
  public func says(theSameAs other: ExceptionRecord) -> Bool {
    origin == other.origin && rule.value == other.rule.value && server.value == other.server.value
      && tool.value == other.tool.value && owner.value == other.owner.value
      && reason.value == other.reason.value && expiry.value == other.expiry.value
  }
}
