/// A state of a deterministic automaton: all that decides how it goes on.
struct DFAState: Hashable, Sendable {
  /// Where the program stands, in order where preference matters.
  let addresses: [UInt32]

  /// The kind of the byte before, as far as a condition may ask for it.
  let behind: ByteKind

  /// Whether some way on from the addresses waits for a condition.
  let isConditional: Bool

  /// Takes the addresses in pairs, since every state that is reached is looked up.
  func hash(into hasher: inout Hasher) {
    hasher.combine(behind)
    var index = 0
    while index + 1 < addresses.count {
      hasher.combine(UInt64(addresses[index]) << 32 | UInt64(addresses[index + 1]))
      index += 2
    }
    if index < addresses.count { hasher.combine(addresses[index]) }
  }
}
