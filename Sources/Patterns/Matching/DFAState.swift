/// A state of a deterministic automaton: all that decides how it goes on.
struct DFAState: Hashable, Sendable {
  /// Instructions that consume, match or wait for a condition; in order where preference matters.
  let leaves: [UInt32]

  /// The kind of the byte before, as far as a leaf may ask for it.
  let behind: ByteKind

  /// Whether a leaf waits for a condition.
  let isConditional: Bool

  /// Takes the leaves in pairs, since every state that is reached is looked up.
  func hash(into hasher: inout Hasher) {
    hasher.combine(behind)
    var index = 0
    while index + 1 < leaves.count {
      hasher.combine(UInt64(leaves[index]) << 32 | UInt64(leaves[index + 1]))
      index += 2
    }
    if index < leaves.count { hasher.combine(leaves[index]) }
  }
}
