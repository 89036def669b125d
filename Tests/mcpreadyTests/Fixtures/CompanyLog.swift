/// The audit log of `Fixtures/company`: twenty thousand records over three days, one file a day.
enum CompanyLog {
  private static let period = LogPeriod(
    month: "2026-11", firstDay: 17, firstHour: 0, hours: 72)

  /// The folder that holds the files.
  private static let folder = "Fixtures/company/logs/"

  /// The files with their lines, in the order of the days.
  static var files: [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    let plans = CompanyTraffic.readers + CompanyTraffic.writers + CompanyTraffic.unregistered
    for record in TrafficWriter.records(of: plans, over: period, seed: 1117) {
      let path = folder + "audit-\(period.date(at: record.offset)).jsonl"
      if files.last?.path != path { files.append((path, "")) }
      files[files.count - 1].text += record.line + "\n"
    }
    return files
  }
}
