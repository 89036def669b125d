/// Follows a program's instructions as far as they go without consuming anything.
struct Closure: Sendable {
  /// The instructions reached that consume, match or wait for a condition, most preferred first.
  private(set) var leaves: [UInt32] = []
  private var seen: SparseSet
  private var pending: [UInt32] = []

  init(capacity: Int) {
    seen = SparseSet(capacity: capacity)
  }

  mutating func removeAll() {
    leaves.removeAll(keepingCapacity: true)
    seen.removeAll()
  }

  /// Adds what `address` leads to.
  ///
  /// Conditions are decided by `surroundings`, and left as leaves where those are not known yet.
  mutating func add(_ address: UInt32, of program: Program, given surroundings: Surroundings?) {
    pending.append(address)
    while let address = pending.popLast() {
      guard seen.insert(address) else { continue }
      let instruction = program.instructions[Int(address)]
      switch instruction {
      case .byte, .bytes, .match: leaves.append(address)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .save(_, let next): pending.append(next)
      case .assert, .look:
        if let surroundings {
          if let next = surroundings.next(after: instruction) { pending.append(next) }
        } else {
          leaves.append(address)
        }
      }
    }
  }
}
