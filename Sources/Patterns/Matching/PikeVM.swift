/// Runs a program on all its paths at once and keeps for each the captures that its most preferred
/// way there has seen.
struct PikeVM: Sendable {
  /// A path's last step, or a slot to be put back once the paths behind it have been followed.
  private enum Task {
    case follow(UInt32)
    case restore(slot: Int, value: Int)
  }

  /// The leaves reached at one position, with the slots of each.
  private struct Threads {
    var seen: SparseSet
    var leaves: [UInt32] = []
    var slots: [Int]

    init(instructions: Int, slotCount: Int) {
      seen = SparseSet(capacity: instructions)
      slots = Array(repeating: -1, count: instructions * slotCount)
    }
  }

  private let program: Program
  private let slotCount: Int
  private var current: Threads
  private var upcoming: Threads
  private var tasks: [Task] = []
  private var scratch: [Int]

  /// Instructions followed so far, for tests that the work is linear.
  private(set) var steps = 0

  init(_ program: Program, slotCount: Int) {
    self.program = program
    self.slotCount = slotCount
    current = Threads(instructions: program.instructions.count, slotCount: slotCount)
    upcoming = Threads(instructions: program.instructions.count, slotCount: slotCount)
    scratch = Array(repeating: -1, count: slotCount)
  }

  /// The slots of the preferred match, -1 where a group took no part; `nil` without a match.
  ///
  /// Without `isSearch` the match must start at `range.lowerBound`; it never reads past the upper.
  mutating func match(
    in text: Span<UInt8>, range: Range<Int>, isSearch: Bool, lookarounds: [UInt8]
  ) -> [Int]? {
    var best: [Int]?
    clearUpcoming()
    for slot in scratch.indices { scratch[slot] = -1 }
    follow(
      isSearch ? program.searchStart : program.start, at: range.lowerBound,
      given: Surroundings(of: range.lowerBound, in: text, lookarounds: lookarounds))
    swap(&current, &upcoming)
    var position = range.lowerBound
    while !current.leaves.isEmpty {
      clearUpcoming()
      let isAtEnd = position >= range.upperBound
      let surroundings: Surroundings? =
        isAtEnd ? nil : Surroundings(of: position + 1, in: text, lookarounds: lookarounds)
      for leaf in current.leaves {
        let instruction = program.instructions[Int(leaf)]
        if instruction == .match {
          best = slots(of: leaf)
          break
        }
        guard let surroundings else { continue }
        step(instruction, at: leaf, over: text[position], to: position + 1, given: surroundings)
      }
      swap(&current, &upcoming)
      position += 1
      if isAtEnd { break }
    }
    return best
  }

  private func slots(of leaf: UInt32) -> [Int] {
    Array(current.slots[(Int(leaf) * slotCount)..<((Int(leaf) + 1) * slotCount)])
  }

  private mutating func clearUpcoming() {
    upcoming.seen.removeAll()
    upcoming.leaves.removeAll(keepingCapacity: true)
  }

  private mutating func step(
    _ instruction: Instruction, at leaf: UInt32, over byte: UInt8, to position: Int,
    given surroundings: Surroundings
  ) {
    switch instruction {
    case .byte(let low, let high, let next):
      if low <= byte && byte <= high {
        advance(leaf, to: next, at: position, given: surroundings)
      }
    case .bytes(let range):
      for index in range {
        let transition = program.transitions[Int(index)]
        if transition.low <= byte && byte <= transition.high {
          advance(leaf, to: transition.next, at: position, given: surroundings)
        }
      }
    default: break
    }
  }

  private mutating func advance(
    _ leaf: UInt32, to next: UInt32, at position: Int, given surroundings: Surroundings
  ) {
    let first = Int(leaf) * slotCount
    for slot in 0..<slotCount { scratch[slot] = current.slots[first + slot] }
    follow(next, at: position, given: surroundings)
  }

  /// Adds to the upcoming threads the leaves that `address` leads to, with the slots in `scratch` as they are on the way.
  private mutating func follow(
    _ address: UInt32, at position: Int, given surroundings: Surroundings
  ) {
    tasks.append(.follow(address))
    while let task = tasks.popLast() {
      guard case .follow(let address) = task else {
        if case .restore(let slot, let value) = task { scratch[slot] = value }
        continue
      }
      guard upcoming.seen.insert(address) else { continue }
      steps += 1
      let instruction = program.instructions[Int(address)]
      switch instruction {
      case .byte, .bytes, .match:
        upcoming.leaves.append(address)
        let first = Int(address) * slotCount
        for slot in 0..<slotCount { upcoming.slots[first + slot] = scratch[slot] }
      case .split(let first, let second):
        tasks.append(.follow(second))
        tasks.append(.follow(first))
      case .save(let slot, let next):
        if Int(slot) < slotCount {
          tasks.append(.restore(slot: Int(slot), value: scratch[Int(slot)]))
          scratch[Int(slot)] = position
        }
        tasks.append(.follow(next))
      case .assert, .look:
        if let next = surroundings.next(after: instruction) { tasks.append(.follow(next)) }
      }
    }
  }
}
