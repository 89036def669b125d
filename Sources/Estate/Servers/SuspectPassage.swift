public import SourceText

/// A passage of a text that a model reads, and what it tries to have the model do.
public struct SuspectPassage: Hashable, Sendable {
  /// What the signals of a passage amount to.
  public enum Strength: String, Hashable, Sendable, CaseIterable {
    /// One signal, as honest texts have them too; shown for review and never a finding.
    case low
    /// Two independent signals that steer the agent.
    case medium
    /// Two independent signals, one of which does harm.
    case high
    /// An order to take or redirect the user's data, or to set aside what protects it.
    case critical
  }

  /// One signal and the words that give it.
  public struct Signal: Hashable, Sendable {
    /// What the words do, such as `keeps it from the user`.
    public var name: String
    /// Where they stand.
    public var span: SourceSpan

    /// A signal called `name` at `span`.
    public init(name: String, span: SourceSpan) {
      self.name = name
      self.span = span
    }
  }

  /// What the passage amounts to.
  public var strength: Strength
  /// Its signals in the order of the text, each kind once.
  public var signals: [Signal]
  /// The member that holds it, such as `inputSchema.properties.note.description`.
  public var member: String
  /// Where it stands.
  public var span: SourceSpan
  /// Its words, cut to what a message can hold; hostile, and not yet escaped.
  public var quote: String
  /// How it was encoded, such as `base64`, `quote` being the decoded text; `nil` for plain text.
  public var encoding: String?
  /// Names of other programs' parts that it mentions, such as other tools.
  public var names: [String]

  /// A passage at `span`.
  public init(
    strength: Strength, signals: [Signal], member: String, span: SourceSpan, quote: String,
    encoding: String? = nil, names: [String] = []
  ) {
    self.strength = strength
    self.signals = signals
    self.member = member
    self.span = span
    self.quote = quote
    self.encoding = encoding
    self.names = names
  }
}
