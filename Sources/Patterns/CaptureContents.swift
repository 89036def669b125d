/// What the groups of a pattern can hold, told from the pattern alone.
///
/// Lookarounds are not taken into account, so that a group may be said to hold what one of them keeps out.
public struct CaptureContents: Sendable {
  /// The names of the groups by number; the first stands for the whole match and has none.
  public let names: [String?]

  private let root: Node

  /// Reads `source`.
  ///
  /// - Throws: a `PatternError` where the source is malformed or asks for more than `Pattern` can match.
  public init(
    _ source: String, syntax: Pattern.Syntax, options: Pattern.Options = []
  ) throws(PatternError) {
    var parser = Parser(source, syntax: syntax, options: options)
    root = try parser.parse()
    names = parser.captureNames
  }

  /// The number of the group called `name`, or the number that `name` is, where the pattern has the group.
  public func number(of name: String) -> Int? {
    guard let number = Int(name) ?? names.firstIndex(of: name), names.indices.contains(number)
    else { return nil }
    return number
  }

  /// Whether `scalar` can be part of what the group `number` holds.
  public func canHold(_ scalar: Unicode.Scalar, in number: Int) -> Bool {
    body(of: number)?.members.contains(scalar.value) ?? false
  }

  /// Whether what the group `number` holds can begin with `scalar`.
  public func canBegin(with scalar: Unicode.Scalar, in number: Int) -> Bool {
    body(of: number)?.beginnings.contains(scalar.value) ?? false
  }

  /// Whether what the group `number` holds is empty or begins with `scalar`.
  public func onlyBegins(with scalar: Unicode.Scalar, in number: Int) -> Bool {
    guard let body = body(of: number) else { return false }
    return body.beginnings.ranges.allSatisfy { $0 == scalar.value...scalar.value }
  }

  /// Whether what the pattern takes before the group `number` always ends in `scalar`.
  public func isAlwaysPreceded(by scalar: Unicode.Scalar, group number: Int) -> Bool {
    guard let before = root.leadIn(to: number), !before.isEmpty else { return false }
    return before.ranges.allSatisfy { $0 == scalar.value...scalar.value }
  }

  private func body(of number: Int) -> Node? {
    number == 0 ? root : root.capture(number)
  }
}

extension Node {
  /// What stands within the group `number`, if the node has the group.
  fileprivate func capture(_ number: Int) -> Node? {
    switch self {
    case .capture(number, let body): body
    case .capture(_, let body), .repetition(let body, _): body.capture(number)
    case .concatenation(let nodes), .alternation(let nodes):
      nodes.lazy.compactMap { $0.capture(number) }.first
    case .empty, .scalar, .set, .assertion, .lookaround: nil
    }
  }

  /// Every code point that a match of the node can hold.
  fileprivate var members: ScalarSet {
    switch self {
    case .empty, .assertion, .lookaround: .nothing
    case .scalar(let scalar): ScalarSet([scalar...scalar])
    case .set(let set): set
    case .concatenation(let nodes), .alternation(let nodes):
      ScalarSet(nodes.flatMap(\.members.ranges))
    case .repetition(let body, let count): count.maximum == 0 ? .nothing : body.members
    case .capture(_, let body): body.members
    }
  }

  /// Every code point that a match of the node can begin with.
  fileprivate var beginnings: ScalarSet { edge { $0 } }

  /// Every code point that a match of the node can end in.
  private var endings: ScalarSet { edge { $0.reversed() } }

  private func edge(_ order: ([Node]) -> [Node]) -> ScalarSet {
    switch self {
    case .concatenation(let nodes):
      var found: [ClosedRange<UInt32>] = []
      for node in order(nodes) {
        found += node.edge(order).ranges
        if !node.isNullable { break }
      }
      return ScalarSet(found)
    case .alternation(let nodes): return ScalarSet(nodes.flatMap { $0.edge(order).ranges })
    case .repetition(let body, let count):
      return count.maximum == 0 ? .nothing : body.edge(order)
    case .capture(_, let body): return body.edge(order)
    case .empty, .scalar, .set, .assertion, .lookaround: return members
    }
  }

  /// What can stand directly before the group `number`; `nil` where the node lacks the group, nothing where
  /// the group stands first.
  fileprivate func leadIn(to number: Int) -> ScalarSet? {
    switch self {
    case .capture(number, _): return .nothing
    case .capture(_, let body), .repetition(let body, _): return body.leadIn(to: number)
    case .alternation(let nodes): return nodes.lazy.compactMap { $0.leadIn(to: number) }.first
    case .concatenation(let nodes):
      for (index, node) in nodes.enumerated() {
        guard let within = node.leadIn(to: number) else { continue }
        guard within.isEmpty else { return within }
        return Node.concatenation(Array(nodes[..<index])).endings
      }
      return nil
    case .empty, .scalar, .set, .assertion, .lookaround: return nil
    }
  }
}
