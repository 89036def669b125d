/// How far the reading of logs is, in one line for a person who waits.
struct ProgressLine {
  /// The bytes to read; `nil` where only reading will tell.
  let total: Int?

  /// The line after `byteCount` bytes, which took `elapsed`.
  func text(byteCount: Int, elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(byteCount) / seconds : 0
    let speed = "\(Self.size(rate))/s"
    guard let total else { return "reading logs: \(Self.size(Double(byteCount))), \(speed)" }
    // A log may grow while it is read.
    let share = total == 0 ? 100 : min(99, byteCount * 100 / max(1, total))
    let rest = rate > 0 ? Double(max(0, total - byteCount)) / rate : 0
    return "reading logs: \(Self.size(Double(byteCount))) of \(Self.size(Double(total)))"
      + " (\(share) %), \(speed), \(Self.time(seconds: Int(rest.rounded(.up)))) left"
  }

  /// `bytes` in the unit that leaves one to three digits before the point.
  private static func size(_ bytes: Double) -> String {
    var value = bytes
    var unit = "B"
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      value /= 1000
      unit = larger
    }
    if unit == "B" || value >= 99.95 { return "\(Int(value.rounded())) \(unit)" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  private static func time(seconds: Int) -> String {
    if seconds < 100 { return "\(seconds) s" }
    let minutes = (seconds + 59) / 60
    return minutes < 100 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
