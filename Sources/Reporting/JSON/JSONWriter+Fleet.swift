import Assessment
import Estate
import SourceText

extension JSONWriter {
  /// The members of the fleet as a whole.
  mutating func fleet(_ assessment: FleetAssessment, in library: SourceLibrary) {
    object("metrics") { $0.metrics(assessment.metrics) }
    rows("backlog", assessment.backlog) { entry, json in
      json.member("server", entry.server)
      json.array("lacks", entry.lacks)
      json.array("unproven", entry.unproven)
    }
    controls(assessment.fleetControls, in: library)
    rows("unlinked", assessment.unlinked) { unlinked, json in
      json.member("kind", unlinked.kind.rawValue)
      json.member("subject", unlinked.subject)
      json.member("reason", unlinked.reason)
      json.place(unlinked.span, in: library)
    }
    tiers(assessment.servers)
    distribution(assessment.servers)
    progress(of: assessment, in: library)
  }

  private mutating func metrics(_ metrics: MaturityMetrics) {
    share("ownedAndTiered", metrics.ownedAndTiered)
    share("policyEvaluatedCalls", metrics.policyEvaluatedCalls)
    object("investigation") { json in
      json.member("investigated", metrics.investigation.investigated)
      json.array("open", metrics.investigation.open)
      json.member("medianMinutes", decimal: metrics.investigation.medianMinutes)
      json.member("p90Minutes", decimal: metrics.investigation.p90Minutes)
    }
    share("highRiskExceptions", metrics.highRiskExceptions)
  }

  private mutating func share(_ name: StaticString, _ share: Share) {
    object(name) { json in
      json.member("numerator", share.numerator)
      json.member("denominator", share.denominator)
      json.member("value", decimal: share.value)
      json.array("list", share.exceptions)
    }
  }

  /// How many servers are of each tier that the facts give, and how many declare none or a lower one.
  private mutating func tiers(_ servers: [ServerAssessment]) {
    object("tiers") { json in
      json.member("tier0", servers.count { $0.derivedTier == .zero })
      json.member("tier1", servers.count { $0.derivedTier == .one })
      json.member("tier2", servers.count { $0.derivedTier == .two })
      json.member("undeclared", servers.count { $0.declaredTier == nil })
      json.member("underdeclared", servers.count { ($0.declaredTier ?? .two) < $0.derivedTier })
    }
  }

  /// How many servers score in each fifth of the scale; the upper end belongs to the next fifth.
  private mutating func distribution(_ servers: [ServerAssessment]) {
    objects("crsDistribution", stride(from: 0, to: 100, by: 20)) { start, json in
      json.member("from", start)
      json.member("to", start + 20)
      json.member(
        "servers",
        servers.count { server in
          let score = server.risk.score.value
          return score >= Double(start) && (score < Double(start + 20) || start == 80)
        })
    }
  }
}
