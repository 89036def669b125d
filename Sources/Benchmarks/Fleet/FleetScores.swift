import Assessment
import Estate
import Ingest
import SourceText
import Telemetry

/// How the scores of a fleet spread: a score that is the same for everybody ranks nobody.
enum FleetScores {
  private static let day = CalendarDate(daysSinceEpoch: 20_778)
  private static let binWidth = 5
  private static let barWidth = 50

  /// Judges the fleet in `folder` and prints the distribution of its scores, dimensions and verdicts.
  static func run(_ folder: String) async throws {
    let assessment = try await assess(folder)
    let scores = assessment.servers.map(\.risk.score.value).sorted()
    guard let lowest = scores.first, let highest = scores.last else {
      print("\(folder) names no server")
      return
    }
    func quantile(_ share: Double) -> String {
      rounded(scores[Int(share * Double(scores.count - 1))])
    }
    print("\(scores.count) servers, risk \(rounded(lowest)) to \(rounded(highest)):")
    print(
      "  p5 \(quantile(0.05)), p25 \(quantile(0.25)), median \(quantile(0.5)), p75 \(quantile(0.75)),"
        + " p95 \(quantile(0.95))")
    printHistogram(of: scores)
    for dimension in Dimension.allCases {
      let values = assessment.servers.map { $0.risk[dimension].value }.sorted()
      let quarters = [0.05, 0.25, 0.5, 0.75, 0.95].map {
        rounded(values[Int($0 * Double(values.count - 1))])
      }
      let full = values.count { $0 >= 99.5 }
      print("  \(dimension.rawValue): \(quarters.joined(separator: " ")); \(full) at 99.5 or above")
    }
    let verdicts = Dictionary(grouping: assessment.servers, by: \.verdict.attained.rawValue)
      .map { "\($0.key) \($0.value.count)" }.sorted()
    print("  verdicts: \(verdicts.joined(separator: ", "))")
  }

  private static func assess(_ folder: String) async throws -> FleetAssessment {
    let intake = await Intake(paths: [folder]).read()
    var fleet = intake.fleet
    var library = intake.library
    let logs = intake.logs.compactMap { log -> LogSource? in
      guard case .file(let path) = log.content else { return nil }
      return LogSource(
        name: log.path, content: .file(path: String(decoding: path, as: UTF8.self)))
    }
    if !logs.isEmpty {
      fleet.merge(await LogReader().summarize(logs, width: 2).summary, sources: &library)
    }
    return await FleetAssessor(catalog: try RuleCatalog.builtIn()).assess(fleet, asOf: day)
  }

  private static func printHistogram(of scores: [Double]) {
    var bins: [Int: Int] = [:]
    for score in scores { bins[min(Int(score) / binWidth, 100 / binWidth - 1), default: 0] += 1 }
    let largest = bins.values.max() ?? 1
    for bin in 0..<(100 / binWidth) {
      let count = bins[bin] ?? 0
      let start = String(bin * binWidth)
      let bar = String(repeating: "#", count: (count * barWidth + largest - 1) / largest)
      print("  \(String(repeating: " ", count: 3 - start.count))\(start)  \(bar) \(count)")
    }
  }

  private static func rounded(_ value: Double) -> String {
    String(Double(Int((value * 10).rounded())) / 10)
  }
}
