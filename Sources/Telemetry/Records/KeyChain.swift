import Syntax

/// Foresees the next key of a record, because the records of a log repeat the order of their keys.
///
/// A step is all that stands between two values: the comma, the key, the colon and the blanks between them.
/// The chain learns which steps have followed which. A step that is foreseen is compared as it is, byte for
/// byte, and stands for what reading those bytes has once given; everything else is read in the general way.
struct KeyChain: Sendable {
  /// What stands before a value, and what it means.
  fileprivate struct Step: Sendable {
    /// The bytes, and which of them count.
    var text: (low: SIMD2<UInt64>, high: SIMD2<UInt64>)
    var mask: (low: SIMD2<UInt64>, high: SIMD2<UInt64>)
    var length = 0
    var meaning: KeyTree.Meaning?
    /// The steps that followed this one, the most usual first; 0 where there is none.
    var followers = InlineArray<4, UInt16>(repeating: 0)
  }

  /// The longest step that is learned, in bytes.
  private static let longest = 32

  /// How many steps are learned before the chain starts anew.
  private static let limit = 1024

  /// The step before the first key of a record.
  static let start = 0

  /// A step that was not learned, and that nothing follows.
  private static let unknown = 1

  private var steps: [Step]
  /// Numbers of steps, open-addressed by their text; 0 is free.
  private var slots = [UInt16](repeating: 0, count: 4 * KeyChain.limit)
  /// How often a step was foreseen, less how often not; below zero nothing is foreseen for a while.
  private var balance = 1024
  private var pause = 0

  /// A chain that has seen no record.
  init() {
    steps = Self.firstSteps
  }

  /// The length of the step `index`.
  func length(_ index: Int) -> Int { steps[index].length }

  /// What the key of the step `index` means.
  func meaning(_ index: Int) -> KeyTree.Meaning? { steps[index].meaning }

  /// The step that stands at `cursor`, if it has followed the step `last` before.
  @inline(__always)
  mutating func next(after last: Int, _ line: borrowing RawSpan, at cursor: Int) -> Int? {
    guard pause == 0, line.byteCount &- cursor >= Self.longest else { return nil }
    let low = ByteScanner.sixteenBytes(line, at: cursor)
    let high = ByteScanner.sixteenBytes(line, at: cursor &+ 16)
    for place in 0..<4 {
      let index = Int(steps[last].followers[place])
      if index == 0 { return nil }
      let difference =
        (low ^ steps[index].text.low) & steps[index].mask.low
        | (high ^ steps[index].text.high) & steps[index].mask.high
      if difference[0] | difference[1] != 0 { continue }
      // What is usual comes to the front, one place at a time.
      if place > 0 { steps[last].followers.swapAt(place, place &- 1) }
      return index
    }
    return nil
  }

  /// Learns that the step in `range` of `line`, whose key means `meaning`, has followed the step `last`, and
  /// returns it.
  mutating func learn(
    _ range: Range<Int>, of line: borrowing RawSpan, meaning: KeyTree.Meaning?, after last: Int
  ) -> Int {
    if pause > 0 {
      pause -= 1
      return Self.unknown
    }
    guard range.count <= Self.longest, line.byteCount - range.lowerBound >= Self.longest else {
      return Self.unknown
    }
    noteMiss()
    var step = Step(line, range)
    step.meaning = meaning
    let index = index(of: step)
    if last != Self.unknown, !steps[last].followers.contains(UInt16(index)) {
      steps[last].followers.prependDroppingLast(UInt16(index))
    }
    return index
  }

  /// Notes that a record was read in which `count` steps were foreseen.
  @inline(__always)
  mutating func noteHits(_ count: Int) {
    balance = min(1024, balance &+ count)
  }

  /// Where most steps come as a surprise, looking for the foreseen ones costs more than it saves.
  private mutating func noteMiss() {
    balance -= 2
    if balance < 0 {
      balance = 512
      pause = 65_536
    }
  }

  /// The number of `step`, which is new or known.
  private mutating func index(of step: Step) -> Int {
    var slot = step.hash & (slots.count - 1)
    while slots[slot] != 0 {
      if steps[Int(slots[slot])].isEqual(to: step) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    if steps.count == Self.limit {
      steps = Self.firstSteps
      slots = [UInt16](repeating: 0, count: slots.count)
      return Self.unknown
    }
    slots[slot] = UInt16(steps.count)
    steps.append(step)
    return steps.count - 1
  }

  private static var firstSteps: [Step] { [Step(), Step()] }
}

extension KeyChain.Step {
  /// The step of no bytes.
  fileprivate init() {
    text = (.zero, .zero)
    mask = (.zero, .zero)
  }

  /// The bytes of `line` in `range`, of which there are at most 32, in a line that has 32 from there on.
  fileprivate init(_ line: borrowing RawSpan, _ range: Range<Int>) {
    let counts = (0..<4).map { min(8, max(0, range.count - 8 * $0)) }
    let masks = counts.map { $0 == 8 ? UInt64.max : (1 << UInt64(8 * $0)) - 1 }
    mask = (SIMD2(masks[0], masks[1]), SIMD2(masks[2], masks[3]))
    text = (
      ByteScanner.sixteenBytes(line, at: range.lowerBound) & mask.low,
      ByteScanner.sixteenBytes(line, at: range.lowerBound + 16) & mask.high
    )
    length = range.count
  }

  fileprivate var hash: Int {
    let low = text.low[0] &* 0x9E37_79B9_7F4A_7C15 ^ text.low[1]
    let high = text.high[0] &* 0xE703_7ED1_A0B4_28DB ^ text.high[1]
    let mixed = (low ^ high << 17 ^ high >> 47) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 33)
  }

  fileprivate func isEqual(to other: KeyChain.Step) -> Bool {
    length == other.length && text.low == other.text.low && text.high == other.text.high
  }
}

extension InlineArray where Element == UInt16 {
  fileprivate func contains(_ element: UInt16) -> Bool {
    for index in indices where self[index] == element { return true }
    return false
  }

  fileprivate mutating func prependDroppingLast(_ element: UInt16) {
    var next = element
    for index in indices { swap(&self[index], &next) }
  }
}
