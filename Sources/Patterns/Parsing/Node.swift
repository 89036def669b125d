/// What a pattern means once its syntax has been read; the same tree for every dialect.
indirect enum Node: Hashable, Sendable {
  case empty
  case scalar(UInt32)
  case set(ScalarSet)
  case concatenation([Node])
  case alternation([Node])
  case repetition(Node, Repetition)
  case capture(Int, Node)
  case assertion(Assertion)
  case lookaround(Lookaround)
}

/// How often something repeats.
struct Repetition: Hashable, Sendable {
  let minimum: Int
  /// `nil` where there is no upper bound.
  let maximum: Int?
  let isGreedy: Bool
  /// Where the operator stands in the source, for an error about the size of its expansion.
  let offset: Int
}

/// A sub-pattern that must match, or must not, without being consumed.
struct Lookaround: Hashable, Sendable {
  let isAhead: Bool
  let isNegative: Bool
  /// Its place among the lookarounds that stand directly in the same pattern or lookaround.
  let ordinal: Int
  let body: Node
}

extension Node {
  /// Whether the node can match without consuming anything.
  var isNullable: Bool {
    switch self {
    case .empty, .assertion, .lookaround: true
    case .scalar, .set: false
    case .concatenation(let parts): parts.allSatisfy(\.isNullable)
    case .alternation(let branches): branches.contains(where: \.isNullable)
    case .repetition(let body, let count): count.minimum == 0 || body.isNullable
    case .capture(_, let body): body.isNullable
    }
  }

  /// Whether a match can only start where the text starts.
  var isAnchoredAtStart: Bool {
    switch self {
    case .assertion(let assertion): return assertion == .startOfText
    case .empty, .scalar, .set, .lookaround: return false
    case .alternation(let branches): return branches.allSatisfy(\.isAnchoredAtStart)
    case .repetition(let body, let count): return count.minimum > 0 && body.isAnchoredAtStart
    case .capture(_, let body): return body.isAnchoredAtStart
    case .concatenation(let parts):
      for part in parts {
        if part.isAnchoredAtStart { return true }
        switch part {
        case .empty, .assertion, .lookaround: continue
        default: return false
        }
      }
      return false
    }
  }

  /// Whether the node asks for something that may hold inside a scalar's encoding.
  var asksForAbsence: Bool {
    switch self {
    case .empty, .scalar, .set: false
    case .assertion(let assertion): assertion == .notWordBoundary
    case .lookaround: true
    case .concatenation(let nodes), .alternation(let nodes):
      nodes.contains(where: \.asksForAbsence)
    case .repetition(let body, _), .capture(_, let body): body.asksForAbsence
    }
  }

  /// The lookarounds that stand directly in this node, not inside one another, by ordinal.
  var lookarounds: [Lookaround] {
    var found: [Int: Lookaround] = [:]
    collectLookarounds(into: &found)
    return found.values.sorted { $0.ordinal < $1.ordinal }
  }

  private func collectLookarounds(into found: inout [Int: Lookaround]) {
    switch self {
    case .empty, .scalar, .set, .assertion: break
    case .concatenation(let nodes), .alternation(let nodes):
      for node in nodes { node.collectLookarounds(into: &found) }
    case .repetition(let body, _), .capture(_, let body): body.collectLookarounds(into: &found)
    case .lookaround(let lookaround): found[lookaround.ordinal] = lookaround
    }
  }
}
