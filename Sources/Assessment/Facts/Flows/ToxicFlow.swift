import Estate
import SourceText

/// A way on which one agent can be led to carry private data out: what strangers write comes in, private
/// data comes in, and a call carries it out, with nobody asked between.
struct ToxicFlow: Sendable {
  /// The tools of the shortest way, in the order of the harm; one tool can be several steps.
  let path: [ReachedTool]
  /// All tools that could be the last step.
  let sinks: [ReachedTool]
  /// What to take away so that no way is left.
  let cut: SmallestCut

  /// How many tools of each kind are tried for the shortest way; those with most labels come first.
  private static let candidates = 16

  /// The flow through `tools`; `nil` where a part is missing.
  ///
  /// An approval counts where private data is read or something goes out; one that lets strangers' words in
  /// is given by somebody who cannot judge them. `isOpen` says of a tool that nobody is asked.
  init?(through tools: [ReachedTool], where isOpen: (ReachedTool) -> Bool) {
    func all(_ kind: Capability.Kind) -> [ReachedTool] {
      tools.filter { tool in
        tool.reason(for: kind) != nil && (kind == .untrustedSource || isOpen(tool))
      }
    }
    let legs = Capability.Kind.allCases.map(all)
    guard legs.allSatisfy({ !$0.isEmpty }) else { return nil }
    path = Self.shortest(legs)
    sinks = legs[2]
    cut = SmallestCut(of: legs)
  }

  /// The way over the fewest tools, then the fewest servers, then the first by name.
  private static func shortest(_ legs: [[ReachedTool]]) -> [ReachedTool] {
    let sorted = legs.map { leg in
      leg.sorted {
        $0.capabilities.count != $1.capabilities.count
          ? $0.capabilities.count > $1.capabilities.count : $0.key < $1.key
      }.prefix(candidates)
    }
    var best: (cost: (Int, Int), path: [ReachedTool])?
    for source in sorted[0] {
      for data in sorted[1] {
        for sink in sorted[2] {
          let keys = [source.key, data.key, sink.key]
          let cost = (Set(keys).count, Set(keys.map(\.server)).count)
          if best.map({ cost < $0.cost }) ?? true { best = (cost, [source, data, sink]) }
        }
      }
    }
    return best?.path ?? []
  }

  /// The way in words, each tool with what makes it a step.
  var text: String { steps.map(\.text).joined(separator: ", then ") }

  /// Each tool of the way once, with what makes it a step and where it is listed.
  var steps: [(text: String, place: SourceSpan)] {
    var steps: [(tool: ReachedTool, reasons: [String])] = []
    for (tool, kind) in zip(path, Capability.Kind.allCases) {
      let reason = tool.reason(for: kind) ?? ""
      if let index = steps.firstIndex(where: { $0.tool.key == tool.key }) {
        if !steps[index].reasons.contains(reason) { steps[index].reasons.append(reason) }
      } else {
        steps.append((tool, [reason]))
      }
    }
    return steps.map { tool, reasons in
      ("\(tool.key.text) \(reasons.joined(separator: " and "))", tool.entry ?? tool.place)
    }
  }

  /// What the last step carries out.
  var load: String {
    let sink = path.last?.capabilities.first { $0.kind == .externalSink }
    return sink?.movesMoneyOnly == true ? "money" : "private data"
  }

  /// The tools whose calls a person would have to approve.
  var approvals: String { NameList(sinks.map(\.key.tool)).text }
}
