import Assessment

/// How many servers score in each tenth of the scale, and where expansion is frozen.
struct ScoreHistogram {
  private let counts: [Int]
  private let limit: Double

  private static let width = 400.0
  private static let height = 190.0
  private static let left = 12.0
  private static let bottom = 34.0
  private static let top = 42.0

  /// The scores of `servers`; expansion is frozen at `limit` and above.
  init(_ servers: [ServerAssessment], limit: Double) {
    var counts = [Int](repeating: 0, count: 10)
    for server in servers { counts[min(9, max(0, Int(server.risk.score.value / 10)))] += 1 }
    self.counts = counts
    self.limit = limit
  }

  /// The drawing.
  var fragment: Fragment<HTML> {
    let words = counts.enumerated().filter { $0.element > 0 }.map {
      "\($0.offset * 10) to \($0.offset * 10 + 10): \($0.element)"
    }.joined(separator: "; ")
    return
      "<svg class=\"chart\" viewBox=\"0 0 400 190\" role=\"img\" aria-labelledby=\"scores-title scores-desc\"><title id=\"scores-title\">Servers by risk score</title><desc id=\"scores-desc\">Servers in each tenth of the scale. \(words).</desc>\n\(axis)\(bars)\(threshold)</svg>\n"
  }

  private var plotWidth: Double { Self.width - Self.left - 8 }
  private var base: Double { Self.height - Self.bottom }

  private func x(_ score: Double) -> Double { Self.left + plotWidth * score / 100 }

  private var axis: Fragment<HTML> {
    var text: Fragment<HTML> =
      "<line class=\"axis\" x1=\"\(px: Self.left)\" y1=\"\(px: base)\" x2=\"\(px: x(100))\" y2=\"\(px: base)\"/>\n"
    for score in stride(from: 0, through: 100, by: 20) {
      text +=
        "<text class=\"tick\" x=\"\(px: x(Double(score)))\" y=\"\(px: base + 16)\" text-anchor=\"middle\">\(score)</text>"
    }
    return text
      + "<text class=\"tick\" x=\"\(px: x(50))\" y=\"\(px: Self.height - 3)\" text-anchor=\"middle\">Control-plane Risk Score; higher is riskier</text>\n"
  }

  private var bars: Fragment<HTML> {
    let most = Double(max(1, counts.max() ?? 1))
    var text = Fragment<HTML>()
    for (tenth, count) in counts.enumerated() where count > 0 {
      let start = Double(tenth * 10)
      let height = (base - Self.top) * Double(count) / most
      let isFrozen = start >= limit
      text +=
        "<rect class=\"\(isFrozen ? "frozen" : "column")\" x=\"\(px: x(start) + 2)\" y=\"\(px: base - height)\" width=\"\(px: plotWidth / 10 - 4)\" height=\"\(px: height)\"/><text class=\"value\" x=\"\(px: x(start + 5))\" y=\"\(px: base - height - 5)\" text-anchor=\"middle\">\(count)</text>\n"
    }
    return text
  }

  private var threshold: Fragment<HTML> {
    guard limit > 0, limit <= 100 else { return "" }
    let isLeft = limit > 70
    let anchor: Fragment<HTML> = isLeft ? " text-anchor=\"end\"" : ""
    return
      "<line class=\"limit\" x1=\"\(px: x(limit))\" y1=\"12\" x2=\"\(px: x(limit))\" y2=\"\(px: base)\"/><text class=\"limit\" x=\"\(px: x(limit) + (isLeft ? -5 : 5))\" y=\"20\"\(anchor)>frozen from \(px: limit)</text>\n"
  }
}
