import CEL
import Estate
import SourceText

/// What the server's results may hold, and what becomes of them.
extension Facts {
  static let serverDataHandling: [Fact<ServerSubject>] = [
    .missingKeys("missingOutputRules", "Keys on what results must not hold that are not there.") {
      missingOutputRules($0.server.dataHandling)
    },
    .text("redaction", from: .manifest, "What takes such data out of results.") {
      $0.server.dataHandling.redaction
    },
    .demandedText("redacts", "Whether that is more than a word for nothing.") {
      $0.dataHandling.redaction
    },
    Fact("sampledSecrets", .list(.object("secret")), "Secrets in recorded results of its tools.") {
      subject in
      let samples = subject.server.responseSamples
      guard let first = samples.first else {
        return .absent(
          Silence(.record, note: "no recorded result of a tool (`response_samples`) was given"))
      }
      let secrets = samples.flatMap(\.secrets)
      return .known(
        .parts(secrets, as: secret, in: .record) { $0.span },
        at: secrets.first?.span ?? first.span)
    },
    Fact(
      "unboundedTools", .list(.object("entry")), key: "limits.max_result_bytes",
      "The tools whose results the manifest does not limit."
    ) {
      unboundedTools($0)
    },
    .missingKeys("missingHistory", "Keys on conversation history that are not there.") {
      missingHistory($0.server.dataHandling)
    },
    .reference("historyPolicy", "The document on what conversation history may keep.") {
      $0.dataHandling.historyPolicy
    },
    Fact(
      "historyIsDocumented", .bool,
      "Whether a document or two lists say what conversation history keeps and leaves out."
    ) { historyIsDocumented($0) },
    .choice("outputValidation", from: .manifest, "How untrusted results are validated.") {
      $0.server.dataHandling.validation
    },
    .missingKeys("missingOutputTrust", "Keys on untrusted results that are not there.") {
      missingOutputTrust($0.server.dataHandling)
    },
    Fact(
      "trustedOpenTools", .list(.object("entry")),
      "Tools that reach the open world and whose results do not count as untrusted."
    ) { trustedOpenTools($0) },
    Fact(
      "unschemaedOutputs", .list(.object("entry")),
      "Tools whose results count as untrusted and whose catalog entry has no output schema."
    ) { unschemaedOutputs($0) },
  ]

  private static func enabledTools(_ subject: ServerSubject) -> [Tool] {
    subject.server.tools.filter { tool in
      tool.isEnabled.value != false && (tool.manifestEntry ?? tool.catalogEntry) != nil
    }
  }

  private static func missingOutputRules(_ handling: DataHandling) -> [String] {
    var missing: [String] = []
    if !handling.neverReturned.isSaid { missing.append("data_handling.never_return") }
    if !handling.redaction.isStated { missing.append("data_handling.redaction") }
    return missing
  }

  private static func missingOutputTrust(_ handling: DataHandling) -> [String] {
    var missing: [String] = []
    if handling.untrustedOutputs.value?.isEmpty ?? true {
      missing.append("data_handling.untrusted_outputs")
    }
    if !handling.validation.isStated { missing.append("data_handling.output_validation") }
    return missing
  }

  private static func missingHistory(_ handling: DataHandling) -> [String] {
    if handling.historyPolicy.isStated { return [] }
    switch (handling.historyKeeps.isStated, handling.historyExcludes.isStated) {
    case (true, true): return []
    case (true, false): return ["data_handling.history_excludes"]
    case (false, true): return ["data_handling.history_keeps"]
    case (false, false): return ["data_handling.conversation_history"]
    }
  }

  private static func unboundedTools(_ subject: ServerSubject) -> Reading {
    let limits = subject.server.limits.maxResultBytes
    if let limit = limits.evidence, limit.value > 0 {
      return .known(.list([]), at: limit.span, rival: limits.disagreement?.second.span)
    }
    let tools = enabledTools(subject)
    guard let first = tools.first, subject.server.isRegistered else {
      return .absent(subject.silence(of: .manifest))
    }
    let unbounded = tools.filter { ($0.maxResultBytes.value ?? 0) <= 0 }
    return .known(
      .names(of: unbounded, in: .manifest) { $0.manifestEntry ?? $0.catalogEntry },
      at: unbounded.isEmpty ? first.maxResultBytes.span : subject.registration)
  }

  private static func historyIsDocumented(_ subject: ServerSubject) -> Reading {
    let handling = subject.server.dataHandling
    if let policy = handling.historyPolicy.evidence {
      if let reason = policy.value.reasonUnknown {
        return .absent(Silence(.manifest, note: reason, hint: policy.span))
      }
      return .flag(policy.value.exists, at: policy.span)
    }
    guard let keeps = handling.historyKeeps.span, handling.historyExcludes.isStated else {
      return .absent(subject.silence(of: .manifest))
    }
    return .flag(true, at: keeps)
  }

  private static func isUntrusted(_ tool: Tool, by names: [String]) -> Bool {
    names.contains { $0 == tool.name || $0 == "all" || $0 == "*" }
  }

  private static func trustedOpenTools(_ subject: ServerSubject) -> Reading {
    guard let untrusted = subject.server.dataHandling.untrustedOutputs.evidence else {
      return .absent(subject.silence(of: .manifest))
    }
    // Only what the catalog says itself: a tool that says nothing may reach anything, but nobody knows.
    let trusted = enabledTools(subject).filter {
      $0.annotations.openWorld.value == true && !isUntrusted($0, by: untrusted.value)
    }
    return .known(
      .names(of: trusted, in: .catalog) { $0.annotations.openWorld.span },
      at: trusted.first?.annotations.openWorld.span ?? untrusted.span)
  }

  private static func unschemaedOutputs(_ subject: ServerSubject) -> Reading {
    guard let untrusted = subject.server.dataHandling.untrustedOutputs.evidence else {
      return .absent(subject.silence(of: .manifest))
    }
    let covered = enabledTools(subject).filter { isUntrusted($0, by: untrusted.value) }
    guard covered.contains(where: { $0.catalogEntry != nil }) else {
      return .absent(subject.silence(of: .catalog))
    }
    let bare = covered.filter { $0.catalogEntry != nil && $0.hasOutputSchema.value != true }
    return .known(
      .names(of: bare, in: .catalog) { $0.catalogEntry },
      at: bare.first?.catalogEntry ?? covered.compactMap(\.catalogEntry).min())
  }
}
