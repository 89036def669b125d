public import Estate
import SourceText

extension ManifestForm {
  /// Where keys go that only mcpready's manifest has, as a sentence; `nil` where they stand in the file as
  /// they are.
  public var keyAdvice: String? {
    switch self {
    case .own: nil
    case .registryEntry:
      "In a registry's `server.json`, keys of the manifest stand under `_meta`, there under"
        + " `io.modelcontextprotocol.registry/publisher-provided`, in a mapping called"
        + " `io.github.mcpready/governance`."
    case .dockerEntry:
      "Docker's catalog has no place for keys of the manifest: they go into a manifest of their own, with"
        + " the server's name there as `server_id`."
    }
  }
}

/// Where keys of mcpready's manifest go for one server.
struct KeyPlacement {
  /// What to add to a remedy that names such keys; `nil` for a server with a manifest of mcpready's own, and for
  /// one that nothing declares.
  let advice: String?
  /// Where manifests name the server, which is where findings about missing keys stand.
  private let names: [SourceSpan]
  /// The manifests, as long as they are.
  private let manifests: Set<SourceSpan>

  init(of server: Server) {
    let manifests = server.sources.filter { $0.kind == .manifest }
    advice =
      manifests.contains { $0.form == .own }
      ? nil : manifests.min { $0.span < $1.span }?.form.keyAdvice
    self.manifests = Set(manifests.map(\.span))
    names = server.registration.statements.map(\.span)
  }

  /// Where a manifest names the server, if `span` is there or is all of the manifest; `nil` elsewhere.
  func name(at span: SourceSpan) -> SourceSpan? {
    if names.contains(span) { return span }
    guard manifests.contains(span) else { return nil }
    return names.first { $0.source == span.source } ?? span
  }

  /// Whether `standing`, a finding about which stands at `span`, is unmet because of a key that is not there:
  /// the finding stands where a manifest names the server, or a manifest is silent.
  func concerns(_ standing: RuleJudge.PartStanding, at span: SourceSpan?) -> Bool {
    guard standing.status == .unmet else { return false }
    if let span, name(at: span) != nil { return true }
    return standing.outcomes.contains { outcome in
      guard case .notStated(let silence) = outcome.answer else { return false }
      return silence.kind == .manifest
    }
  }
}
