import SourceText

extension Server {
  /// Takes in what `other`, a fragment of the same server from another source, says.
  ///
  /// The result does not depend on the order in which fragments are merged: facts keep every statement,
  /// lists are united and sorted by place, and tools of one name become one tool. The identity stays
  /// this server's, whatever `other` calls itself.
  public mutating func merge(_ other: Server) {
    mergeDescription(other)
    ownership.merge(other.ownership)
    access.merge(other.access)
    egress.merge(other.egress)
    limits.merge(other.limits)
    containment.merge(other.containment)
    audit.merge(other.audit)
    dataHandling.merge(other.dataHandling)
    operations.merge(other.operations)
    mergeLists(other)
    mergeTools(other.tools)
    mergeLock(other)
    traffic = ServerTraffic.larger(traffic, other.traffic)
  }

  /// Of two locks the earlier one counts, and with it how the server differs from it.
  private mutating func mergeLock(_ other: Server) {
    guard let lock = other.locked else { return }
    if let locked, locked.id.span <= lock.id.span { return }
    locked = lock
    drift = other.drift
  }

  private mutating func mergeDescription(_ other: Server) {
    registration.merge(other.registration)
    version.merge(other.version)
    title.merge(other.title)
    summary.merge(other.summary)
    transport.merge(other.transport)
    impliedTransport.merge(other.impliedTransport)
    endpoint.merge(other.endpoint)
    protocolRevision.merge(other.protocolRevision)
    tier.merge(other.tier)
    slaTier.merge(other.slaTier)
    dataDomain.merge(other.dataDomain)
    dataSensitivity.merge(other.dataSensitivity)
    environments.merge(other.environments)
    isMultiTenant.merge(other.isMultiTenant)
    lifecycle.merge(other.lifecycle)
    credentialCount.merge(other.credentialCount)
    catalogReference.merge(other.catalogReference)
    untiedCatalog.merge(other.untiedCatalog)
    approverRoles.merge(other.approverRoles)
    approvalRecord.merge(other.approvalRecord)
  }

  private mutating func mergeLists(_ other: Server) {
    sources.formUnion(other.sources) { Place($0.span, $0.kind.rawValue) }
    unreadValues.formUnion(other.unreadValues) { Place($0) }
    catalogCursors.formUnion(other.catalogCursors) { Place($0) }
    remotes.formUnion(other.remotes) { Place($0.url) }
    credentials.formUnion(other.credentials) { Place($0.name) }
    packages.formUnion(other.packages) { Place($0.identifier) }
    credentialArguments.formUnion(other.credentialArguments) { Place($0) }
    dependencies.formUnion(other.dependencies) { Place($0) }
    downstreams.formUnion(other.downstreams) { Place($0.name) }
    reviewedFiles.formUnion(other.reviewedFiles) { Place($0.rule, $0.path) }
    responseSamples.formUnion(other.responseSamples) { Place($0.span) }
    changelogs.formUnion(other.changelogs) { Place($0.span) }
    routes.formUnion(other.routes) { Place($0.span, $0.product) }
    clientEntries.formUnion(other.clientEntries) { Place($0.span, $0.agent) }
    tokenSamples.formUnion(other.tokenSamples) { Place($0.span) }
    secrets.formUnion(other.secrets) { Place($0.span, $0.family) }
    passages.formUnion(other.passages) { Place($0.span, $0.member) }
  }

  private mutating func mergeTools(_ others: [Tool]) {
    // Most fragments bring no tools, and those that were merged before are in order.
    if others.isEmpty, areToolsInOrder { return }
    var positions: [String: Int] = [:]
    let all = tools + others
    tools = []
    for tool in all {
      if let position = positions[tool.name] {
        tools[position].merge(tool)
      } else {
        positions[tool.name] = tools.count
        tools.append(tool)
      }
    }
    tools.sort { $0.name < $1.name }
  }

  /// Whether the tools are sorted by their names, each of which is there once.
  private var areToolsInOrder: Bool {
    tools.indices.dropFirst().allSatisfy { tools[$0 - 1].name < tools[$0].name }
  }
}

extension ServerTraffic {
  /// The one of two readings of one server's log that saw more calls.
  ///
  /// A finished reading cannot be added to another one: its windows are gone. `Telemetry` merges logs
  /// before they are read, so that at most one fragment of a server carries traffic.
  fileprivate static func larger(_ left: ServerTraffic?, _ right: ServerTraffic?) -> ServerTraffic?
  {
    guard let left, let right else { return left ?? right }
    if left.calls != right.calls { return left.calls > right.calls ? left : right }
    guard let leftSample = left.sample, let rightSample = right.sample else { return left }
    return leftSample <= rightSample ? left : right
  }
}
