import Assessment
import Estate
import SourceText

extension Points {
  /// The points with as many of their four decimals as are not zero: what programs add up.
  var decimal: String {
    guard !units.isMultiple(of: 10_000) else { return String(units / 10_000) }
    var digits = String(units.magnitude % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (units < 0 ? "-" : "") + String(units.magnitude / 10_000) + "." + digits
  }

  /// The points rounded down to one decimal, for people: what reads 60.0 is not below 60.
  var short: String {
    let tenths = units.magnitude / 1_000
    return (units < 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}

extension Finding.Subject {
  /// What it is about in words, such as "tool 'refund'".
  var title: String {
    member.map { "\(kind.rawValue) '\($0)'" } ?? kind.rawValue
  }
}

extension VerdictDecision {
  /// Whether the score alone keeps the server from growing: the obstacle that names no rule.
  var isExpansionFrozen: Bool {
    obstacles.contains { $0.rung == .readOnly && $0.rules.isEmpty }
  }
}

extension GateDecision.Outcome {
  /// The outcome's name in programs' formats.
  var name: String {
    switch self {
    case .passed: "pass"
    case .failed: "fail"
    case .incomplete: "incomplete"
    }
  }

  /// The outcome's name for people.
  var title: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .incomplete: "incomplete"
    }
  }
}

extension Coverage {
  /// The share in whole percent, rounded down, so that only a complete coverage reads 100; 0 where there was
  /// nothing to decide.
  var percent: Int { applicable == 0 ? 0 : decided * 100 / applicable }
}

extension ReportedInput.Status {
  /// The status's name in programs' formats.
  var name: String {
    switch self {
    case .analyzed: "analyzed"
    case .recognized: "recognized"
    case .unrecognized: "unrecognized"
    case .failed: "failed"
    }
  }

  /// Why it was not used.
  var reason: String? {
    switch self {
    case .analyzed, .recognized: nil
    case .unrecognized(let reason), .failed(let reason): reason
    }
  }
}

extension Severity {
  /// The severities, worst first.
  static var worstFirst: [Severity] { allCases.sorted(by: >) }
}

extension ServerAssessment {
  /// For each severity, worst first, how many decided controls are open.
  var openControls: [(severity: Severity, count: Int)] {
    var counts: [Severity: Int] = [:]
    // By index, because an iterator would copy every control.
    for index in controls.indices {
      guard controls[index].status.isOpen, controls[index].status.isDecided else { continue }
      counts[controls[index].severity, default: 0] += 1
    }
    return Severity.worstFirst.map { ($0, counts[$0] ?? 0) }
  }
}

/// "1 server", "2 servers".
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
