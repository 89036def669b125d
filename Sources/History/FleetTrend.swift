import Estate

/// How a fleet has changed over its saved reports.
public struct FleetTrend: Hashable, Sendable {
  /// The reports, oldest first; of one day, by path.
  public let reports: [SavedReport]
  /// What leadership follows, one value for each report.
  public let measures: [Measure]

  /// The trend over `reports`, in any order.
  public init(of reports: [SavedReport]) {
    let ordered = reports.sorted { left, right in
      left.date != right.date ? left.date < right.date : left.path < right.path
    }
    self.reports = ordered
    measures = Measure.Kind.allCases.map { kind in
      Measure(kind: kind, readings: ordered.map { kind.reading(of: $0) })
    }
  }

  /// Servers of `report` in each fifth of the score's scale, lowest first; 100 belongs to the last.
  public static func distribution(of report: SavedReport) -> [Int] {
    var counts = [0, 0, 0, 0, 0]
    for server in report.servers { counts[min(4, max(0, Int(server.score / 20)))] += 1 }
    return counts
  }
}

/// One number that leadership follows, over every report.
public struct Measure: Hashable, Sendable {
  /// The value of one report.
  public struct Reading: Hashable, Sendable {
    /// The value in the measure's unit; `nil` where the report has nothing to measure.
    public let value: Double?
    /// What the value is a share of, where it is one.
    public let share: SavedReport.Share?

    /// A reading of a plain number.
    init(_ value: Double?) {
      self.value = value
      share = nil
    }

    /// A reading of a share.
    init(_ share: SavedReport.Share) {
      value = share.value
      self.share = share
    }
  }

  /// What values are counted in.
  public enum Unit: String, Hashable, Sendable {
    /// 0...1.
    case share
    /// Minutes.
    case minutes
    /// Points of the Control-plane Risk Score.
    case points
    /// Things.
    case count
    /// Stages of a rollout.
    case stages
  }

  /// Which number.
  public let kind: Kind
  /// Its value in each report, oldest first.
  public let readings: [Reading]

  /// The change from the report before the last one to the last; `nil` where either has no value.
  public var change: Double? {
    guard readings.count > 1, let last = readings[readings.count - 1].value,
      let before = readings[readings.count - 2].value
    else { return nil }
    return last - before
  }
}
