import Assessment

/// The gate's answer, why, and what to do first.
struct GateSection {
  private let context: HTMLContext

  /// How many things to do, and servers that are nearly there, are named.
  private static let stepLimit = 6
  private static let nearLimit = 4

  init(_ context: HTMLContext) {
    self.context = context
  }

  var section: HTMLSection {
    let outcome = context.report.gate.outcome
    return HTMLSection(
      id: "gate", title: "Gate \(outcome.title)", shortTitle: "Gate",
      content: "<div class=\"gate \(outcome.name)\">\n\(answer)\n</div>\n\(next)")
  }

  private var answer: Fragment<HTML> {
    let gate = context.report.gate
    let servers = context.assessment.servers
    let passing = servers.count(where: \.verdict.passes)
    let sign: Fragment<HTML> =
      switch gate.outcome {
      case .passed: "✓"
      case .failed: "✕"
      case .incomplete: "!"
      }
    var text: Fragment<HTML> =
      "<p class=\"seal\" aria-hidden=\"true\">\(sign)</p>\n<div><p class=\"answer\">\(meaning)</p>\n"
    let reasons = gate.outcome == .failed ? gate.reasons.dropFirst() : gate.reasons[...]
    if !reasons.isEmpty {
      text += "<ul class=\"reasons\">\n"
      for reason in reasons { text += "<li>\(.prose(reason, limit: 2_000))</li>\n" }
      text += "</ul>\n"
    }
    return text
      + "<p class=\"muted\">\(passing) of \(counted(servers.count, "server")) may go where they mean to. Exit status \(gate.outcome.rawValue).</p></div>"
  }

  /// The answer in a sentence; that of a gate that failed is the first of its reasons.
  private var meaning: Fragment<HTML> {
    let gate = context.report.gate
    switch gate.outcome {
    case .passed:
      return gate.baseline.map { "Nothing new is in the way since \($0)." }
        ?? "Every server may go where it means to."
    case .failed:
      return gate.reasons.first.map { "\(.prose($0, limit: 2_000))" } ?? "The gate stays closed."
    case .incomplete: return "Not everything could be judged, so nothing is let through."
    }
  }

  private var next: Fragment<HTML> {
    let items = inputs + steps + evidence
    guard !context.assessment.servers.isEmpty || !items.isEmpty else {
      return
        "<h3>What to do next</h3>\n<p>Name a folder with server manifests, tool catalogs, gateway configurations or audit logs: without a server there is nothing to judge.</p>\n"
    }
    guard !items.isEmpty else {
      return "<h3>What to do next</h3>\n<p>Nothing stands in any server’s way.</p>\n"
    }
    return
      "<h3>What to do next</h3>\n<ol class=\"steps\">\n\(items.joined(by: "\n"))\n</ol>\n\(nearest)"
  }

  /// What could not be read comes first: nothing is known of it.
  private var inputs: [Fragment<HTML>] {
    let failed = context.report.inputs.filter { $0.status.name == "failed" }
    guard let first = failed.first else { return [] }
    let more: Fragment<HTML> = failed.count > 1 ? " and \(failed.count - 1) more" : ""
    return [
      "<li><strong>Make the unreadable inputs readable</strong> \(.muted(counted(failed.count, "input").asText))<p><span class=\"place\">\(first.path, limit: 200)</span>\(more): see <a href=\"#inputs\">Inputs</a>.</p></li>"
    ]
  }

  private var steps: [Fragment<HTML>] {
    NextStep.all(in: context.assessment).prefix(Self.stepLimit).map { step in
      let servers = step.servers.prefix(5).map(context.anchors.link(toServer:)).joined(by: ", ")
      let more: Fragment<HTML> = step.servers.count > 5 ? " and \(step.servers.count - 5) more" : ""
      let want: Fragment<HTML> =
        step.unprovenCount == 0
        ? "" : " <span class=\"muted\">(\(step.unprovenCount) for want of evidence)</span>"
      return
        "<li><strong>\(step.rule.title)</strong> \(.badge(step.severity)) \(context.anchors.link(toRule: step.rule.id)) <span class=\"muted\">stops \(counted(step.servers.count, "server")), \(step.rule.effort.rawValue) effort</span>\(want)<p>\(.prose(step.advice))</p><p class=\"muted\">\(servers)\(more)</p></li>"
    }
  }

  /// The source that would decide most of what was not decided.
  private var evidence: [Fragment<HTML>] {
    let reasons = context.assessment.coverage.undecided
    guard let largest = reasons.max(by: { ($0.count, $1.text) < ($1.count, $0.text) }),
      largest.count > 1
    else { return [] }
    return [
      "<li><strong>Give the evidence that is missing most</strong> <span class=\"muted\">\(counted(largest.count, "control")) undecided</span><p>Why: \(.prose(largest.text)).</p></li>"
    ]
  }

  /// The servers that fewest controls keep from where they mean to go.
  private var nearest: Fragment<HTML> {
    let stopped = context.assessment.servers.filter { !$0.verdict.passes }
    let known: [(server: String, rules: [String])] = stopped.map {
      ($0.id, $0.blockingRules.sorted())
    }
    let near = known.filter { !$0.rules.isEmpty }.sorted {
      ($0.rules.count, $0.server) < ($1.rules.count, $1.server)
    }
    guard near.count > 1 else { return "" }
    let items = near.prefix(Self.nearLimit).map { server, rules -> Fragment<HTML> in
      let controls: Fragment<HTML> =
        rules.count > 4 ? "\(rules.count) controls" : context.links(toRules: rules)
      return "\(context.anchors.link(toServer: server)) (\(controls))"
    }
    return "<p><strong>Nearest to the gate:</strong> \(items.joined(by: "; ")).</p>\n"
  }
}

extension String {
  /// The text, escaped.
  var asText: Fragment<HTML> { "\(self)" }
}
