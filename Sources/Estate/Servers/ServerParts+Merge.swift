extension Ownership {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: Ownership) {
    owner.merge(other.owner)
    supportContact.merge(other.supportContact)
    onCall.merge(other.onCall)
    runbook.merge(other.runbook)
    investigationPlaybook.merge(other.investigationPlaybook)
    changelog.merge(other.changelog)
  }
}

extension AccessDeclaration {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: AccessDeclaration) {
    isAuthenticationRequired.merge(other.isAuthenticationRequired)
    schemeIsImpliedBy = scheme.isStated ? schemeIsImpliedBy : other.schemeIsImpliedBy
    scheme.merge(other.scheme)
    tokenLifetime.merge(other.tokenLifetime)
    tokenLifetimeText.merge(other.tokenLifetimeText)
    audience.merge(other.audience)
    scopes.formUnion(other.scopes) { Place($0) }
    rotation.merge(other.rotation)
    revocation.merge(other.revocation)
    userIdentity.merge(other.userIdentity)
    clientIdentity.merge(other.clientIdentity)
    environmentIdentity.merge(other.environmentIdentity)
    tenantIdentity.merge(other.tenantIdentity)
    taskIdentity.merge(other.taskIdentity)
    delegation.merge(other.delegation)
  }
}

extension Egress {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: Egress) {
    allowed.formUnion(other.allowed) { Place($0) }
    defaultDecision.merge(other.defaultDecision)
    list.merge(other.list)
    dns.merge(other.dns)
  }
}

extension OperatingLimits {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: OperatingLimits) {
    timeout.merge(other.timeout)
    maxConcurrency.merge(other.maxConcurrency)
    maxResultBytes.merge(other.maxResultBytes)
    maxRetries.merge(other.maxRetries)
    callsPerMinute.merge(other.callsPerMinute)
    rateLimitKeys.merge(other.rateLimitKeys)
    memory.merge(other.memory)
    sessionBudget.merge(other.sessionBudget)
    maxFanOut.merge(other.maxFanOut)
  }
}

extension Containment {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: Containment) {
    killSwitch.merge(other.killSwitch)
    killSwitchOwner.merge(other.killSwitchOwner)
    killSwitchTested.merge(other.killSwitchTested)
    isPerTool.merge(other.isPerTool)
    isPerEnvironment.merge(other.isPerEnvironment)
    fallback.merge(other.fallback)
    blastRadius.merge(other.blastRadius)
    recoveryChecklist.merge(other.recoveryChecklist)
  }
}

extension AuditDeclaration {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: AuditDeclaration) {
    store.merge(other.store)
    isImmutable.merge(other.isImmutable)
    retentionDays.merge(other.retentionDays)
    inputs.merge(other.inputs)
  }
}
