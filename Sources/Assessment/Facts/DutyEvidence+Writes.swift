import Estate
import SourceText

/// The duties of tools that change state.
extension DutyEvidence {
  /// Whether the schema takes an idempotency key, or an annotation or the name makes a repeated call harmless.
  ///
  /// A mechanism that the manifest describes in words need not show in the schema; an argument must.
  var idempotencyOfSchema: Reading? {
    guard let input = tool.input else { return .absent(silenceOfSchema) }
    if let key = input.idempotencyKey { return .flag(true, at: key.name.span) }
    if tool.annotations.idempotent.value == true {
      return .flag(true, at: tool.annotations.idempotent.span)
    }
    guard let mechanism = tool.idempotency.value else {
      let isHarmless = tool.setsAState && tool.annotations.idempotent.value == nil
      return .flag(isHarmless, at: isHarmless ? tool.catalogEntry : input.span)
    }
    if let argument = input.parameter(named: mechanism) {
      return .flag(true, at: argument.name.span)
    }
    return mechanism.looksLikeIdentifier ? .flag(false, at: input.span) : nil
  }

  /// That calls were repeated without a key; that none was proves nothing yet.
  var repeatedCalls: Reading? {
    guard let repeats = tool.traffic?.duplicates, repeats.matching > 0 else { return nil }
    return .flag(false, at: repeats.sample ?? tool.traffic?.sample)
  }

  /// Whether the manifest says how a call is undone; `one-way` is no way back.
  var declaredRollback: Reading {
    guard let reversal = tool.reversal.evidence else {
      return .absent(unstated("reversal", ofTool: true))
    }
    return .flag(
      !reversal.value.isOneWay && !StandIn.matches(reversal.value), at: reversal.span)
  }

  /// Whether the tool that undoes a call exists; a way back in words cannot be checked.
  var reversingTool: Reading? {
    guard let reversal = tool.reversal.evidence, !reversal.value.isOneWay,
      reversal.value.looksLikeIdentifier
    else { return nil }
    guard server.mention(in: .catalog) != nil else {
      return .absent(subject.silence(of: .catalog))
    }
    let other = server.tools.first { $0.name == reversal.value }
    return .flag(other?.catalogEntry != nil, at: other?.catalogEntry ?? reversal.span)
  }

  /// Whether the calls that were let through carry an approval, who gave it, and a valid trace.
  ///
  /// Where the log names approvers at all, a call without one is a change by nobody; where it names none,
  /// the record that an approval's id leads to may.
  var tracedChanges: Reading {
    let traced = approvedAndTraced
    guard traced.isYes, let traffic = tool.traffic, traffic.withoutApprover > 0 else {
      return traced
    }
    guard server.traffic?.approvers.isEmpty == false else { return .absent(silenceOfApprovers) }
    return .flag(false, at: traffic.sample)
  }

  private var approvedAndTraced: Reading {
    counted { traffic in
      let invalid = server.traffic?.invalidTraces ?? Count()
      let count = traffic.withoutApproval
      guard count.matching == 0, invalid.matching > 0 else { return (count.matching == 0, count) }
      return (
        false, Count(matching: invalid.matching, total: invalid.total, sample: invalid.sample)
      )
    }
  }

  /// Whether the manifest demands an approval and says who gives it.
  var declaredApproval: Reading {
    guard let demand = tool.requiresApproval.evidence else {
      return .absent(unstated("approval", ofTool: true))
    }
    guard demand.value else { return .flag(false, at: demand.span) }
    let approvers = tool.approvers.isStated ? tool.approvers : server.approverRoles
    guard let roles = approvers.evidence, !roles.value.isEmpty else {
      return .absent(unstated("approval.approvers", ofTool: true))
    }
    return .flag(true, at: roles.span)
  }

  /// Whether every call that was let through carries an approval by somebody else.
  var approvedByOthers: Reading {
    let approved = counted { traffic in
      if traffic.selfApproved.matching > 0 { return (false, traffic.selfApproved) }
      return (traffic.withoutApproval.matching == 0, traffic.withoutApproval)
    }
    guard approved.isYes, tool.traffic?.withoutApprover ?? 0 > 0 else { return approved }
    return .absent(silenceOfApprovers)
  }

  private var silenceOfApprovers: Silence {
    let (count, calls) = (tool.traffic?.withoutApprover ?? 0, tool.traffic?.withoutApproval.total)
    return Silence(
      .log,
      note: "\(count) of \(calls ?? 0) calls of '\(tool.name)' do not name who approved them",
      hint: tool.traffic?.sample)
  }

  /// Whether a limit that can match holds on every route.
  var enforcedRateLimit: Reading {
    guard !server.routes.isEmpty else {
      let isGiven = subject.context.fleet.givenSources.contains(.gateway)
      return .absent(
        Silence(
          .gateway,
          note: isGiven ? "no route of the gateway configuration leads to this server" : nil))
    }
    for route in server.routes
    where !route.rateLimits.contains(where: { $0.reach.value == .matches }) {
      if route.rateLimits.contains(where: { $0.reach.value == .unknown }) {
        return .absent(
          Silence(.gateway, note: "the rate-limit service's configuration was not given"))
      }
      guard !route.rateLimits.isEmpty || route.isFullyRead else {
        return .absent(RouteSubject(route, of: server).silence(of: .gateway))
      }
      return .flag(false, at: route.rateLimits.first?.span ?? route.span)
    }
    return .flag(true, at: server.routes.first?.rateLimits.first?.span)
  }

  /// Whether a person stands before each call, or what may run unattended is narrow.
  var attendedOrNarrow: Reading {
    let grants = subject.allowingGrants
    let entries = server.clientEntries.filter { $0.isDisabled.value != true }
    guard !subject.context.fleet.policies.isEmpty || !entries.isEmpty else {
      return .absent(Silence(.accessPolicy))
    }
    let automatic =
      grants.first { !$0.demandsApproval }?.span
      ?? entries.lazy.compactMap { $0.waiver(of: tool.name) }.first
    let place = grants.first?.span ?? entries.first?.span
    guard let automatic, let broad = broadPrivilege(of: grants) else {
      return .flag(true, at: place)
    }
    return .flag(false, at: broad == automatic ? automatic : broad)
  }

  /// A scope, credential or grant that reaches further than one task.
  private func broadPrivilege(of grants: [Grant]) -> SourceSpan? {
    let scopes =
      (tool.scopes.isEmpty ? server.access.scopes : tool.scopes)
      + server.tokenSamples.flatMap(\.scopes)
    if let scope = scopes.first(where: { ScopeReading($0.value).breadth != nil }) {
      return scope.span
    }
    let credential = server.credentials.first {
      $0.isAdministrative.value == true || $0.isShared.value == true
    }
    if let credential {
      return credential.isAdministrative.span ?? credential.isShared.span ?? credential.name.span
    }
    return grants.first { $0.isForEveryAgent || $0.isForEveryTool }.map {
      $0.isForEveryAgent ? $0.agents.first?.span ?? $0.span : $0.tools.first?.span ?? $0.span
    }
  }
}

extension InputSchema {
  /// The parameter by which the tool tells a repeated call from a new one.
  var idempotencyKey: Parameter? {
    parameters.first { parameter in
      let name = parameter.name.value.lowercased().filter { $0 != "_" && $0 != "-" }
      return name.hasSuffix("idempotencykey") || name == "requestid"
        || name == "idempotencytoken" || name == "clientrequestid"
    }
  }

  /// The parameter called `name`.
  func parameter(named name: String) -> Parameter? {
    parameters.first { $0.name.value == name }
  }
}

extension String {
  /// Whether the text could name an argument or a tool (`request_key`, `requestKey`), not a mechanism.
  var looksLikeIdentifier: Bool {
    var isJoined = false
    var previous: Character?
    for character in self {
      guard character.isASCII, character.isLetter || character.isNumber || "_.".contains(character)
      else { return false }
      let isHump = character.isUppercase && previous?.isLowercase ?? false
      if character == "_" || character == "." || isHump { isJoined = true }
      previous = character
    }
    return isJoined
  }

  /// Whether the text says that there is no way back.
  var isOneWay: Bool {
    ["one-way", "one_way", "oneway", "none", "irreversible"].contains(lowercased())
  }
}
