/// A deterministic automaton that is built state by state as texts ask for it.
///
/// A state is the set of instructions that the program may stand at. A match is noticed one symbol
/// late, because an assertion may depend on the symbol that follows. What the states may hold is
/// bounded: when the bound is reached all are dropped, so that a step costs at worst as much as one
/// of the program's own.
struct LazyDFA: Sendable {
  /// What a run is to find out.
  enum Goal: Sendable {
    /// Whether any match exists.
    case anyMatch
    /// Whether the whole text is a match.
    case wholeText
    /// Where the match that is leftmost, and there the most preferred, ends.
    case preferredMatch
    /// Where the longest match from a given position ends.
    case longestMatch
    /// Every position at which some match ends.
    case everyMatch
  }

  /// A state as it is written in a row: the index of its own row, with a flag.
  typealias Row = UInt32

  /// Set in an entry where a match ends before the entry's symbol.
  static let matchFlag: Row = 1 << 31
  /// The entry has not been built.
  static let unknown: Row = matchFlag - 1
  /// No match can follow.
  static let dead: Row = matchFlag - 2
  /// Entries from here on need more than to be followed.
  private static let special: Row = dead

  let program: Program
  let goal: Goal
  private let stride: Int
  private var rows: [Row] = []
  private var states: [DFAState] = []
  private var rowsByState: [DFAState: Row] = [:]
  private var starts: [Row?] = Array(repeating: nil, count: 6)
  private var bytesHeld = 0
  private var closure: Closure
  private var resolved: Closure

  /// How many states have been built, for tests of what is bounded.
  private(set) var builtStates = 0

  /// How often all states have been dropped; rows from before mean nothing.
  private(set) var generation = 0

  /// How many symbols have been read, for tests that the work is linear.
  var steps = 0

  init(_ program: Program, goal: Goal) {
    self.program = program
    self.goal = goal
    stride = program.classes.count << program.lookaroundCount
    closure = Closure(capacity: program.instructions.count)
    resolved = Closure(capacity: program.instructions.count)
  }

  // MARK: Reading

  /// The state in which a run starts after a byte of kind `behind`.
  ///
  /// Rows in use stay valid.
  mutating func start(behind: ByteKind) -> Row {
    if let row = starts[Int(behind.rawValue)] { return row }
    let isSearch = goal != .wholeText && goal != .longestMatch
    closure.removeAll()
    closure.add(isSearch ? program.searchStart : program.start, of: program, given: nil)
    let row = intern(behind: behind, mayFlush: false).row
    starts[Int(behind.rawValue)] = row
    return row
  }

  /// Follows `symbol` from `row`.
  mutating func step(from row: Row, on symbol: Int) -> Row {
    let entry = rows[Int(row) + symbol]
    return entry == Self.unknown ? build(from: row, on: symbol) : entry
  }

  /// Follows known transitions over `text` until `end`, or to the first byte whose entry is special
  /// or leads to `pause`; that byte is left unread.
  func skim(
    _ text: Span<UInt8>, from position: Int, to end: Int, in row: Row, pause: Row
  ) -> (position: Int, row: Row) {
    let rows = rows.span
    let symbols = program.classes.symbols.span
    var position = position
    var row = row
    while position < end {
      let next = rows[Int(row) &+ Int(symbols[Int(text[position])])]
      if next >= Self.special || next == pause { break }
      row = next
      position &+= 1
    }
    return (position, row)
  }

  /// `skim` from right to left: reads the bytes before `position`, down to `end`.
  func skimBackward(
    _ text: Span<UInt8>, from position: Int, to end: Int, in row: Row
  ) -> (position: Int, row: Row) {
    let rows = rows.span
    let symbols = program.classes.symbols.span
    var position = position
    var row = row
    while position > end {
      let next = rows[Int(row) &+ Int(symbols[Int(text[position &- 1])])]
      if next >= Self.special { break }
      row = next
      position &-= 1
    }
    return (position, row)
  }

  // MARK: Building

  /// Builds the transition of `row` on `symbol`.
  ///
  /// Where that drops all states, `row` is no longer valid; the result is.
  private mutating func build(from row: Row, on symbol: Int) -> Row {
    let state = states[Int(row) / stride]
    let byteSymbol = symbol % program.classes.count
    let leaves = resolve(state, byteSymbol, lookarounds: UInt8(symbol / program.classes.count))
    let isEnd = byteSymbol == program.classes.end
    var isMatch = false
    closure.removeAll()
    for leaf in leaves {
      if program.instructions[Int(leaf)] == .match {
        isMatch = goal != .wholeText || isEnd
        if goal == .preferredMatch || goal == .anyMatch { break }
      } else if !isEnd {
        advance(leaf, over: program.classes.examples[byteSymbol])
      }
    }
    var entry = Self.dead
    var isFlushed = false
    if !(isMatch && goal == .anyMatch) && !closure.leaves.isEmpty {
      (entry, isFlushed) = intern(behind: program.classes.kinds[byteSymbol], mayFlush: true)
    }
    if isMatch { entry |= Self.matchFlag }
    if !isFlushed { rows[Int(row) + symbol] = entry }
    return entry
  }

  /// The leaves of `state` with its conditions decided by what follows it.
  private mutating func resolve(_ state: DFAState, _ symbol: Int, lookarounds: UInt8) -> [UInt32] {
    guard state.isConditional else { return state.addresses }
    let ahead = program.classes.kinds[symbol]
    let isForward = program.direction == .forward
    let surroundings = Surroundings(
      left: isForward ? state.behind : ahead, right: isForward ? ahead : state.behind,
      lookarounds: lookarounds)
    resolved.removeAll()
    for address in state.addresses { resolved.add(address, of: program, given: surroundings) }
    return resolved.leaves
  }

  private mutating func advance(_ leaf: UInt32, over byte: UInt8) {
    switch program.instructions[Int(leaf)] {
    case .byte(let low, let high, let next):
      if low <= byte && byte <= high { closure.add(next, of: program, given: nil) }
    case .bytes(let range):
      for index in range {
        let transition = program.transitions[Int(index)]
        if transition.low <= byte && byte <= transition.high {
          closure.add(transition.next, of: program, given: nil)
        }
      }
    default: break
    }
  }

  /// The row of the state that `closure` holds, and whether all others were dropped to make room.
  private mutating func intern(
    behind: ByteKind, mayFlush: Bool
  ) -> (row: Row, isFlushed: Bool) {
    let isConditional = closure.leaves.contains { leaf in
      switch program.instructions[Int(leaf)] {
      case .assert, .look: true
      default: false
      }
    }
    let state = DFAState(
      addresses: addresses(isConditional: isConditional),
      behind: isConditional ? behind : .other, isConditional: isConditional)
    if let row = rowsByState[state] { return (row, false) }
    let size = state.addresses.count * 4 + stride * 4 + 128
    let isFlushed = mayFlush && bytesHeld + size > PatternLimits.cacheBytes
    if isFlushed { removeAllStates() }
    let row = Row(rows.count)
    rows.append(contentsOf: repeatElement(Self.unknown, count: stride))
    states.append(state)
    rowsByState[state] = row
    bytesHeld += size
    builtStates += 1
    return (row, isFlushed)
  }

  /// Where the program stands, in order where preference matters.
  ///
  /// A path that comes back to a loop is cut off, and whether it comes back may depend on a condition.
  /// So a state that has conditions starts over from its roots once they are decided.
  private func addresses(isConditional: Bool) -> [UInt32] {
    guard goal == .preferredMatch else { return closure.sortedLeaves }
    return isConditional ? closure.roots : closure.leaves
  }

  private mutating func removeAllStates() {
    rows.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    rowsByState.removeAll(keepingCapacity: true)
    starts = Array(repeating: nil, count: starts.count)
    bytesHeld = 0
    generation += 1
  }
}
