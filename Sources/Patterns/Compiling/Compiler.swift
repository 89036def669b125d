/// Turns a tree into a program, last instruction first: everything is emitted knowing what follows.
struct Compiler {
  private let direction: Program.Direction
  private var instructions: [Instruction] = []
  private var transitions: [Transition] = []
  private var automata: [ScalarSet: UTF8Automaton] = [:]

  /// Nodes visited, which bounds the expansion of what emits nothing.
  private var work = 0
  private var currentOffset = 0

  private init(direction: Program.Direction) {
    self.direction = direction
  }

  /// Compiles `node`, and with `lookarounds` the programs of those that stand in it.
  static func compile(
    _ node: Node, direction: Program.Direction, lookarounds isWithLookarounds: Bool = true
  ) throws(PatternError) -> Program {
    var compiler = Compiler(direction: direction)
    let end = try compiler.emit(.match)
    let start = try compiler.compile(node, next: end)
    var searchStart = start
    if direction == .backward || !node.isAnchoredAtStart {
      let skip = try compiler.emit(.byte(low: 0, high: 0xFF, next: 0))
      let isGuarded = node.isNullable && node.asksForAbsence
      let entry = isGuarded ? try compiler.emit(.assert(.scalarBoundary, next: start)) : start
      searchStart = try compiler.emit(.split(entry, skip))
      compiler.instructions[Int(skip)] = .byte(low: 0, high: 0xFF, next: searchStart)
    }
    var programs: [Program] = []
    let lookarounds = node.lookarounds
    if isWithLookarounds {
      for lookaround in lookarounds {
        programs.append(
          try compile(lookaround.body, direction: lookaround.isAhead ? .backward : .forward))
      }
    }
    return Program(
      direction: direction, instructions: compiler.instructions,
      transitions: compiler.transitions, start: start, searchStart: searchStart,
      lookarounds: programs, lookaroundCount: lookarounds.count,
      classes: ByteClasses(
        instructions: compiler.instructions, transitions: compiler.transitions))
  }

  private mutating func emit(_ instruction: Instruction) throws(PatternError) -> UInt32 {
    try checkSize()
    instructions.append(instruction)
    return UInt32(instructions.count - 1)
  }

  private func checkSize() throws(PatternError) {
    let size = max(instructions.count, transitions.count / 4, work / 4)
    guard size < PatternLimits.instructions else {
      throw PatternError(
        message: "the pattern expands to more than \(PatternLimits.instructions) instructions",
        offset: currentOffset)
    }
  }

  /// Emits `node` so that the program goes on at `next`, and returns where `node` starts.
  private mutating func compile(_ node: Node, next: UInt32) throws(PatternError) -> UInt32 {
    work += 1
    try checkSize()
    switch node {
    case .empty: return next
    case .scalar(let value): return try compile(ScalarSet([value...value]), next: next)
    case .set(let set): return try compile(set, next: next)
    case .assertion(let assertion): return try emit(.assert(assertion, next: next))
    case .lookaround(let lookaround):
      return try emit(
        .look(
          ordinal: UInt8(lookaround.ordinal), isNegative: lookaround.isNegative, next: next))
    case .capture(let number, let body):
      guard direction == .forward else { return try compile(body, next: next) }
      let close = try emit(.save(slot: UInt32(number * 2 + 1), next: next))
      let start = try compile(body, next: close)
      return try emit(.save(slot: UInt32(number * 2), next: start))
    case .concatenation(let parts):
      var entry = next
      switch direction {
      case .forward: for part in parts.reversed() { entry = try compile(part, next: entry) }
      case .backward: for part in parts { entry = try compile(part, next: entry) }
      }
      return entry
    case .alternation(let branches):
      var entry: UInt32?
      for branch in branches.reversed() {
        let start = try compile(branch, next: next)
        entry = if let entry { try emit(.split(start, entry)) } else { start }
      }
      return entry ?? next
    case .repetition(let body, let count):
      let outer = currentOffset
      currentOffset = count.offset
      let entry = try compile(body, repeated: count, next: next)
      currentOffset = outer
      return entry
    }
  }

  private mutating func compile(
    _ body: Node, repeated count: Repetition, next: UInt32
  ) throws(PatternError) -> UInt32 {
    func split(_ body: UInt32, _ exit: UInt32) -> Instruction {
      count.isGreedy ? .split(body, exit) : .split(exit, body)
    }
    var entry = next
    var required = count.minimum
    if let maximum = count.maximum {
      for _ in 0..<(maximum - count.minimum) {
        let start = try compile(body, next: entry)
        entry = try emit(split(start, next))
      }
    } else {
      let loop = try emit(.split(next, next))
      let start = try compile(body, next: loop)
      instructions[Int(loop)] = split(start, next)
      // A body that can be empty must be tried before the loop may be left, or priorities go wrong.
      entry = required == 0 ? (body.isNullable ? try emit(split(start, next)) : loop) : start
      required -= 1
    }
    for _ in 0..<max(required, 0) { entry = try compile(body, next: entry) }
    return entry
  }

  private mutating func compile(_ set: ScalarSet, next: UInt32) throws(PatternError) -> UInt32 {
    let automaton = automata[set] ?? UTF8Automaton(set)
    automata[set] = automaton
    return switch direction {
    case .forward: try emitForward(automaton, next: next)
    case .backward: try emitBackward(automaton, next: next)
    }
  }

  private mutating func emitForward(
    _ automaton: UTF8Automaton, next: UInt32
  ) throws(PatternError) -> UInt32 {
    var addresses: [UInt32] = []
    for edges in automaton.nodes {
      addresses.append(
        try emit(
          edges.map { edge in
            let target = edge.target.map { addresses[$0] } ?? next
            return Transition(low: edge.low, high: edge.high, next: target)
          }))
    }
    return addresses[automaton.root]
  }

  /// Turns every edge round: a node's instruction reads the bytes that lead to the node.
  private mutating func emitBackward(
    _ automaton: UTF8Automaton, next: UInt32
  ) throws(PatternError) -> UInt32 {
    var incoming: [[(low: UInt8, high: UInt8, source: Int)]] = Array(
      repeating: [], count: automaton.nodes.count + 1)
    let end = automaton.nodes.count
    for (source, edges) in automaton.nodes.enumerated() {
      for edge in edges { incoming[edge.target ?? end].append((edge.low, edge.high, source)) }
    }
    var addresses = [UInt32](repeating: next, count: automaton.nodes.count + 1)
    for node in incoming.indices.reversed().dropFirst() where node != automaton.root {
      addresses[node] = try emit(
        incoming[node].map { Transition(low: $0.low, high: $0.high, next: addresses[$0.source]) })
    }
    return try emit(
      incoming[end].map { Transition(low: $0.low, high: $0.high, next: addresses[$0.source]) })
  }

  private mutating func emit(_ edges: [Transition]) throws(PatternError) -> UInt32 {
    if edges.count == 1 {
      return try emit(.byte(low: edges[0].low, high: edges[0].high, next: edges[0].next))
    }
    let start = UInt32(transitions.count)
    transitions.append(contentsOf: edges)
    return try emit(.bytes(start..<UInt32(transitions.count)))
  }
}
