/// A duration as people write it in configurations, such as `15m` or `24h`.
struct DurationText {
  /// The text.
  let text: String

  /// `seconds` in the largest units that show it exactly, hours up to two days.
  init(seconds: Int) {
    guard seconds > 0 else {
      text = "\(seconds)s"
      return
    }
    var rest = seconds
    var parts = ""
    for (length, unit) in [(86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")] {
      if unit == "d", seconds <= 2 * 86_400 { continue }
      if rest >= length { parts += "\(rest / length)\(unit)" }
      rest %= length
    }
    text = parts
  }
}
