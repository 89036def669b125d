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
    var text: (low: SIMD2<UInt64>, high: SIMD2<UInt64>) = (.zero, .zero)
    var mask: (low: SIMD2<UInt64>, high: SIMD2<UInt64>) = (.zero, .zero)
    var length = 0
    var meaning = KeyTree.Meaning.nothing
    /// The steps that followed this one, the usual ones first; 0 where there is none.
    var followers = SIMD8<UInt16>.zero
  }

  /// The longest step that is learned, in bytes.
  private static let longest = 32

  /// How many steps are learned before the chain starts anew.
  private static let limit = 1024

  /// The step before the first key of a record, which none foresees.
  static let start = 0

  /// A step that was not learned, and that nothing follows.
  private static let unknown = 1

  private var steps: [Step] = [Step(), Step()]
  /// Numbers of steps, open-addressed by their text; 0 is free.
  private var slots = [UInt16](repeating: 0, count: 4 * KeyChain.limit)
  /// How often the first of the followers came, less how often another or none of them; below zero nothing
  /// is foreseen for a while.
  private var balance = 1024
  private var pause = 0
  /// How often it was another than the first of the followers that came.
  private var detours = 0

  /// The length of the step `index`.
  func length(of index: Int) -> Int { steps[index].length }

  /// What the key of the step `index` means.
  func meaning(of index: Int) -> KeyTree.Meaning { steps[index].meaning }

  /// The step that stands at `cursor`, if it has followed the step `last` before, or else `start`.
  @inline(__always)
  mutating func next(after last: Int, _ line: borrowing RawSpan, at cursor: Int) -> Int {
    let followers = steps[last].followers
    let rest = line.byteCount &- cursor
    guard followers[0] != 0, rest >= 16 else { return Self.start }
    let low = ByteScanner.sixteenBytes(line, at: cursor)
    // Where the line ends before, no long step can stand: none holds a NUL.
    let high = rest >= Self.longest ? ByteScanner.sixteenBytes(line, at: cursor &+ 16) : .zero
    for place in 0..<8 {
      let index = Int(followers[place])
      if index == 0 { break }
      let difference =
        (low ^ steps[index].text.low) & steps[index].mask.low
        | (high ^ steps[index].text.high) & steps[index].mask.high
      if difference[0] | difference[1] != 0 { continue }
      if place > 0 { noteDetour(place, of: last) }
      return index
    }
    return Self.start
  }

  /// Notes that it was the follower at `place` which came.
  ///
  /// What is usual comes to the front, one place at a time; what is not, seldom.
  private mutating func noteDetour(_ place: Int, of last: Int) {
    detours &+= 1
    balance &-= 2
    guard detours % 8 == 0 else { return }
    let follower = steps[last].followers[place]
    steps[last].followers[place] = steps[last].followers[place - 1]
    steps[last].followers[place - 1] = follower
  }

  /// Learns that the step in `range` of `line`, whose key means `meaning`, has followed the step `last`, and
  /// returns it.
  mutating func learn(
    _ range: Range<Int>, of line: borrowing RawSpan, _ meaning: KeyTree.Meaning, after last: Int
  ) -> Int {
    if pause > 0 {
      pause -= 1
      return Self.unknown
    }
    guard range.count <= Self.longest else { return Self.unknown }
    noteMiss()
    guard let index = index(of: Step(line, range, meaning)) else {
      (steps, slots) = (KeyChain().steps, KeyChain().slots)
      return Self.unknown
    }
    let followers = steps[last].followers
    if last != Self.unknown, !(0..<8).contains(where: { followers[$0] == UInt16(index) }) {
      // The newest takes the last place: it may be the only one of its kind.
      var place = 0
      while place < 7, followers[place] != 0 { place += 1 }
      steps[last].followers[place] = UInt16(index)
    }
    return index
  }

  /// Notes that a record was read in which `count` steps were among the followers.
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
      for index in steps.indices { steps[index].followers = .zero }
    }
  }

  /// The number of `step`, which is new or known; `nil` where there are too many.
  private mutating func index(of step: Step) -> Int? {
    var slot = step.hash & (slots.count - 1)
    while slots[slot] != 0 {
      if steps[Int(slots[slot])].isEqual(to: step) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    if steps.count == Self.limit { return nil }
    slots[slot] = UInt16(steps.count)
    steps.append(step)
    return steps.count - 1
  }
}

extension KeyChain.Step {
  /// The bytes of `line` in `range`, of which there are at most 32.
  fileprivate init(_ line: borrowing RawSpan, _ range: Range<Int>, _ meaning: KeyTree.Meaning) {
    self.meaning = meaning
    length = range.count
    mask.low = [Self.mask(of: length), Self.mask(of: length - 8)]
    mask.high = [Self.mask(of: length - 16), Self.mask(of: length - 24)]
    if line.byteCount - range.lowerBound >= 32 {
      text.low = ByteScanner.sixteenBytes(line, at: range.lowerBound) & mask.low
      text.high = ByteScanner.sixteenBytes(line, at: range.lowerBound + 16) & mask.high
      return
    }
    for (place, offset) in range.enumerated() {
      let byte = UInt64(ByteScanner.byte(line, at: offset)) << UInt64(place % 8 * 8)
      if place < 16 { text.low[place / 8] |= byte } else { text.high[place / 8 - 2] |= byte }
    }
  }

  /// The lowest `count` bytes, of which there are eight.
  private static func mask(of count: Int) -> UInt64 {
    if count >= 8 { return .max }
    return count <= 0 ? 0 : (1 << UInt64(8 * count)) - 1
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
