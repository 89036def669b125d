public import SourceText

/// The kinds of source that can speak about a fleet.
///
/// A control for which none of a kind was given stays unproven; a rule's reason names the kind.
public enum SourceKind: String, Hashable, Sendable, CaseIterable {
  /// A server manifest: mcpready's own, a registry's `server.json`, a catalog entry.
  case manifest
  /// A `tools/list` result or the schema file of one tool.
  case catalog
  /// The configuration of a gateway or its rate-limit service.
  case gateway
  /// The configuration of an MCP client or agent.
  case client
  /// Which agent may call what.
  case accessPolicy = "access policy"
  /// Audit records.
  case log
  /// Drills, incidents, exceptions, approvers.
  case record = "process record"
  /// An OAuth token request, response or decoded claims.
  case token = "token sample"
  /// What was approved, as `mcpready lock` writes it.
  case lock = "lock file"
}

/// How a server manifest is written, which decides where the keys can stand that only mcpready knows.
public enum ManifestForm: String, Hashable, Sendable, CaseIterable {
  /// mcpready's own manifest: at its root.
  case own
  /// A registry's `server.json`: under a key of its `_meta`.
  case registryEntry
  /// An entry of Docker's catalog: nowhere in it.
  case dockerEntry
}

/// One source that speaks about a subject, and where it does.
public struct SourceMention: Hashable, Sendable {
  /// What the source is.
  public let kind: SourceKind
  /// The part of it that is about the subject, such as the whole manifest or one client's entry.
  public let span: SourceSpan
  /// How it is written, where it is a manifest.
  public let form: ManifestForm

  /// A mention of kind `kind` at `span`.
  public init(_ kind: SourceKind, at span: SourceSpan, form: ManifestForm = .own) {
    self.kind = kind
    self.span = span
    self.form = form
  }
}
