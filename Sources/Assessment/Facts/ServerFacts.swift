import CEL
import Estate
import SourceText

extension Facts {
  /// One server.
  static let server = FactType<ServerSubject>(
    "server",
    serverRegistration + serverOwnership + serverAccess + serverParts + serverLimits
      + serverEgress + serverContainment + serverExceptions + serverIdentity + serverAudiences
      + serverPrivileges
      + serverEnvironments + serverTransport + serverOperations + serverBudgets + serverRollout
      + serverIndependence
      + serverDataHandling + serverReview + serverChangelog + serverLifecycle + serverInventory
      + serverDrills + serverDuties + serverBoundaries + serverApprovals + serverTexts
      + serverDrift + serverAdmission)

  private static let serverRegistration: [Fact<ServerSubject>] = [
    Fact("id", .string, "The identity under which it is registered.") {
      .text($0.server.id, at: $0.server.sources.map(\.span).min())
    },
    Fact("isRegistered", .bool, "Whether a manifest registers it.") {
      .flag(
        $0.server.isRegistered,
        at: $0.server.mention(in: .manifest) ?? $0.server.sources.map(\.span).min())
    },
    Fact(
      "isRegisteredAnywhere", .bool,
      "The same; not known where the manifest may be in what could not be read."
    ) { subject in
      let server = subject.server
      guard server.isRegistered || !subject.context.fleet.mayLackManifests else {
        return .absent(
          Silence(
            .manifest,
            note: "no manifest registers '\(server.id)', and one may be in what could not be read"))
      }
      return .flag(
        server.isRegistered,
        at: server.mention(in: .manifest) ?? server.sources.map(\.span).min())
    },
    Fact("isRemote", .bool, key: "transport", "Whether calls cross a network.") { subject in
      guard let isRemote = subject.server.isRemote else {
        return .absent(subject.silence(of: .manifest))
      }
      return .flag(
        isRemote,
        at: subject.server.transport.span ?? subject.server.endpoint.span
          ?? subject.server.impliedTransport.span)
    },
    .choice("transport", from: .manifest, key: "transport", "How clients reach it.") {
      $0.server.transport
    },
    .text("endpoint", from: .manifest, key: "endpoint", "The address of a remote server.") {
      $0.server.endpoint
    },
    .text("version", from: .manifest, key: "version", "The version.") { $0.server.version },
    Fact(
      "hasSemanticVersion", .bool, key: "version",
      "Whether the version is MAJOR.MINOR.PATCH (semver 2.0)."
    ) {
      subject in
      .stated(subject.server.version, or: subject.silence(of: .manifest)) {
        .bool(SemanticVersion($0) != nil)
      }
    },
    Fact("tier", .int, key: "tier", "The declared risk tier.") { subject in
      .stated(subject.server.tier, or: subject.silence(of: .manifest)) {
        .int(Int64($0.rawValue))
      }
    },
    Fact("derivedTier", .int, "The risk tier that the facts give.") {
      let derived = $0.derivedTier
      return .number(derived.value.rawValue, at: derived.span)
    },
    Fact("derivedTierReason", .string, "Why the facts give that tier.") {
      .text($0.derivedTier.reason, at: $0.derivedTier.span)
    },
    Fact("riskTier", .int, "The higher of the declared and the derived tier.") {
      .number($0.riskTier.rawValue, at: $0.server.tier.span)
    },
    .text("slaTier", from: .manifest, key: "sla_tier", "The service level.") { $0.server.slaTier },
    .text("dataDomain", from: .manifest, key: "data_domain", "The business domain of the data.") {
      $0.server.dataDomain
    },
    .choice(
      "dataSensitivity", from: .manifest, key: "data_sensitivity",
      "The most sensitive data it returns."
    ) {
      $0.server.dataSensitivity
    },
    Fact("environments", .list(.string), key: "environments", "The environments it runs in.") {
      subject in
      .stated(subject.server.environments, or: subject.silence(of: .manifest)) {
        .list($0.map(Value.string))
      }
    },
    .flag(
      "isMultiTenant", from: .manifest, key: "multi_tenant",
      "Whether one deployment serves several tenants."
    ) {
      $0.server.isMultiTenant
    },
  ]

  private static let serverOwnership: [Fact<ServerSubject>] = [
    .text("owner", from: .manifest, key: "owner", "The one accountable person or team.") {
      $0.server.ownership.owner
    },
    Fact(
      "ownerIsAccountable", .bool, key: "owner", "Whether the owner is one named person or team."
    ) { subject in
      .stated(subject.server.ownership.owner, or: subject.silence(of: .manifest)) {
        .bool(OwnerName($0).isAccountable)
      }
    },
    .said("supportContact", from: .manifest, key: "support", "Where users get help.") {
      $0.server.ownership.supportContact
    },
    .text("onCall", from: .manifest, key: "on_call", "Who is called at night.") {
      $0.server.ownership.onCall
    },
    Fact(
      "namesOnCall", .bool, key: "on_call",
      "Whether that is somebody, and not only a word for nobody yet."
    ) {
      .stated($0.server.ownership.onCall, or: $0.silence(of: .manifest)) {
        .bool(!StandIn.matches($0))
      }
    },
    Fact("runbook", .string, key: "on_call_runbook", "What the person on call follows.") {
      subject in
      .stated(subject.server.ownership.runbook, or: subject.silence(of: .manifest)) {
        .string($0.text)
      }
    },
    .document(
      "runbookExists", from: .manifest, key: "on_call_runbook",
      "Whether the runbook is in the estate."
    ) {
      $0.server.ownership.runbook
    },
  ]

  private static let serverAccess: [Fact<ServerSubject>] = [
    .flag(
      "authenticationRequired", from: .manifest, key: "auth_required",
      "Whether callers must authenticate."
    ) {
      $0.server.access.isAuthenticationRequired
    },
    .choice("authScheme", from: .manifest, key: "auth_scheme", "How callers authenticate.") {
      $0.server.access.scheme
    },
    Fact("authSchemeText", .string, "The same as a message says it, by the key that gives it.") {
      subject in
      let access = subject.server.access
      let text =
        access.schemeIsImpliedBy.map { "A fixed key in `\($0)`" }
        ?? "The manifest's `auth_scheme` '\(access.scheme.value?.rawValue ?? "")'"
      return .text(text, at: access.scheme.span)
    },
    .text("audience", from: .manifest, key: "auth.audience", "The audience that tokens must name.")
    {
      $0.server.access.audience
    },
    .number(
      "tokenLifetimeSeconds", from: .manifest, key: "auth.token_lifetime",
      "The longest life of an access token."
    ) {
      $0.server.access.tokenLifetime
    },
    Fact(
      "rotation", .string, key: "auth.rotation", "Where the rotation of credentials is described."
    ) { subject in
      .stated(subject.server.access.rotation, or: subject.silence(of: .manifest)) {
        .string($0.text)
      }
    },
    .document(
      "rotationIsDocumented", from: .manifest, key: "auth.rotation",
      "Whether that document is in the estate."
    ) {
      $0.server.access.rotation
    },
    Fact(
      "revocation", .string, key: "auth.revocation", "Where the revocation of tokens is described."
    ) { subject in
      .stated(subject.server.access.revocation, or: subject.silence(of: .manifest)) {
        .string($0.text)
      }
    },
    .document(
      "revocationIsDocumented", from: .manifest, key: "auth.revocation",
      "Whether that document is in the estate.",
      { $0.server.access.revocation }),
    .text(
      "userIdentity", from: .manifest, key: "identity.user", "Where the user's identity is carried."
    ) {
      $0.server.access.userIdentity
    },
    .text(
      "clientIdentity", from: .manifest, key: "identity.client",
      "Where the agent's identity is carried."
    ) {
      $0.server.access.clientIdentity
    },
    .text(
      "environmentIdentity", from: .manifest, key: "identity.environment",
      "Where the environment is carried."
    ) {
      $0.server.access.environmentIdentity
    },
    .text("tenantIdentity", from: .manifest, key: "identity.tenant", "Where the tenant is carried.")
    {
      $0.server.access.tenantIdentity
    },
    Fact("scopes", .list(.object("scope")), "Every scope that is asked for or granted.") {
      subject in
      let scopes = subject.server.access.scopes + subject.server.tokenSamples.flatMap(\.scopes)
      // That nobody lists the scopes does not mean that they are wide.
      guard let first = scopes.first else {
        return .absent(Silence(.manifest, note: "no source lists its scopes"))
      }
      return .known(.scopes(scopes, in: .manifest), at: first.span)
    },
    Fact(
      "credentials", .list(.object("credential")), key: "credentials",
      "Credentials that the manifest names."
    ) {
      subject in
      guard let first = subject.server.credentials.first else {
        return .absent(subject.silence(of: .manifest))
      }
      return .known(
        .parts(subject.server.credentials, as: credential, in: .manifest) { $0.name.span },
        at: first.name.span)
    },
    Fact("tokens", .list(.object("token")), "Token requests, responses and claims.") { subject in
      guard let first = subject.server.tokenSamples.first else {
        return .absent(subject.silence(of: .token))
      }
      return .known(
        .parts(
          subject.server.tokenSamples.map { [own = AudienceNames(of: subject.server)] sample in
            let holders = subject.context.sharedTokens[sample.span] ?? []
            return SampledToken(
              sample: sample, access: subject.server.access, ownAudiences: own,
              otherServers: holders.filter { $0 != subject.server.id })
          }, as: token, in: .token
        ) { $0.sample.span }, at: first.span)
    },
    Fact(
      "approverRoles", .list(.string), key: "approvals.approvers",
      "Roles that may approve calls of its tools."
    ) { subject in
      .stated(subject.server.approverRoles, or: subject.silence(of: .manifest)) {
        .list($0.map(Value.string))
      }
    },
    .said(
      "approvalRecord", from: .manifest, key: "approvals.recorded_in",
      "Where approvals are recorded."
    ) {
      $0.server.approvalRecord
    },
    Fact("secrets", .list(.object("secret")), "Places that look like live secrets.") { subject in
      // What is known only from the log has no file in which a secret could stand.
      guard let first = subject.server.sources.filter({ $0.kind != .log }).map(\.span).min() else {
        return .absent(subject.silence(of: .manifest))
      }
      return .known(
        .parts(subject.server.secrets, as: secret, in: .manifest) { $0.span }, at: first)
    },
  ]

  private static let serverParts: [Fact<ServerSubject>] = [
    Fact("tools", .list(.object("tool")), key: "tools", "Its tools.") { subject in
      guard subject.knowsTools else { return .absent(subject.silence(of: .manifest)) }
      return .known(
        .list(subject.tools.map { .object($0) }), at: subject.tools.first?.subject.place)
    },
    Fact("writesState", .bool, key: "tools", "Whether some enabled tool changes state.") {
      subject in
      guard subject.knowsTools else { return .absent(subject.silence(of: .manifest)) }
      let writer = subject.tools.lazy.map(\.subject).first {
        $0.tool.isEnabled.value != false && ($0.effectiveClass?.changesState ?? false)
      }
      if writer == nil, let unknown = subject.unclassedTool {
        return .absent(.unknownClass(of: unknown.tool))
      }
      return .flag(writer != nil, at: writer?.tool.manifestEntry ?? writer?.tool.catalogEntry)
    },
    Fact("routes", .list(.object("route")), "Gateway routes that lead to it.") { subject in
      guard !subject.routes.isEmpty else {
        let isGiven = subject.context.fleet.givenSources.contains(.gateway)
        return .absent(
          Silence(
            .gateway,
            note: isGiven ? "no route of the gateway configuration leads to this server" : nil))
      }
      return .known(
        .list(subject.routes.map { .object($0) }), at: subject.server.routes.first?.span)
    },
    Fact("clients", .list(.object("client")), "Client entries for it.") { subject in
      guard !subject.clients.isEmpty else { return .absent(subject.silence(of: .client)) }
      return .known(
        .list(subject.clients.map { .object($0) }), at: subject.server.clientEntries.first?.span)
    },
    Fact("traffic", .object("traffic"), "What the log shows.") { subject in
      guard let traffic = subject.traffic else {
        let isGiven = subject.context.fleet.givenSources.contains(.log)
        return .absent(
          Silence(.log, note: isGiven ? "no record of the audit log names this server" : nil))
      }
      return .known(.object(traffic), at: subject.server.traffic?.sample)
    },
    Fact(
      "packages", .list(.object("package")), key: "package",
      "What it is started from, in any source."
    ) {
      subject in
      let packages = subject.server.allPackages
      guard let first = packages.first else { return .absent(subject.silence(of: .manifest)) }
      return .known(
        .parts(packages, as: package, in: .manifest) { $0.identifier.span },
        at: first.identifier.span)
    },
    Fact("drills", .list(.object("drill")), "Incident drills in which it took part.") { subject in
      let records = subject.context.fleet.records
      guard subject.context.fleet.givenSources.contains(.record) else {
        return .absent(Silence(.record))
      }
      let held = records.drills.filter { drill in
        drill.servers.isEmpty || drill.servers.contains { $0.value == subject.server.id }
      }
      return .known(
        drills(held, in: subject.context), at: held.first?.span ?? records.sources.first?.span)
    },
  ]

  private static let serverLimits: [Fact<ServerSubject>] = [
    .number(
      "timeoutMilliseconds", from: .manifest, key: "limits.timeout", "When a call is given up."
    ) {
      $0.server.limits.timeout
    },
    .number("maxConcurrency", from: .manifest, key: "limits.max_concurrency", "Calls at one time.")
    {
      $0.server.limits.maxConcurrency
    },
    .number(
      "maxResultBytes", from: .manifest, key: "limits.max_result_bytes", "The largest result."
    ) {
      $0.server.limits.maxResultBytes
    },
    .number("maxRetries", from: .manifest, key: "limits.max_retries", "Retries of one call.") {
      $0.server.limits.maxRetries
    },
    .number(
      "callsPerMinute", from: .manifest, key: "limits.calls_per_minute", "The declared rate limit."
    ) {
      $0.server.limits.callsPerMinute
    },
    Fact(
      "rateLimitKeys", .list(.string), key: "limits.rate_limit_by",
      "What the declared rate limit is counted by."
    ) {
      subject in
      .stated(subject.server.limits.rateLimitKeys, or: subject.silence(of: .manifest)) {
        .list($0.map(Value.string))
      }
    },
    .choice("auditInputs", from: .manifest, key: "audit.inputs", "How inputs are recorded.") {
      $0.server.audit.inputs
    },
    .flag(
      "auditIsImmutable", from: .manifest, key: "audit.immutable",
      "Whether the log's store is tamper-evident."
    ) {
      $0.server.audit.isImmutable
    },
    .number(
      "auditRetentionDays", from: .manifest, key: "audit.retention_days",
      "How long records are kept."
    ) {
      $0.server.audit.retentionDays
    },
  ]

  private static let serverContainment: [Fact<ServerSubject>] = [
    .text("killSwitch", from: .manifest, key: "kill_switch", "How it is switched off.") {
      $0.server.containment.killSwitch
    },
    .text("killSwitchOwner", from: .manifest, key: "kill_switch.owner", "Who may throw the switch.")
    {
      $0.server.containment.killSwitchOwner
    },
    Fact(
      "killSwitchTestAgeDays", .int, key: "kill_switch.tested",
      "Days since the switch was last tested."
    ) { subject in
      .stated(
        subject.server.containment.killSwitchTested, or: subject.silence(of: .manifest)
      ) { .int(Int64(subject.context.date.days(since: $0))) }
    },
    .flag(
      "killSwitchIsPerTool", from: .manifest, key: "kill_switch.per_tool",
      "Whether single tools can be switched off."
    ) {
      $0.server.containment.isPerTool
    },
    .flag(
      "killSwitchIsPerEnvironment", from: .manifest, key: "kill_switch.per_environment",
      "Whether environments can be switched off apart.",
      { $0.server.containment.isPerEnvironment }),
    .text("fallback", from: .manifest, key: "fallback", "What serves instead.") {
      $0.server.containment.fallback
    },
    .text(
      "blastRadius", from: .manifest, key: "blast_radius", "The largest damage it can do, in words."
    ) {
      $0.server.containment.blastRadius
    },
    Fact(
      "recoveryChecklist", .string, key: "recovery_checklist", "What must hold before it goes on."
    ) { subject in
      .stated(
        subject.server.containment.recoveryChecklist, or: subject.silence(of: .manifest)
      ) { .string($0.text) }
    },
    .document(
      "recoveryChecklistExists", from: .manifest, key: "recovery_checklist",
      "Whether the checklist is in the estate.",
      { $0.server.containment.recoveryChecklist }),
  ]
}
