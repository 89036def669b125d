import Estate

extension Linker {
  /// Looks up every document that `server` refers to.
  ///
  /// A claim whose document is there and has content is `documented`; one whose document is not stays
  /// `declared`, and its target says what was found.
  func resolveDocuments(of server: inout Server) {
    resolve(&server.ownership.runbook)
    resolve(&server.ownership.investigationPlaybook)
    resolve(&server.ownership.changelog)
    resolve(&server.access.rotation)
    resolve(&server.access.revocation)
    resolve(&server.containment.recoveryChecklist)
    resolve(&server.catalogReference)
    resolve(&server.operations.monitoring.baseline)
    resolve(&server.operations.monitoring.alertRules)
    resolve(&server.operations.retirement.policy)
    resolve(&server.dataHandling.historyPolicy)
    for index in server.downstreams.indices {
      resolve(&server.downstreams[index].access.rotation)
      resolve(&server.downstreams[index].access.revocation)
    }
    for index in server.tools.indices { resolve(&server.tools[index].schemaReference) }
  }

  private func resolve(_ stated: inout Stated<DocumentReference>) {
    var resolved = Stated<DocumentReference>()
    for statement in stated.statements {
      var reference = statement.value
      var grade = statement.grade
      if case .unresolved = reference.target {
        reference.target = target(of: reference.text, at: statement.span)
        if reference.exists { grade = max(grade, .documented) }
      }
      resolved.state(reference, at: statement.span, grade: grade)
    }
    stated = resolved
  }
}
