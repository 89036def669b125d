public import History

/// The formats that a trend can be written in, by the names that the command line uses.
public enum TrendFormat: String, Hashable, Sendable, CaseIterable {
  /// Text for a terminal.
  case text
  /// For programs.
  case json
  /// For spreadsheets.
  case csv
  /// A self-contained web page.
  case html

  /// `trend` in the format, ending in a line break.
  public func render(_ trend: FleetTrend) -> String {
    switch self {
    case .text: TrendText(trend: trend).text
    case .json: TrendJSON(trend: trend).text
    case .csv: TrendCSV(trend: trend).text
    case .html: TrendPage(trend: trend).text
    }
  }
}

extension Measure {
  /// `value` as people read it, such as `92 %` or `42.5 min`.
  func formatted(_ value: Double?) -> String {
    guard let value else { return "-" }
    switch kind.unit {
    case .share: return Self.tenths(value * 100) + " %"
    case .minutes: return Self.tenths(value) + " min"
    case .points: return Self.tenths(value)
    case .count, .stages: return String(Int(value))
    }
  }

  /// The change since the report before, with its sign; empty where there is none to tell.
  var formattedChange: String {
    guard let change else { return "" }
    if change == 0 { return "±0" }
    let amount = kind.unit == .share ? abs(change) * 100 : abs(change)
    let unit = kind.unit == .share ? " pp" : kind.unit == .minutes ? " min" : ""
    return (change > 0 ? "+" : "-") + Self.tenths(amount) + unit
  }

  /// Whether the last report is better than the one before; `nil` where nothing changed.
  var isBetter: Bool? {
    guard let change, change != 0 else { return nil }
    return (change > 0) == kind.risesWithMaturity
  }

  /// One decimal, which is left out where it is zero.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
