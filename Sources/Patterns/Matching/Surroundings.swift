/// What an assertion or a lookaround may ask about a position.
struct Surroundings {
  let left: ByteKind
  let right: ByteKind
  /// One bit for each lookaround, set where its body matches here.
  let lookarounds: UInt8

  /// The surroundings of `position`; `lookarounds` is empty where the pattern has none.
  init(of position: Int, in text: Span<UInt8>, lookarounds: [UInt8]) {
    left = ByteKind(at: position - 1, in: text)
    right = ByteKind(at: position, in: text)
    self.lookarounds = lookarounds.isEmpty ? 0 : lookarounds[position]
  }

  init(left: ByteKind, right: ByteKind, lookarounds: UInt8) {
    self.left = left
    self.right = right
    self.lookarounds = lookarounds
  }

  /// Where the program goes on from an instruction that consumes nothing but a condition; `nil` where
  /// the condition fails.
  func next(after instruction: Instruction) -> UInt32? {
    switch instruction {
    case .assert(let assertion, let next):
      return assertion.holds(between: left, and: right) ? next : nil
    case .look(let ordinal, let isNegative, let next):
      return ((lookarounds >> ordinal) & 1 == 1) != isNegative ? next : nil
    default:
      return nil
    }
  }
}
