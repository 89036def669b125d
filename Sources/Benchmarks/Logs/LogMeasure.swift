import Foundation
import Telemetry

/// A question to a log, and how long the answer takes.
enum LogMeasure: String, CaseIterable {
  /// Finding the values of the known fields in every record.
  case fields
  /// Records, successes, incomplete records and the 95th percentile of each server.
  case simple
  /// All that a check needs to know.
  case full
  /// The same, and the log's digest, which a report states.
  case digest

  /// Answers the question of the log at `path` by `threads` threads, and prints what that took.
  func run(_ path: String, threads: Int) async throws {
    let source = LogSource.file(path)
    let start = Instant.now
    let answer = try await answer(source, threads: threads)
    let end = Instant.now
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let rates = [
      Self.format(Double(size) / (end.wall - start.wall) / 1e9, 2) + " GB/s",
      Self.format(Double(answer.records) / (end.wall - start.wall) / 1e6, 2) + " M records/s",
    ]
    print(
      "\(rawValue): \(Self.format(end.wall - start.wall, 3)) s,",
      "busy \(Self.format(end.busy - start.busy, 3)) s, \(rates.joined(separator: ", ")),",
      "\(Instant.peakMemory >> 20) MiB at most; \(answer.text)")
  }

  private func answer(
    _ source: LogSource, threads: Int
  ) async throws -> (records: Int, text: String) {
    switch self {
    case .fields:
      var counts = FieldCounts()
      for part in try await Self.parts(of: source, threads, FieldCounts.init(reading:)) {
        counts.merge(part)
      }
      return (counts.records, "\(counts.records) records, \(counts.malformed) other lines")
    case .simple:
      var counts = ServerCounts()
      for part in try await Self.parts(of: source, threads, ServerCounts.init(reading:)) {
        counts.merge(part)
      }
      let total = counts.total
      return (
        total.records,
        "\(total.records) records, \(counts.malformed) other lines, \(total.incomplete) incomplete,"
          + " \(counts.named.count) servers"
      )
    case .full, .digest:
      let (summary, failures) = await LogReader(hashes: self == .digest).summarize(
        [source], width: threads)
      if let failure = failures.first { throw failure }
      return (summary.recordCount, "\(summary.recordCount) records")
    }
  }

  private static func parts<Part: Sendable>(
    of source: LogSource, _ threads: Int,
    _ read: @escaping @Sendable (LogSource) throws -> Part
  ) async throws -> [Part] {
    try await withThrowingTaskGroup(of: Part.self) { group in
      for part in source.split(into: threads) { group.addTask { try read(part) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static func format(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number)
  }
}

/// A moment by the clock on the wall and by that of this process.
private struct Instant {
  let wall: Double
  let busy: Double

  static var now: Instant {
    Instant(wall: seconds(CLOCK_MONOTONIC), busy: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  /// The most memory that this process has had so far, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    let status = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    precondition(status == 0, "the system keeps no record of the process")
    return Int(usage.ru_maxrss) << 10
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    let status = clock_gettime(clock, &time)
    precondition(status == 0, "the system keeps no such time")
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
