/// A set of cues.
struct CueSet: Hashable, Sendable {
  /// Those of the first 128 numbers.
  private var low: UInt128 = 0
  /// The others.
  private var high: UInt64 = 0

  /// The set of `cues`.
  init(_ cues: Cue...) {
    for cue in cues { insert(cue) }
  }

  mutating func insert(_ cue: Cue) { formUnion(Self.only(cue)) }

  mutating func remove(_ cue: Cue) {
    let other = Self.only(cue)
    low &= ~other.low
    high &= ~other.high
  }

  mutating func formUnion(_ other: CueSet) {
    low |= other.low
    high |= other.high
  }

  func union(_ other: CueSet) -> CueSet {
    var union = self
    union.formUnion(other)
    return union
  }

  func contains(_ cue: Cue) -> Bool { containsAny(Self.only(cue)) }

  /// The cues that are in both sets.
  func intersection(_ other: CueSet) -> CueSet {
    var common = self
    common.low &= other.low
    common.high &= other.high
    return common
  }

  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// Whether some cue of `cues` is in the set.
  func containsAny(_ cues: CueSet) -> Bool { low & cues.low != 0 || high & cues.high != 0 }

  var isEmpty: Bool { low == 0 && high == 0 }

  private static func only(_ cue: Cue) -> CueSet {
    var set = CueSet()
    if cue.rawValue < 128 {
      set.low = 1 << UInt128(cue.rawValue)
    } else {
      set.high = 1 << UInt64(cue.rawValue - 128)
    }
    return set
  }
}
