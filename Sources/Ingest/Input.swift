/// One path that was met, and what became of it: nothing is left out in silence.
public struct Input: Hashable, Sendable {
  /// What became of an input.
  public enum Status: Hashable, Sendable {
    /// It was read, and the fleet holds what it says.
    case analyzed
    /// Its kind is known, and this version does not read that kind; nothing it says counts as evidence.
    case recognized
    /// It is none of the kinds that are known, for the reason given.
    case unrecognized(reason: String)
    /// It was not opened, for the reason given.
    case skipped(reason: String)
    /// It could not be read or parsed; diagnostics say why.
    case failed
  }

  /// The path as the user would write it, with `/` between its parts.
  public let path: String
  /// What the file is, where that is known.
  public var kind: FileKind?
  /// What became of it.
  public var status: Status
  /// The SHA-256 of its bytes in hexadecimal; `nil` where they were not read whole, as for logs.
  public var sha256: String?
  /// Its size in bytes; `nil` where it is no file.
  public var byteCount: Int?

  /// The input at `path`.
  public init(
    path: String, kind: FileKind? = nil, status: Status, sha256: String? = nil,
    byteCount: Int? = nil
  ) {
    self.path = path
    self.kind = kind
    self.status = status
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}
