public import SourceText

/// A file that defines a server's tools or permissions, and who has to review its changes.
public struct ReviewedFile: Hashable, Sendable {
  /// The path as the report shows it.
  public var path: String
  /// What the file says about the server: its manifest, its tools or its grants.
  public var kind: SourceKind
  /// The line of the CODEOWNERS file that decides; the whole file where no line speaks of the path.
  public var rule: SourceSpan
  /// The people and teams that the line names; empty where nobody has to review.
  public var owners: [String]

  /// The file at `path`, about which `rule` decides.
  public init(path: String, kind: SourceKind, rule: SourceSpan, owners: [String]) {
    self.path = path
    self.kind = kind
    self.rule = rule
    self.owners = owners
  }
}
