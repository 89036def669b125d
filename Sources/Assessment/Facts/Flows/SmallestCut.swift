import Estate
import SourceText

/// The fewest things to take away from an agent so that no toxic flow is left: tools, rules of the access
/// policy, entries of its client.
///
/// Every source, every private datum and every sink make a flow together, so that one of the three kinds has
/// to go as a whole; a mixture always leaves one of each. What is sought is thus the smallest cover of one
/// kind's tools by things that let the agent call them. It is exact up to `exactLimit` things that let it
/// call several; beyond, the one that takes most is chosen again and again, which may take too many.
struct SmallestCut: Sendable {
  /// What to take away, in words, sorted.
  let parts: [String]
  /// Whether it is certain that nothing less will do.
  let isExact: Bool

  /// More things are not tried in every combination.
  static let exactLimit = 12

  /// The cut of `legs`, the tools of each kind; of equals that of the sinks, then of the sources.
  init(of legs: [[ReachedTool]]) {
    let covers = [legs[2], legs[0], legs[1]].map(Cover.init)
    let best = covers.reduce(covers[0]) { $1.parts.count < $0.parts.count ? $1 : $0 }
    parts = best.parts
    isExact = covers.allSatisfy(\.isExact)
  }

  /// The cut as the end of a sentence.
  var text: String {
    let shown = parts.prefix(5).joined(separator: " and ")
    let rest = parts.count > 5 ? " and \(parts.count - 5) more" : ""
    return shown + rest + (isExact ? "" : " (found step by step, so that less may do)")
  }

  /// A cover of one kind's tools.
  private struct Cover {
    var parts: [String] = []
    var isExact = true

    init(_ tools: [ReachedTool]) {
      var carried: [ReachedTool.Carrier: Set<Int>] = [:]
      for (index, tool) in tools.enumerated() { carried[tool.carrier, default: []].insert(index) }
      // What carries one tool alone is no better than the tool.
      let shared = carried.filter { $0.value.count > 1 }
        .sorted { ($0.value.min() ?? 0) < ($1.value.min() ?? 0) }
      isExact = shared.count <= SmallestCut.exactLimit
      let chosen =
        isExact ? Self.smallest(shared.map(\.value), of: tools.count) : Array(shared.indices)
      let covered = chosen.reduce(into: Set<Int>()) { $0.formUnion(shared[$1].value) }
      parts = chosen.map { Self.text(of: shared[$0].key) }
      parts += tools.indices.filter { !covered.contains($0) }.map { tools[$0].key.text }
      parts.sort()
    }

    /// Which of `sets` to take so that they and the single tools left over are fewest; of equals, those
    /// that take away least.
    private static func smallest(_ sets: [Set<Int>], of count: Int) -> [Int] {
      var best: (cost: (Int, Int), chosen: [Int]) = ((count, 0), [])
      for mask in 1..<(1 << sets.count) {
        let chosen = sets.indices.filter { mask >> $0 & 1 == 1 }
        let covered = chosen.reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) }
        let cost = (chosen.count + count - covered.count, chosen.count)
        if cost < best.cost { best = (cost, chosen) }
      }
      return best.chosen
    }

    private static func text(of carrier: ReachedTool.Carrier) -> String {
      switch carrier {
      case .grant(_, let summary): "the grant of \(summary)"
      case .entry(_, let server): "the client's entry for \(server)"
      case .tool(let key): key.text
      }
    }
  }
}
