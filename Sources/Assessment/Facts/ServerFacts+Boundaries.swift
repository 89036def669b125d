import CEL
import Estate

extension Facts {
  /// Where one server ends: its domain, its deployment, and the policy that stands before it.
  static let serverBoundaries: [Fact<ServerSubject>] =
    serverResults + serverDomain + serverPattern + serverPolicy

  private static let serverResults: [Fact<ServerSubject>] = [
    Fact("listsTools", .bool, "Whether its manifest lists tools.") { subject in
      let listed = subject.server.tools.compactMap(\.manifestEntry).min()
      return .flag(listed != nil, at: listed ?? subject.server.mention(in: .manifest))
    },
    Fact("limitsEveryResult", .bool, "Whether something limits the results of every tool.") {
      subject in
      let unlimited = subject.unlimitedTools
      guard
        let source = subject.server.mention(in: .manifest) ?? subject.server.mention(in: .catalog)
      else { return .absent(subject.silence(of: .manifest)) }
      let limits = subject.tools.lazy.compactMap { $0.subject.declaredResultLimit.span }
      return .flag(unlimited.isEmpty, at: unlimited.first?.place ?? limits.first ?? source)
    },
    Fact("closesWrites", .bool, "Whether tools that change state refuse unknown arguments.") {
      subject in
      let writers = subject.readWriters
      guard let first = writers.first else { return .absent(subject.silenceOfWriters) }
      let open = writers.first { !$0.closed.value }
      return .flag(open == nil, at: (open ?? first).closed.span)
    },
    Fact("openWrites", .string, "The tools that do not, or nothing.") {
      .text(NameList($0.readWriters.filter { !$0.closed.value }.map(\.name)).text)
    },
    Fact("unlimitedTools", .string, "The enabled tools whose results nothing limits, or nothing.") {
      .text(NameList($0.unlimitedTools.map(\.tool.name)).text)
    },
  ]

  private static let serverDomain: [Fact<ServerSubject>] = [
    Fact("keepsToDomain", .bool, "Whether the manifest keeps to one business domain.") { subject in
      if let conflict = subject.domains.conflict(at: .declared) {
        return .flag(false, at: conflict.span)
      }
      guard let manifest = subject.server.mention(in: .manifest) else {
        return .absent(subject.silence(of: .manifest))
      }
      let tool = subject.server.tools.first { $0.manifestEntry != nil }?.manifestEntry
      return .flag(true, at: subject.server.dataDomain.span ?? tool ?? manifest)
    },
    Fact("servesOneDomain", .bool, "Whether catalog and policy keep to one business domain.") {
      subject in
      if let conflict = subject.domains.conflict(at: .configured) {
        return .flag(false, at: conflict.span)
      }
      guard let catalog = subject.server.mention(in: .catalog) else {
        return .absent(subject.silence(of: .catalog))
      }
      return .flag(true, at: catalog)
    },
    Fact("domainConflict", .string, "What the manifest mixes, or nothing.") {
      let conflict = $0.domains.conflict(at: .declared)
      return .text(conflict?.text ?? "", at: conflict?.span)
    },
    Fact("servedConflict", .string, "What catalog and policy mix, or nothing.") {
      let conflict = $0.domains.conflict(at: .configured)
      return .text(conflict?.text ?? "", at: conflict?.span)
    },
  ]

  private static let serverPattern: [Fact<ServerSubject>] = [
    Fact("hasDeploymentPattern", .bool, "Whether seed 3's matrix has a row for it.") { subject in
      guard subject.pattern.context == nil else { return .flag(true) }
      guard subject.server.isRemote != nil else {
        return .absent(subject.silence(of: .manifest))
      }
      return .flag(false)
    },
    Fact("deploymentContext", .vocabulary(DeploymentContext.self), "The row of the matrix.") {
      subject in
      guard let context = subject.pattern.context else {
        return .absent(Silence(.manifest, note: subject.pattern.reason))
      }
      return .text(context.rawValue)
    },
    Fact("contextReason", .string, "Why it is in that row.") { .text($0.pattern.reason) },
    Fact("fittingPattern", .string, "The deployment pattern that fits it.") {
      .text($0.pattern.context?.pattern.rawValue ?? "")
    },
    Fact("actualPattern", .string, "The deployment pattern that it has.") {
      .text($0.pattern.actual?.rawValue ?? "unknown")
    },
    Fact("fitsByManifest", .bool, "Whether its manifest describes the pattern that fits.") {
      $0.pattern.declared ?? .absent($0.silence(of: .manifest))
    },
    Fact("asksGatewayForPattern", .bool, "Whether a gateway or client can show the pattern.") {
      .flag($0.pattern.configured != nil)
    },
    Fact("fitsByConfiguration", .bool, "Whether gateway and clients show the pattern that fits.") {
      $0.pattern.configured ?? .absent($0.silence(of: .gateway))
    },
    Fact("asksLogForPattern", .bool, "Whether the log can show the pattern.") {
      .flag($0.pattern.observed != nil)
    },
    Fact("fitsByLog", .bool, "Whether the log shows the pattern that fits.") {
      $0.pattern.observed ?? .absent($0.silence(of: .log))
    },
    Fact("manifestLack", .string, "What the manifest lacks of the pattern, or nothing.") {
      lack($0.pattern, .declared)
    },
    Fact("configurationLack", .string, "What gateway or client lack of it, or nothing.") {
      lack($0.pattern, .configured)
    },
    Fact("logLack", .string, "What the log lacks of it, or nothing.") {
      lack($0.pattern, .observed)
    },
  ]

  private static let serverPolicy: [Fact<ServerSubject>] = [
    Fact("grants", .list(.object("grant")), "Rules of the access policy that speak of it.") {
      subject in
      guard let policy = subject.context.fleet.policies.first else {
        return .absent(subject.silence(of: .accessPolicy))
      }
      return .known(
        .list(subject.grants.map { .object($0) }),
        at: subject.grants.first?.subject.grant.span ?? policy.span)
    },
    Fact("policyEnforcement", .string, "Where the access policy that concerns it is enforced.") {
      subject in
      guard !subject.context.fleet.policies.isEmpty else {
        return .absent(subject.context.silence(of: .accessPolicy))
      }
      let policies = subject.context.policyIndex.policies(on: subject.server.id)
      return PolicyStatements(policies).enforcement
    },
    .text("taskIdentity", from: .manifest, "Where the task or work item is carried.") {
      $0.server.access.taskIdentity
    },
    Fact("strayEnvironments", .list(.object("entry")), "Environments that no grant names.") {
      strayEnvironments($0)
    },
    Fact("unapprovedTasks", .list(.object("entry")), "Tasks of grants that it is not approved for.")
    {
      unapprovedTasks($0)
    },
  ]

  private static func lack(_ pattern: PatternReview, _ grade: Grade) -> Reading {
    let lack = pattern.lacks.first { $0.grade == grade }
    return .text(lack?.text ?? "", at: lack?.span)
  }

  /// Environments in which calls were let through, of those that some grant would have to name.
  private static func strayEnvironments(_ subject: ServerSubject) -> Reading {
    guard let traffic = subject.server.traffic, !traffic.environments.isEmpty else {
      return .absent(Silence(.log, note: "no record of the audit log names an environment"))
    }
    let allowing = subject.grants.map(\.subject.grant).filter { $0.decision == .allow }
    guard !allowing.isEmpty, allowing.allSatisfy({ !$0.environments.isEmpty }) else {
      return .absent(Silence(.accessPolicy, note: "no grant tells environments apart"))
    }
    let granted = Set(allowing.flatMap(\.environments).map(\.value))
    let stages = subject.context.environments
    // More calls than were refused altogether: some of them were let through.
    let strays = traffic.environments.filter { name, count in
      !granted.contains { stages.areSame($0, name) }
        && count.matching > traffic.blocked.matching
    }.sorted { $0.key < $1.key }
    return .known(
      .list(
        strays.map { name, count in
          .object(FactObject(PartSubject(name, at: count.sample, in: .log), as: entry))
        }), at: strays.first?.value.sample ?? traffic.sample)
  }

  /// Tasks that a grant names and the manifest does not list among those the server is approved for.
  private static func unapprovedTasks(_ subject: ServerSubject) -> Reading {
    guard let approved = subject.server.operations.approvedTasks.evidence else {
      return .absent(subject.silence(of: .manifest))
    }
    let tasks = subject.grants.flatMap(\.subject.grant.tasks)
    guard let first = tasks.first else {
      return .absent(Silence(.accessPolicy, note: "no grant is bound to a task"))
    }
    let strays = tasks.filter { !approved.value.contains($0.value) }
    return .known(.entries(strays, in: .accessPolicy), at: (strays.first ?? first).span)
  }
}

extension ServerSubject {
  /// Whether some source lists its tools; a catalog may list none.
  var knowsTools: Bool { !tools.isEmpty || server.mention(in: .catalog) != nil }

  /// The enabled tools that change state and whose input schema is known, with whether it is closed.
  fileprivate var readWriters: [(name: String, closed: Evidence<Bool>)] {
    tools.map(\.subject).compactMap { subject in
      guard subject.tool.isEnabled.value != false, subject.effectiveClass?.changesState ?? false,
        let closed = subject.tool.input?.refusesUnknownProperties
      else { return nil }
      return (subject.tool.name, closed)
    }
  }

  /// Why nothing is known of the schemas of tools that change state: a catalog may leave one out.
  fileprivate var silenceOfWriters: Silence {
    let writer = tools.map(\.subject).first {
      $0.tool.isEnabled.value != false && $0.effectiveClass?.changesState ?? false
    }
    guard let writer, server.mention(in: .catalog) != nil else { return silence(of: .catalog) }
    guard writer.tool.input == nil else { return writer.silenceOfOtherArguments }
    return Silence(
      .catalog, mention: writer.place,
      note: "the tool catalog gives no input schema of '\(writer.tool.name)', which changes state")
  }

  /// The enabled tools whose results neither manifest nor catalog limits.
  fileprivate var unlimitedTools: [ToolSubject] {
    tools.map(\.subject).filter { $0.tool.isEnabled.value != false && !$0.resultLimit.isYes }
  }
}
