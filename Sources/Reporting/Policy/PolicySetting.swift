public import Assessment
public import SourceText

/// One setting of a policy: its value after everything that can decide it has been heard, and what did.
public struct PolicySetting: Hashable, Sendable {
  /// What a setting can be.
  public enum Value: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// Yes or no.
    case flag(Bool)
    /// Several texts.
    case list([String])
  }

  /// What decided a value.
  public enum Origin: Hashable, Sendable {
    /// Nobody has said anything else.
    case usual
    /// The profile asks for it.
    case profile(Profile)
    /// The policy file says so.
    case file(SourceLocation)
    /// An option of the command says so.
    case commandLine(option: String)
  }

  /// The keys that lead to it in the policy file, joined by dots.
  public let name: String
  /// The value that counts.
  public let value: Value
  /// What decided it.
  public let origin: Origin
  /// What more there is to say, such as the reason that the file gives.
  public let note: String?

  /// The setting `name`.
  public init(_ name: String, _ value: Value, from origin: Origin, note: String? = nil) {
    self.name = name
    self.value = value
    self.origin = origin
    self.note = note
  }
}
