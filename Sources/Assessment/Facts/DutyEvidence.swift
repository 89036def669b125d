import CEL
import Estate
import SourceText

/// What the sources say about one duty of one tool, each grade of source for itself.
///
/// `nil` is a grade at which no source can speak about the duty; silence is one that could and does not.
struct DutyEvidence {
  let duty: ToolClassDuty
  let subject: ToolSubject
  /// The enabled tools of the server, this one among them.
  let peers: [ToolSubject]
  /// The tier by which the server's controls are judged.
  let riskTier: Tier

  var tool: Tool { subject.tool }
  var server: Server { subject.server }

  /// Whether sources of `grade` show that the tool fulfils the duty.
  func answer(at grade: Grade) -> Reading? {
    switch grade {
    case .declared: declared
    case .configured: configured
    case .observed: observed
    case .absent, .documented: nil
    }
  }

  private var declared: Reading? {
    switch duty {
    case .narrowScope: declaredScope
    // What limits results in the catalog is as good as what the manifest says; either will do.
    case .outputLimit: declaredOutputLimit
    case .callLogging: isBeyondLogging ? nil : claimed(server.audit.store, "audit.store")
    case .noBroadCorpus, .attributeAccess, .noUnattendedBreadth: nil
    case .redaction: claimed(server.dataHandling.redaction, "data_handling.redaction")
    case .detailedAudit: declaredAudit
    case .noSharedScope: unsharedScope
    case .approval:
      .stated(tool.requiresApproval, or: unstated("approval", ofTool: true)) { .bool($0) }
    case .idempotency: claimed(tool.idempotency, "idempotency", ofTool: true)
    case .rollback: declaredRollback
    case .noUntracedChange: claimed(server.approvalRecord, "approvals.recorded_in")
    case .humanApproval: declaredApproval
    case .rateLimit: claimed(server.limits.callsPerMinute, "limits.calls_per_minute")
    case .killSwitch: claimed(server.containment.killSwitch, "kill_switch")
    }
  }

  private var configured: Reading? {
    switch duty {
    case .narrowScope: server.isRemote == false ? nil : grantedScope
    case .callLogging: isBeyondLogging ? nil : structuredLog
    case .noBroadCorpus: minimizedData
    case .attributeAccess: attributeAccess
    case .approval, .humanApproval: subject.policyRequiresApproval
    case .idempotency: idempotencyOfSchema
    case .rollback: reversingTool
    case .rateLimit: server.isRemote == false ? nil : enforcedRateLimit
    case .noUnattendedBreadth: attendedOrNarrow
    case .outputLimit, .redaction, .detailedAudit, .noSharedScope, .noUntracedChange, .killSwitch:
      nil
    }
  }

  private var observed: Reading? {
    switch duty {
    case .callLogging: isBeyondLogging ? nil : loggedCalls
    case .detailedAudit: completeRecords
    case .approval: counted { ($0.withoutApproval.matching == 0, $0.withoutApproval) }
    case .idempotency: repeatedCalls
    case .noUntracedChange: tracedChanges
    case .humanApproval: approvedByOthers
    case .narrowScope, .outputLimit, .noBroadCorpus, .attributeAccess, .redaction, .noSharedScope,
      .rollback, .rateLimit, .killSwitch, .noUnattendedBreadth:
      nil
    }
  }

  /// A claim that the manifest makes by naming something.
  func claimed(
    _ statement: Stated<some Hashable & Sendable>, _ key: String, ofTool isOfTool: Bool = false
  ) -> Reading {
    guard let span = statement.span else { return .absent(unstated(key, ofTool: isOfTool)) }
    return .flag(true, at: span)
  }

  /// A claim that the manifest makes by naming something, which a word for nothing yet does not.
  func claimed(
    _ statement: Stated<String>, _ key: String, ofTool isOfTool: Bool = false
  ) -> Reading {
    guard let span = statement.span else { return .absent(unstated(key, ofTool: isOfTool)) }
    return .flag(statement.isSaid, at: span)
  }

  /// That the manifest was read and does not have `key`; or that no manifest was given.
  func unstated(_ key: String, ofTool isOfTool: Bool = false) -> Silence {
    let silence = subject.silence(of: .manifest)
    guard silence.mention != nil else { return silence }
    guard !isOfTool || tool.manifestEntry != nil else {
      var unlisted = Silence.unlistedTool(at: silence.mention)
      unlisted.note = "the server manifest does not list '\(tool.name)'"
      return unlisted
    }
    let place = isOfTool ? "the entry of `\(tool.name)` in the manifest" : "the manifest"
    return Silence(.manifest, mention: silence.mention, note: "\(place) has no `\(key)`")
  }

  /// What the log shows of the calls that were let through, if there are any to look at.
  func counted(_ judge: (ToolTraffic) -> (holds: Bool, count: Count)) -> Reading {
    guard let traffic = tool.traffic else {
      return .absent(silenceOfLog)
    }
    let (holds, count) = judge(traffic)
    guard count.total > 0 else {
      return .absent(Silence(.log, note: "the log shows no call that was let through"))
    }
    return .flag(holds, at: count.sample ?? traffic.sample)
  }

  /// Why nothing is known of the tool's input schema, in words for a duty, which is of several tools.
  var silenceOfSchema: Silence {
    var silence = subject.silenceOfSchema
    silence.note =
      tool.catalogEntry == nil
      ? "no tool catalog shows every tool of the class"
      : "the tool catalog gives no input schema of '\(tool.name)'"
    return silence
  }

  /// Why the log says nothing of the tool's calls.
  var silenceOfLog: Silence {
    if server.traffic != nil {
      return Silence(.log, note: "no record of the audit log names the tool '\(tool.name)'")
    }
    guard subject.context.fleet.givenSources.contains(.log) else { return Silence(.log) }
    return Silence(.log, note: "no record of the audit log names this server")
  }

  /// Public data on the caller's own machine needs no log of calls.
  private var isBeyondLogging: Bool {
    server.isRemote == false && riskTier == .zero
  }
}
