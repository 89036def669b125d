public import SourceText

/// What a tool can be part of when an agent is led to leak data (control 507).
public struct Capability: Hashable, Sendable {
  /// The three parts, of which none does harm alone.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It brings in content that strangers can write, and with it their instructions.
    case untrustedSource = "untrusted content"
    /// It brings in data that must not leave.
    case privateData = "private data"
    /// It can carry data out, or money.
    case externalSink = "external sink"
  }

  /// The part.
  public let kind: Kind
  /// Why, as a clause that follows the tool's name: "takes any `url`".
  public let reason: String
  /// The annotation, parameter or declaration that decides, otherwise the entry that names the tool.
  public let span: SourceSpan?

  /// Whether what an external sink carries out is money, and no data.
  public let movesMoneyOnly: Bool

  /// The part `kind`, because of `reason`.
  public init(
    _ kind: Kind, because reason: String, at span: SourceSpan?, movesMoneyOnly: Bool = false
  ) {
    self.kind = kind
    self.reason = reason
    self.span = span
    self.movesMoneyOnly = movesMoneyOnly
  }
}
