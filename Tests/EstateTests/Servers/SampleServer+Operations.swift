import Estate

extension SampleServer {
  /// Fills what a manifest says about operations and data, and what repositories say about changes.
  static func fillOperations(of server: inout Server, _ places: inout Places) {
    server.registration = places.state("s")
    server.limits.maxFanOut = places.state(4)
    server.operations.approvedTasks = places.state(["closing"])
    server.operations.changeReview = places.state("two reviewers")
    server.operations.downstreamCount = places.state(1)
    server.operations.monitoring.baseline = places.state(DocumentReference("baseline.md"))
    server.operations.monitoring.alertRules = places.state(DocumentReference("alerts.yaml"))
    for signal in Monitoring.Signal.allCases {
      server.operations.monitoring[signal] = places.state("above 1 %")
    }
    server.operations.rollout.canaryPercent = places.state(5)
    server.operations.rollout.watchSeconds = places.state(1800)
    server.operations.rollout.signals = places.state([.callErrors])
    server.operations.rollout.rollback = places.state(.automatic)
    server.operations.rollout.baseline = places.state("previous version")
    server.operations.rollout.sequence = places.state(["canary", "prod"])
    server.operations.retirement.noticeDays = places.state(90)
    server.operations.retirement.policy = places.state(DocumentReference("policy.md"))
    server.operations.retirement.sunset = places.state(CalendarDate(daysSinceEpoch: 21_000))
    server.operations.retirement.successor = places.state("next")
    server.dataHandling.neverReturned = places.state(["tokens"])
    server.dataHandling.responseSamples = [places.evidence("sample.json")]
    server.dataHandling.redaction = places.state("filter")
    server.dataHandling.historyPolicy = places.state(DocumentReference("history.md"))
    server.dataHandling.historyKeeps = places.state(["totals"])
    server.dataHandling.historyExcludes = places.state(["names"])
    server.dataHandling.untrustedOutputs = places.state(["all"])
    server.dataHandling.validation = places.state(.gatewayPolicy)
    server.reviewedFiles = [
      ReviewedFile(path: "s.yaml", kind: .manifest, rule: places.next(), owners: ["@team"])
    ]
    server.responseSamples = [ResponseSample(span: places.next(), path: "sample.json", secrets: [])]
    server.changelogs = [Changelog(span: places.next(), path: "CHANGELOG.md", releases: [])]
  }
}
