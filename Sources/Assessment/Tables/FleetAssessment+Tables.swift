extension FleetAssessment {
  /// Every row of the source tables, with the rules that were asked in this run.
  public var sourceRows: [SourceRow] {
    SourceRow.all(for: rules)
  }

  /// Where `server` stands on each of `rows`, in their order.
  public func standings(of rows: [SourceRow], for server: ServerAssessment) -> [RowStanding] {
    let positions = Self.positions(in: server.controls)
    return rows.map { row in
      RowStanding(
        on: row, of: row.rules.compactMap { positions[$0] }.map { server.controls[$0] },
        for: server)
    }
  }

  /// How far the fleet has come on each of `rows`, in their order; linear in servers and rows.
  public func progress(of rows: [SourceRow]) -> [RowProgress] {
    var met = [Int](repeating: 0, count: rows.count)
    var applicable = met
    var missing = [[String]](repeating: [], count: rows.count)
    func count(_ standing: RowStanding, of name: String, on index: Int) {
      switch standing {
      case .met:
        met[index] += 1
        applicable[index] += 1
      case .open, .undecided:
        applicable[index] += 1
        missing[index].append(name)
      case .notApplicable: break
      }
    }
    // Controls stand in the same order for every server, so that places are looked up once.
    var order: [String] = []
    var places: [[Int]] = []
    func find(_ controls: [Control]) {
      if !controls.lazy.map(\.rule).elementsEqual(order) {
        order = controls.map(\.rule)
        let known = Self.positions(in: controls)
        places = rows.map { $0.rules.compactMap { known[$0] } }
      }
    }
    for server in servers {
      find(server.controls)
      for (index, places) in places.enumerated() {
        let controls = places.map { server.controls[$0] }
        count(
          RowStanding(on: rows[index], of: controls, for: server), of: server.id, on: index)
      }
    }
    find(fleetControls)
    for (index, places) in places.enumerated() {
      count(RowStanding(of: places.map { fleetControls[$0] }), of: "fleet", on: index)
    }
    return rows.indices.map { index in
      RowProgress(
        row: rows[index], met: met[index], applicable: applicable[index],
        missing: missing[index].sorted())
    }
  }

  /// The point of both rollout plans that the fleet has really reached.
  public var rollouts: [RolloutProgress] {
    let rows = sourceRows
    return [SourceTable.thirtyDays, .ninetyDays].map { plan in
      let progress = progress(of: rows.filter { $0.table == plan })
      let stages = plan.sections.map { section in
        StageProgress(
          title: section.title, rows: progress.filter { $0.row.section == section.key })
      }
      return RolloutProgress(plan: plan, stages: stages)
    }
  }

  private static func positions(in controls: [Control]) -> [String: Int] {
    Dictionary(
      controls.enumerated().map { ($1.rule, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
