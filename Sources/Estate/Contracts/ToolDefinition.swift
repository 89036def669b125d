public import SourceText

/// The members of a tool's definition by which clients call it and models choose it.
///
/// Two definitions are the same where their canonical texts are, however they are laid out.
public struct ToolDefinition: Hashable, Sendable {
  /// A member that callers, models or reviewers depend on.
  public enum Member: String, Hashable, Sendable, CaseIterable {
    /// The name for people.
    case title
    /// What the model reads.
    case description
    /// What callers send.
    case inputSchema = "input_schema"
    /// What callers get.
    case outputSchema = "output_schema"
    /// What clients are told about the effects.
    case annotations

    /// The member as definitions of MCP write it.
    public var name: String {
      switch self {
      case .inputSchema: "inputSchema"
      case .outputSchema: "outputSchema"
      case .title, .description, .annotations: rawValue
      }
    }
  }

  /// One member's value.
  public struct Part: Hashable, Sendable {
    /// The value in the notation that equal values share (RFC 8785).
    public let canonicalText: String
    /// The SHA-256 of the canonical text in hexadecimal; equal for equal values only, where to `String`
    /// some texts of different bytes are equal.
    public let digest: String
    /// Where it is written.
    public let span: SourceSpan

    /// The value that `canonicalText` writes, found at `span`.
    public init(canonicalText: String, span: SourceSpan) {
      self.canonicalText = canonicalText
      self.span = span
      digest = SHA256.hexDigest(of: Array(canonicalText.utf8))
    }
  }

  private var parts: [Member: Part] = [:]

  /// A definition without members.
  public init() {}

  /// The value of `member`; `nil` where the definition has none.
  public subscript(member: Member) -> Part? {
    get { parts[member] }
    set { parts[member] = newValue }
  }

  /// The digests of all members, in their order: equal for a tool that was only renamed.
  public var body: [String?] {
    Member.allCases.map { parts[$0]?.digest }
  }

  /// Whether no member has a value.
  public var isEmpty: Bool { parts.isEmpty }
}
