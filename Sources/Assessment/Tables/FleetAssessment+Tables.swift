extension FleetAssessment {
  /// Every row of the source tables, with the rules that were asked in this run.
  public var sourceRows: [SourceRow] {
    SourceRow.all(for: rules)
  }

  /// Where each server stands on each of `rows`, both in their orders; linear in servers and rows.
  public func standings(of rows: [SourceRow]) -> [[RowStanding]] {
    var places = RowPlaces(of: rows)
    return servers.map { server in
      zip(rows, places.places(in: server.controls)).map { row, places in
        RowStanding(on: row, at: places, of: server)
      }
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
    var places = RowPlaces(of: rows)
    for server in servers {
      for (index, places) in places.places(in: server.controls).enumerated() {
        count(RowStanding(on: rows[index], at: places, of: server), of: server.id, on: index)
      }
    }
    for (index, places) in places.places(in: fleetControls).enumerated() {
      count(RowStanding(of: fleetControls, at: places), of: "fleet", on: index)
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
}

/// Where the rules of rows stand in lists of controls.
///
/// Controls stand in the same order for every server, so that their places are looked up once.
private struct RowPlaces {
  private let rows: [SourceRow]
  private var order: [String] = []
  private var known: [[Int]]

  init(of rows: [SourceRow]) {
    self.rows = rows
    known = rows.map { _ in [] }
  }

  /// The places in `controls` of each row's rules.
  mutating func places(in controls: [Control]) -> [[Int]] {
    let isKnown =
      controls.count == order.count && order.indices.allSatisfy { controls[$0].rule == order[$0] }
    guard !isKnown else { return known }
    order = controls.indices.map { controls[$0].rule }
    let positions = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    known = rows.map { $0.rules.compactMap { positions[$0] } }
    return known
  }
}
