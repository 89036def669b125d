/// A pattern as a nondeterministic automaton over bytes.
struct Program: Sendable {
  /// Which way the automaton reads its text.
  enum Direction: Sendable {
    case forward
    case backward
  }

  let direction: Direction
  let instructions: [Instruction]
  let transitions: [Transition]

  /// Where a match that starts here starts.
  let start: UInt32

  /// Where a search starts: it skips bytes, preferring not to, before `start`.
  ///
  /// Equals `start` where the pattern is anchored.
  let searchStart: UInt32

  /// The lookarounds that stand directly in the pattern, by ordinal.
  ///
  /// Empty in the backward twin of a pattern, which is given the forward program's results.
  let lookarounds: [Program]

  let lookaroundCount: Int
  let classes: ByteClasses

  /// The bytes with which every match starts; `nil` where a match may be empty.
  ///
  /// Assertions and lookarounds are taken to hold, so a byte may be in the set for nothing.
  var firstBytes: [UInt8]? {
    var isFirst = [Bool](repeating: false, count: 256)
    var seen = SparseSet(capacity: instructions.count)
    var pending = [start]
    while let address = pending.popLast() {
      guard seen.insert(address) else { continue }
      switch instructions[Int(address)] {
      case .byte(let low, let high, _):
        for byte in low...high { isFirst[Int(byte)] = true }
      case .bytes(let range):
        for transition in transitions[Int(range.lowerBound)..<Int(range.upperBound)] {
          for byte in transition.low...transition.high { isFirst[Int(byte)] = true }
        }
      case .split(let first, let second): pending += [first, second]
      case .save(_, let next), .assert(_, let next), .look(_, _, let next): pending.append(next)
      case .match: return nil
      }
    }
    return (UInt8.min...UInt8.max).filter { isFirst[Int($0)] }
  }
}
