/// One step of a program; every address is an index into `Program.instructions`.
enum Instruction: Hashable, Sendable {
  /// Consumes a byte from `low` to `high`.
  case byte(low: UInt8, high: UInt8, next: UInt32)

  /// Consumes a byte by any of the transitions with these indices.
  case bytes(Range<UInt32>)

  /// Goes on at both addresses and prefers the first.
  case split(UInt32, UInt32)

  /// Notes the position in a capture slot.
  case save(slot: UInt32, next: UInt32)

  case assert(Assertion, next: UInt32)

  /// Goes on where bit `ordinal` of the position's lookaround byte differs from `isNegative`.
  case look(ordinal: UInt8, isNegative: Bool, next: UInt32)

  case match
}

/// An edge of an `Instruction.bytes`.
struct Transition: Hashable, Sendable {
  let low: UInt8
  let high: UInt8
  let next: UInt32
}
