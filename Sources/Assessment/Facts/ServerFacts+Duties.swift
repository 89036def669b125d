import CEL
import Estate
import SourceText

/// What a manifest leaves out of bounds, switches, duties and contacts.
extension Facts {
  static let serverDuties: [Fact<ServerSubject>] = [
    .missingKeys("missingAudit", "Keys on the audit store that the manifest lacks.") {
      var missing: [String] = []
      if !$0.server.audit.store.isSaid { missing.append("audit.store") }
      if !$0.server.audit.isImmutable.isStated { missing.append("audit.immutable") }
      if !$0.server.audit.retentionDays.isStated { missing.append("audit.retention_days") }
      return missing
    },
    .missingKeys("missingBounds", "Keys that bound time and resources and are not set.") {
      let limits = $0.server.limits
      var missing: [String] = []
      if !limits.timeout.isStated { missing.append("limits.timeout") }
      if !limits.maxConcurrency.isStated { missing.append("limits.max_concurrency") }
      if !limits.memory.isSaid { missing.append("limits.memory") }
      return missing
    },
    .missingKeys("missingSwitch", "Keys of the kill switch that the manifest lacks.") {
      missingSwitch($0.server.containment, of: $0.riskTier)
    },
    .missingKeys("missingDuties", "Duties of tier 2 that the manifest does not state.") {
      let containment = $0.server.containment
      var missing = hasSwitchOwner(containment) ? [] : ["kill_switch.owner"]
      if !containment.fallback.isSaid { missing.append("fallback") }
      if !containment.blastRadius.isSaid { missing.append("blast_radius") }
      if !containment.recoveryChecklist.isStated { missing.append("recovery_checklist") }
      return missing
    },
    .missingKeys("missingContacts", "Who is called at night and what they follow, if unstated.") {
      var missing = $0.server.ownership.onCall.isStated ? [] : ["on_call"]
      if !$0.server.ownership.runbook.isStated { missing.append("on_call_runbook") }
      return missing
    },
    .text("auditStore", from: .manifest, "The store that audit records go to.") {
      $0.server.audit.store
    },
    Fact(
      "declaredPackages", .list(.object("package")), "What the manifest says it is started from."
    ) {
      packages($0.server.packages, or: $0.silence(of: .manifest))
    },
    Fact(
      "startedPackages", .list(.object("package")), "What the commands of clients start it from."
    ) {
      packages($0.server.clientEntries.compactMap(\.package), or: $0.silence(of: .client))
    },
    Fact(
      "deployedPackages", .list(.object("package")), "The images that a cluster runs for it."
    ) {
      packages($0.server.deployedImages, or: $0.silence(of: .gateway))
    },
    Fact(
      "otherReleases", .list(.object("package")),
      "Packages at another release than the one that another source pins."
    ) {
      otherReleases($0.server)
    },
  ]

  /// What the manifest names counts before what clients start, and of equals the first by place.
  private static func otherReleases(_ server: Server) -> Reading {
    let packages = server.allPackages
    var first: [String: PackageReference] = [:]
    let others = packages.filter { package in
      guard package.pin != nil else { return false }
      guard let known = first[package.name] else {
        first[package.name] = package
        return false
      }
      return package.isOtherRelease(of: known)
    }
    return .known(
      .parts(others, as: package, in: .manifest) { $0.identifier.span },
      at: (others.first ?? packages.first)?.identifier.span)
  }

  private static func missingSwitch(_ containment: Containment, of tier: Tier) -> [String] {
    guard containment.killSwitch.isSaid else { return ["kill_switch"] }
    var missing: [String] = []
    if !containment.isPerTool.isStated { missing.append("kill_switch.per_tool") }
    if !containment.isPerEnvironment.isStated { missing.append("kill_switch.per_environment") }
    guard tier == .two else { return missing }
    if !hasSwitchOwner(containment) { missing.append("kill_switch.owner") }
    if !containment.killSwitchTested.isStated { missing.append("kill_switch.tested") }
    return missing
  }

  private static func hasSwitchOwner(_ containment: Containment) -> Bool {
    containment.killSwitchOwner.value.map { OwnerName($0).isAccountable } ?? false
  }

  private static func packages(_ packages: [PackageReference], or silence: Silence) -> Reading {
    guard let first = packages.first else { return .absent(silence) }
    return .known(
      .parts(packages, as: package, in: .manifest) { $0.identifier.span },
      at: first.identifier.span)
  }
}
