/// Follows a program's instructions as far as they go without consuming anything.
struct Closure: Sendable {
  /// The instructions reached that consume, match or wait for a condition, most preferred first.
  private(set) var leaves: [UInt32] = []

  /// The addresses from which all leaves were reached, in the order in which they were added.
  private(set) var roots: [UInt32] = []

  private var seen: SparseSet
  private var pending: [UInt32] = []

  init(capacity: Int) {
    seen = SparseSet(capacity: capacity)
  }

  /// The leaves by address, for whom their order means nothing.
  var sortedLeaves: [UInt32] {
    guard leaves.count > 32, let highest = leaves.max() else { return leaves.sorted() }
    var words = [UInt64](repeating: 0, count: Int(highest) / 64 + 1)
    for leaf in leaves { words[Int(leaf) / 64] |= 1 << UInt64(leaf % 64) }
    var sorted: [UInt32] = []
    sorted.reserveCapacity(leaves.count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        sorted.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return sorted
  }

  mutating func removeAll() {
    leaves.removeAll(keepingCapacity: true)
    roots.removeAll(keepingCapacity: true)
    seen.removeAll()
  }

  /// Adds what `address` leads to.
  ///
  /// Conditions are decided by `surroundings`, and left as leaves where those are not known yet.
  mutating func add(_ address: UInt32, of program: Program, given surroundings: Surroundings?) {
    guard !seen.contains(address) else { return }
    roots.append(address)
    var address = address
    while true {
      if seen.insert(address) {
        let instruction = program.instructions[Int(address)]
        switch instruction {
        case .byte, .bytes, .match: leaves.append(address)
        case .split(let first, let second):
          pending.append(second)
          address = first
          continue
        case .save(_, let next):
          address = next
          continue
        case .assert, .look:
          if let surroundings {
            if let next = surroundings.next(after: instruction) {
              address = next
              continue
            }
          } else {
            leaves.append(address)
          }
        }
      }
      guard let next = pending.popLast() else { return }
      address = next
    }
  }
}
