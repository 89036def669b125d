import Estate

@testable import Telemetry

/// The slow and obvious way to count the records of one server.
struct ReferenceTraffic {
  let records: [(line: Int, record: GeneratedRecord)]

  /// The records of `log` that name `server`.
  init(_ log: GeneratedLog, server: String) {
    records = log.records.filter { $0.record[.serverID] == server }
  }

  /// How many records meet `condition`, and the line of the first.
  func count(_ condition: (GeneratedRecord) -> Bool) -> (matching: Int, firstLine: Int?) {
    let matching = records.filter { condition($0.record) }
    return (matching.count, matching.first?.line)
  }

  static func outcome(_ record: GeneratedRecord) -> Outcome {
    if record[.decision] == "deny" { return .blocked }
    switch record[.outputStatus] {
    case "success", "Success": return .success
    case "error", "timeout": return .failure
    case "blocked": return .blocked
    default: return .unknown
    }
  }

  static func isTraceValid(_ record: GeneratedRecord) -> Bool {
    traceID(record) != nil
  }

  /// The trace id, alone or in a `traceparent`.
  static func traceID(_ record: GeneratedRecord) -> String? {
    guard let text = record[.traceID] else { return nil }
    let parts = text.split(separator: "-")
    let id = parts.count == 4 ? String(parts[1]) : text
    return id.hasPrefix("4bf92f3577b34da6a3ce929d0e0e47") ? id : nil
  }

  /// Whether actor, tool, input, decision, trace and, for a call that was let through, the request behind
  /// it are there.
  static func isComplete(_ record: GeneratedRecord) -> Bool {
    record[.agentID] != nil && record[.toolName] != nil
      && (record[.inputHash] != nil || record.hasRawInput) && record[.decision] != nil
      && isTraceValid(record)
      && (outcome(record) == .blocked || record[.downstreamRequestID] != nil)
  }

  /// Repetitions within ten minutes of the call before, for `tool`.
  func repetitions(of tool: String) -> Int {
    var times: [String: [Int64]] = [:]
    for (_, record) in records where record[.toolName] == tool {
      guard Self.outcome(record) != .blocked, record[.idempotencyKey] == nil,
        let hash = record[.inputHash], let time = record.time
      else { continue }
      times["\(record[.agentID] ?? "") \(hash)", default: []].append(time.milliseconds)
    }
    return times.values.reduce(0) { sum, times in
      let times = times.sorted()
      return sum + zip(times, times.dropFirst()).filter { $1 - $0 <= 600_000 }.count
    }
  }

  /// The worst value over every window of `length` minutes whose edges are whole minutes of `span`.
  func worst(
    of metric: BudgetReading.Metric, length: Int64, span: Range<Int64>
  ) -> (value: Double, breakingEnds: [Int64])? {
    var worst: Double?
    var breaking: [Int64] = []
    for end in min(span.lowerBound + length, span.upperBound)...span.upperBound {
      let window = max(span.lowerBound, end - length)..<end
      let inside = records.map(\.record).filter { record in
        record.time.map { window.contains($0.minute) } ?? false
      }
      guard let (value, count) = Self.value(of: metric, inside), count >= 20 else { continue }
      if let known = worst {
        worst = metric == .successRate ? min(known, value) : max(known, value)
      } else {
        worst = value
      }
      if BudgetLimits.standard.areBroken(by: value, of: metric) { breaking.append(end) }
    }
    return worst.map { ($0, breaking) }
  }

  private static func value(
    of metric: BudgetReading.Metric, _ records: [GeneratedRecord]
  ) -> (Double, Int)? {
    func share(_ part: (GeneratedRecord) -> Bool, of whole: [GeneratedRecord]) -> (Double, Int)? {
      whole.isEmpty
        ? nil : (Double(whole.filter(part).count) / Double(whole.count), whole.count)
    }
    switch metric {
    case .successRate:
      return share(
        { outcome($0) == .success },
        of: records.filter { outcome($0) == .success || outcome($0) == .failure })
    case .blockRate: return share({ outcome($0) == .blocked }, of: records)
    case .fallbackRate: return share(\.isFallback, of: records)
    case .p95Latency:
      let latencies = records.filter { outcome($0) != .blocked }.compactMap(\.latency).sorted()
      guard !latencies.isEmpty else { return nil }
      let rank = (latencies.count * 95 + 99) / 100
      return (Double(latencies[rank - 1]) / 1000, latencies.count)
    }
  }
}
