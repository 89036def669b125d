import CEL
import Estate
import SourceText

extension Facts {
  /// What one client's configuration says about the server.
  static let client = FactType<ClientSubject>("client", clientExposure + clientConnection)

  private static let clientExposure: [Fact<ClientSubject>] =
    [
      Fact("agent", .string, "The agent that the configuration belongs to.") {
        .text($0.entry.agent, at: $0.entry.span)
      },
      Fact("name", .string, "The name under which the client knows the server.") {
        .text($0.entry.name.value, at: $0.entry.name.span)
      },
      Fact("isDisabled", .bool, "Whether the entry is switched off; unstated is on.") {
        .flag($0.entry.isDisabled.value ?? false, at: $0.entry.isDisabled.span ?? $0.entry.span)
      },
      Fact(
        "allowedTools", .list(.string),
        "The tools that the client may see."
      ) { subject in
        let listed = subject.entry.allowedTools
        if listed.value?.contains("*") ?? true, let shown = subject.toolsAtGateway {
          return .known(.list(shown.value.map(Value.string)), at: shown.span)
        }
        let silence = Silence(
          .client, mention: subject.entry.span,
          note: "its entry has no list of the tools that it may see")
        return .stated(listed, or: silence) { .list($0.map(Value.string)) }
      },
      .choice("approval", from: .client, "When the client asks a person.") { $0.entry.approval },
      Fact("autoApprovedTools", .list(.object("entry")), "Tools that are called unasked.") {
        .known(
          .entries($0.entry.autoApprovedTools, in: .client),
          at: $0.entry.autoApprovedTools.first?.span ?? $0.entry.span)
      },
      Fact("skipsApprovalOfWrites", .bool, "Whether some writing tool is called unasked.") {
        skipsApproval($0)
      },
      Fact("package", .object("package"), "What the client's command starts.") { subject in
        guard let package = subject.entry.package else {
          return .absent(
            Silence(.client, note: "the entry starts no package"))
        }
        return .known(
          .object(
            FactObject(
              PartSubject(package, at: package.identifier.span, in: .client), as: Facts.package)),
          at: package.identifier.span)
      },
      Fact("unlistedCalls", .list(.object("entry")), "Tools that its agent called beside its list.")
      {
        $0.unlistedCalls
      },
      Fact("bypassesGateway", .bool, "Whether its address leads round the gateway's routes.") {
        .flag($0.bypassingURL != nil, at: $0.bypassingURL?.span ?? $0.entry.span)
      },
      Fact("sharesCredential", .bool, "Whether another agent uses the same credential.") {
        subject in
        let shared = subject.entry.credentialReferences.first {
          subject.context.sharedCredentials[$0.value] != nil
        }
        return .flag(shared != nil, at: shared?.span ?? subject.entry.span)
      },
      Fact("sharedCredential", .string, "The reference that another agent uses too, or nothing.") {
        subject in
        let shared = subject.entry.credentialReferences.first {
          subject.context.sharedCredentials[$0.value] != nil
        }
        return .text(shared?.value ?? "", at: shared?.span ?? subject.entry.span)
      },
    ]

  /// Whether the client lets a tool that changes state be called without asking anyone.
  private static func skipsApproval(_ subject: ClientSubject) -> Reading {
    let shown = subject.toolsAtGateway.map { Set($0.value) }
    let unasked = subject.server.tools.compactMap { tool -> (tool: Tool, waiver: SourceSpan)? in
      guard tool.isEnabled.value != false, shown?.contains(tool.name) ?? true else { return nil }
      return subject.entry.waiver(of: tool.name).map { (tool, $0) }
    }
    let writes = unasked.lazy.filter { $0.tool.effectiveClass?.changesState ?? false }
    if let place = writes.map(\.waiver).min() { return .flag(true, at: place) }
    if let unknown = unasked.first(where: { $0.tool.effectiveClass == nil }) {
      return .absent(.unknownClass(of: unknown.tool))
    }
    return .flag(false, at: subject.entry.approval.span ?? subject.entry.span)
  }
}
