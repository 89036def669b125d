import CEL
import Estate
import SourceText

extension Facts {
  /// One tool of the server.
  static let tool = FactType<ToolSubject>(
    "tool",
    toolIdentity + toolClass + toolApproval + toolSchema + toolTraffic + toolResults
      + toolTexts + toolCapabilities)

  private static let toolIdentity: [Fact<ToolSubject>] = [
    Fact("name", .string, "The name that clients call.") { .text($0.tool.name, at: $0.place) },
    Fact("isEnabled", .bool, "Whether it is switched on; unstated is on.") {
      .flag($0.tool.isEnabled.value ?? true, at: $0.tool.isEnabled.span ?? $0.place)
    },
    Fact("isRegistered", .bool, "Whether a manifest lists it or a catalog defines it.") {
      .flag($0.tool.manifestEntry != nil || $0.tool.catalogEntry != nil, at: $0.place)
    },
    Fact("isListed", .bool, "Whether the manifest lists it.") { subject in
      if let entry = subject.tool.manifestEntry { return .flag(true, at: entry) }
      guard let manifest = subject.server.mention(in: .manifest) else {
        return .absent(Silence(.manifest))
      }
      // A manifest without any list, such as a registry's entry, leaves no tool out.
      guard subject.server.tools.contains(where: { $0.manifestEntry != nil }) else {
        return .absent(Silence(.manifest, mention: manifest))
      }
      return .flag(false, at: manifest)
    },
    Fact("isInCatalog", .bool, "Whether a `tools/list` result or schema file defines it.") {
      subject in
      if let entry = subject.tool.catalogEntry { return .flag(true, at: entry) }
      guard let catalog = subject.server.mention(in: .catalog) else {
        return .absent(Silence(.catalog))
      }
      if let place = subject.server.catalogBreak { return .absent(Silence(catalogBreak: place)) }
      return .flag(false, at: catalog)
    },
    Fact("isDefinedOnce", .bool, "Whether no catalog defines it twice.") { subject in
      guard let entry = subject.tool.catalogEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      let second = subject.tool.redefinitions.first
      return .flag(second == nil, at: second ?? entry)
    },
    Fact("owner", .string, key: "owner", "Who answers for it: its own owner, or else the server's.")
    { subject in
      let own = subject.tool.owner
      return .stated(
        own.isStated ? own : subject.server.ownership.owner, or: subject.silence(of: .manifest)
      ) { .string($0) }
    },
    Fact(
      "ownerIsAccountable", .bool, key: "owner", "Whether that owner is one named person or team."
    ) {
      subject in
      let own = subject.tool.owner
      return .stated(
        own.isStated ? own : subject.server.ownership.owner, or: subject.silence(of: .manifest)
      ) { .bool(OwnerName($0).isAccountable) }
    },
    .said("purpose", from: .manifest, key: "purpose", "Why it exists.") { $0.tool.purpose },
    .text("description", from: .catalog, "What the model reads.") { $0.tool.description },
    Fact(
      "schemaReference", .string, key: "schema_ref",
      "The file that the manifest names for its schema."
    ) {
      subject in
      .stated(subject.tool.schemaReference, or: subject.silence(of: .manifest)) {
        .string($0.text)
      }
    },
    .document(
      "schemaResolves", from: .manifest, key: "schema_ref", "Whether that file is in the estate.",
      { $0.tool.schemaReference }),
    .text("foreignSchema", from: .catalog, "The tool that this file defines instead of this one.") {
      $0.tool.foreignSchema
    },
    Fact("scopes", .list(.object("scope")), key: "scopes", "The scopes that a caller needs.") {
      subject in
      guard let first = subject.tool.scopes.first else {
        return .absent(subject.silence(of: .manifest))
      }
      return .known(.scopes(subject.tool.scopes, in: .manifest), at: first.span)
    },
  ]

  private static let toolClass: [Fact<ToolSubject>] = [
    .choice(
      "declaredClass", from: .manifest, key: "class", "What the manifest says that it may do."
    ) {
      $0.tool.declaredClass
    },
    .choice(
      "sensitivity", from: .manifest, key: "data_sensitivity",
      "The most sensitive data that it handles."
    ) {
      $0.tool.sensitivity
    },
    Fact(
      "derivedClass", .vocabulary(ToolClass.self),
      "What annotations, name and schema give away about what it may do."
    ) { subject in
      guard let derived = subject.derivedClass else {
        return .absent(subject.silence(of: .catalog))
      }
      return .text(derived.value.rawValue, at: derived.span ?? subject.place)
    },
    Fact("derivedClassReason", .string, "What gave it away.") { subject in
      .text(subject.derivedClass?.reason ?? "", at: subject.place)
    },
    Fact("changesState", .bool, "Whether calls change state, as declared or derived.") { subject in
      guard let effective = subject.effectiveClass else {
        return .absent(.unknownClass(of: subject.tool))
      }
      return .flag(
        effective.changesState, at: subject.tool.declaredClass.span ?? subject.place)
    },
    Fact("isIrreversible", .bool, "Whether calls cannot be undone or leave the company.") {
      subject in
      .flag(
        subject.effectiveClass == .irreversibleWrite,
        at: subject.tool.declaredClass.span ?? subject.place)
    },
    Fact(
      "isHighImpact", .bool, "Whether it deploys, deletes, pays, mails widely or changes rights."
    ) {
      .flag($0.tool.highImpact(as: $0.effectiveClass) != nil, at: $0.place)
    },
    Fact("understatesClass", .bool, key: "class", "Whether it is declared to do less than it does.")
    { subject in
      guard let declared = subject.tool.declaredClass.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      guard let derived = subject.derivedClass else {
        return .absent(subject.silence(of: .catalog))
      }
      let understates =
        derived.isConclusive && derived.value.changesState && !declared.value.changesState
      // A name alone can disprove a class; to bear it out takes a catalog.
      if !understates, subject.tool.catalogEntry == nil {
        return .absent(subject.silence(of: .catalog))
      }
      return .flag(
        understates, at: derived.span ?? subject.tool.catalogEntry ?? declared.span)
    },
  ]

  private static let toolApproval: [Fact<ToolSubject>] = [
    .flag(
      "requiresApproval", from: .manifest, key: "approval.required",
      "Whether the manifest demands an approval."
    ) {
      $0.tool.requiresApproval
    },
    Fact(
      "policyRequiresApproval", .bool,
      "Whether every grant of the access policy that allows a call demands an approval."
    ) { $0.policyRequiresApproval },
    Fact(
      "runsUnapproved", .bool,
      "Whether it changes state, neither its impact nor its entry asks for an approval (302), and the log"
        + " shows calls without one."
    ) { $0.runsUnapproved },
    .text(
      "idempotency", from: .manifest, key: "idempotency", "What makes a repeated call harmless."
    ) {
      $0.tool.idempotency
    },
    .said("reversal", from: .manifest, key: "reversal", "How a call is undone, or `one-way`.") {
      $0.tool.reversal
    },
  ]

  private static let toolSchema: [Fact<ToolSubject>] = [
    Fact("parameters", .list(.object("parameter")), "What the input schema asks for.") { subject in
      guard let input = subject.tool.input else { return .absent(subject.silenceOfSchema) }
      return .known(
        .parts(input.parameters, as: parameter, in: .catalog) { $0.name.span }, at: input.span)
    },
    Fact("refusesUnknownProperties", .bool, "Whether properties without a schema are refused.") {
      subject in
      guard let input = subject.tool.input else { return .absent(subject.silenceOfSchema) }
      guard let refuses = input.refusesUnknownProperties else {
        return .absent(subject.silenceOfOtherArguments)
      }
      return .flag(refuses.value, at: refuses.span)
    },
    Fact("hasIdempotencyKey", .bool, "Whether the input schema takes an idempotency key.") {
      subject in
      guard let input = subject.tool.input else { return .absent(subject.silenceOfSchema) }
      let named = subject.tool.idempotency.value.flatMap(input.parameter(named:))
      let key = named ?? input.idempotencyKey
      return .flag(key != nil, at: key?.name.span ?? input.span)
    },
    Fact(
      "namesIdempotencyArgument", .bool,
      "Whether what makes a repeated call harmless is an argument, not a mechanism in words."
    ) { subject in
      .stated(subject.tool.idempotency, or: subject.silence(of: .manifest)) {
        .bool($0.looksLikeIdentifier)
      }
    },
    Fact("hintsIdempotent", .bool, "The annotation `idempotentHint`; false where unstated.") {
      subject in
      guard subject.tool.catalogEntry != nil else {
        return .absent(subject.silence(of: .catalog))
      }
      let hint = subject.tool.annotations.idempotent
      return .flag(hint.value ?? false, at: hint.span ?? subject.tool.catalogEntry)
    },
    Fact("schemaViolations", .list(.object("entry")), "What is wrong with its schemas.") {
      subject in
      guard let input = subject.tool.input else { return .absent(subject.silenceOfSchema) }
      return .known(.entries(input.violations, in: .catalog), at: input.span)
    },
    Fact("hiddenText", .list(.object("hiddenText")), "Characters that nobody can see.") {
      subject in
      guard let entry = subject.tool.catalogEntry ?? subject.tool.manifestEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      return .known(
        .parts(subject.tool.hiddenText, as: hiddenText, in: .catalog) { $0.span }, at: entry)
    },
  ]

  private static let toolTraffic: [Fact<ToolSubject>] = [
    toolCount("calls", "Records of the log that name the tool.") {
      Count(matching: $0.calls, total: $0.calls, sample: $0.sample)
    },
    Fact("callsWithoutApproval", .int, "Executed calls that carry no approval id.") { subject in
      guard let traffic = subject.tool.traffic, traffic.withoutApproval.total > 0 else {
        return .absent(
          Silence(.log, note: "the log shows no call of the tool that was let through"))
      }
      let count = traffic.withoutApproval
      return .number(count.matching, at: count.sample ?? traffic.sample)
    },
    toolCount("selfApprovedCalls", "Calls whose approver is the one who asked.") {
      $0.selfApproved
    },
    Fact("largestResultBytes", .int, "The size of the largest result that a record states.") {
      subject in
      guard let largest = subject.tool.traffic?.largestOutput else {
        return .absent(Silence(.log, note: "no record of the tool states the size of a result"))
      }
      return .number(largest.value, at: largest.span)
    },
    toolCount("duplicateWrites", "Calls that repeat an earlier one without an idempotency key.") {
      $0.duplicates
    },
  ]

  private static func toolCount(
    _ name: String, _ documentation: String,
    _ count: @escaping @Sendable (ToolTraffic) -> Count
  ) -> Fact<ToolSubject> {
    Fact(name, .int, documentation) { subject in
      guard let traffic = subject.tool.traffic else {
        return .absent(
          Silence(
            .log,
            note: subject.server.traffic == nil ? nil : "no record of the log names the tool"))
      }
      let count = count(traffic)
      return .number(count.matching, at: count.sample ?? traffic.sample)
    }
  }
}
