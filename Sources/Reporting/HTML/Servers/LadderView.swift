import Assessment

/// The ladder of verdicts: the rung that a server has reached, the one that it needs, and what is between.
struct LadderView {
  private let server: ServerAssessment
  private let detail: HTMLDetail
  private let context: HTMLContext

  init(_ server: ServerAssessment, _ detail: HTMLDetail, _ context: HTMLContext) {
    self.server = server
    self.detail = detail
    self.context = context
  }

  /// The ladder and the obstacles.
  var fragment: Fragment<HTML> {
    let verdict = server.verdict
    var rungs = Fragment<HTML>()
    for rung in Verdict.allCases {
      let state: Fragment<HTML> = rung <= verdict.attained ? "reached" : "ahead"
      let here: Fragment<HTML> = rung == verdict.attained ? " here" : ""
      let notes =
        (rung == verdict.attained ? ["reached"] : [])
        + (rung == verdict.required ? ["needed"] : [])
      let note: Fragment<HTML> =
        notes.isEmpty ? "" : "<small>\(notes.joined(separator: ", "))</small>"
      rungs +=
        "<li class=\"\(state)\(here)\"><span>\(rung.rawValue)</span>\(note)</li>"
    }
    return
      "<ol class=\"ladder\" aria-label=\"Verdict ladder\">\(rungs)</ol>\n<p>It needs <strong>\(verdict.required.rawValue)</strong>: \(.prose(verdict.requiredBecause, limit: 400)).</p>\n\(obstacles)"
  }

  private var obstacles: Fragment<HTML> {
    let verdict = server.verdict
    guard !verdict.obstacles.isEmpty else { return "" }
    let items = verdict.obstacles.prefix(detail.obstacles).map { obstacle -> Fragment<HTML> in
      let rules: Fragment<HTML> =
        obstacle.rules.isEmpty
        ? "" : ": \(context.links(toRules: obstacle.rules, limit: detail.rules))"
      let isInTheWay = obstacle.rung <= verdict.required
      let mark: Fragment<HTML> = isInTheWay ? "" : " class=\"muted\""
      return
        "<li\(mark)><strong>\(obstacle.rung.rawValue)</strong>: \(.prose(obstacle.reason, limit: 400))\(rules)</li>"
    }
    let blocking = verdict.obstacles.count { $0.rung <= verdict.required }
    let title: Fragment<HTML> =
      blocking > 0 ? "What is in the way" : "What is in the way of the rungs above"
    let rest = verdict.obstacles.count - items.count
    let more: Fragment<HTML> =
      rest > 0 ? "<p class=\"cut\">\(counted(rest, "more obstacle")) to higher rungs.</p>\n" : ""
    return
      "<h4>\(title)</h4>\n<ul class=\"plain\">\n\(items.joined(by: "\n"))\n</ul>\n\(more)"
  }
}
