import Estate
import Testing

@testable import Assessment
@testable import Reporting

@Suite struct BudgetPlotTests {
  private static let start = Timestamp(milliseconds: 1_800_000_000_000)
  private static let hour = 3_600_000

  private static func time(_ hours: Int) -> Timestamp {
    Timestamp(milliseconds: start.milliseconds + Int64(hours * hour))
  }

  /// A budget whose windows end within ten hours.
  private static func standing(
    _ metric: BudgetReading.Metric, worst: Double, values: [Double?],
    breaches: [BudgetReading.Breach] = [], hasEnoughCalls: Bool = true
  ) -> BudgetStanding {
    let reading = BudgetReading(
      metric: metric, worst: worst, numerator: 1, denominator: 50,
      window: .init(start: time(0), end: time(1)), coversWindow: true,
      hasEnoughCalls: hasEnoughCalls, breaches: breaches, sample: nil,
      curve: BudgetCurve(start: time(0), end: time(10), values: values))
    return BudgetStanding(reading, limits: .standard)
  }

  private static func plot(_ standing: BudgetStanding) -> String {
    BudgetPlot(standing, of: "mail", id: "plot").fragment.text
  }

  @Test func `a broken stretch is marked where it was, and named in words`() {
    let text = Self.plot(
      Self.standing(
        .successRate, worst: 0.8, values: [1, 0.8, 1],
        breaches: [.init(start: Self.time(5), end: Self.time(10))]))
    // The right half of the plot, from 62 to 392.
    #expect(
      text.contains("<rect class=\"breach\" x=\"227\" y=\"14\" width=\"165\" height=\"100\"/>"))
    #expect(text.contains("broken 1×"))
    #expect(text.contains("Broken \(Self.moment(5)) to \(Self.moment(10))."))
    #expect(text.contains("<desc id=\"plot-desc\">The worst window shows 80 %;"))
  }

  private static func moment(_ hours: Int) -> String {
    String(time(hours).description.prefix(16)).replacing("T", with: " ")
  }

  @Test func `a stretch without enough calls is a gap, and a lone value a dot`() {
    let text = Self.plot(
      Self.standing(.p95Latency, worst: 900, values: [100, 200, nil, 300, nil, 900]))
    let strokes = text.split(separator: "d=\"").last?.prefix { $0 != "\"" } ?? ""
    #expect(strokes.filter { $0 == "M" }.count == 3)
    #expect(text.split(separator: "<circle").count - 1 == 2)
    #expect(text.contains("never broken"))
  }

  @Test func `a budget without a course over time is not drawn`() {
    var reading = Self.standing(.blockRate, worst: 0.2, values: []).reading
    reading.curve = nil
    #expect(Self.plot(BudgetStanding(reading, limits: .standard)).isEmpty)
  }

  @Test(arguments: [
    (BudgetReading.Metric.successRate, 0.97, "100 %"), (.successRate, 1, "0 %"),
    (.successRate, 0.94, "200 %"), (.blockRate, 0.05, "50 %"), (.fallbackRate, 0.1501, "101 %"),
  ])
  func `the error budget spent is what went wrong, of what may`(
    metric: BudgetReading.Metric, worst: Double, spent: String
  ) {
    let standing = Self.standing(metric, worst: worst, values: [worst])
    #expect(standing.spentShare.map(BudgetStanding.percent) == spent)
  }

  @Test func `too few calls and latencies spend no error budget`() {
    #expect(Self.standing(.p95Latency, worst: 9_000, values: []).spentShare == nil)
    let few = Self.standing(.successRate, worst: 0, values: [], hasEnoughCalls: false)
    #expect(few.spentShare == nil)
  }

  @Test(arguments: [
    (BudgetReading.Metric.successRate, 0.9699, "96.9 %"), (.blockRate, 0.1001, "10.1 %"),
    (.p95Latency, 2999.2, "3000 ms"), (.successRate, .nan, "–"),
  ])
  func `what breaks a limit never reads as the limit`(
    metric: BudgetReading.Metric, value: Double, shown: String
  ) {
    #expect(metric.formatted(value) == shown)
  }
}
