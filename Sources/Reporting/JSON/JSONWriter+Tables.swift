import Assessment
import Estate
import SourceText

extension JSONWriter {
  /// Where one server stands on the rows of the seeds' tables that are about servers.
  mutating func tables(
    of server: ServerAssessment, rows: [SourceRow], _ standings: [RowStanding], in report: Report
  ) {
    line("checklist") { json in
      for (row, standing) in zip(rows, standings) {
        json.member(named: row.key, standing.name)
      }
    }
    self.rows("budgets", server.budgets) { budget, json in
      json.budget(budget, in: report.library)
    }
    self.rows("duties", server.duties) { duty, json in
      json.member("duty", duty.kind.rawValue)
      json.member("stated", duty.isStated)
      if let span = duty.span { json.object("location") { $0.place(span, in: report.library) } }
    }
  }

  private mutating func budget(_ budget: BudgetStanding, in library: SourceLibrary) {
    let reading = budget.reading
    member("metric", reading.metric.rawValue)
    member("limit", decimal: budget.limit)
    member("worst", decimal: reading.worst)
    member("calls", reading.denominator)
    member("from", reading.window.start.description)
    member("to", reading.window.end.description)
    member("broken", budget.isBroken)
    member("coversWindow", reading.coversWindow)
    member("enoughCalls", reading.hasEnoughCalls)
    if budget.isBroken { member("action", budget.action) }
    rows("breaches", reading.breaches) { breach, json in
      json.member("from", breach.start.description)
      json.member("to", breach.end.description)
    }
    if let sample = reading.sample { object("location") { $0.place(sample, in: library) } }
  }

  /// The point of the rollouts that the fleet has reached, its drills, and its progress on every table.
  mutating func progress(of assessment: FleetAssessment, in library: SourceLibrary) {
    objects("rollouts", assessment.rollouts) { rollout, json in
      json.member("plan", rollout.plan.rawValue)
      json.member("reached", rollout.reached)
      json.rows("stages", rollout.stages) { stage, json in
        json.member("title", stage.title)
        json.member("complete", stage.isComplete)
      }
    }
    rows("drills", assessment.drills) { drill, json in
      json.member("scenario", drill.scenario.rawValue)
      json.member("kind", drill.kind.rawValue)
      json.member("latest", drill.latest?.description)
      json.member("ageDays", drill.ageDays)
      json.member("current", drill.isCurrent)
      json.array("servers", drill.servers)
      if let span = drill.span { json.object("location") { $0.place(span, in: library) } }
    }
    rows("sourceRows", assessment.progress(of: assessment.sourceRows)) { progress, json in
      json.member("source", progress.row.table.source)
      json.member("table", progress.row.table.rawValue)
      json.member("key", progress.row.key)
      json.member("title", progress.row.title)
      json.array("rules", progress.row.rules)
      json.member("met", progress.met)
      json.member("applicable", progress.applicable)
      json.array("missing", progress.missing)
    }
  }
}
