/// What a word can mean for the grammar; a word may have several classes.
struct WordClass: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  /// The classes of all `elements`.
  init(arrayLiteral elements: WordClass...) {
    for element in elements { formUnion(element) }
  }

  /// The class of number `bit`, of which each class has its own.
  init(bit: Int) {
    if bit < 128 { low = 1 << UInt128(bit) } else { high = 1 << UInt128(bit - 128) }
  }

  var isEmpty: Bool { low == 0 && high == 0 }

  /// Whether all of `other` is in the set.
  func contains(_ other: WordClass) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }

  func isDisjoint(with other: WordClass) -> Bool {
    low & other.low == 0 && high & other.high == 0
  }

  mutating func formUnion(_ other: WordClass) {
    low |= other.low
    high |= other.high
  }

  func union(_ other: WordClass) -> WordClass {
    var union = self
    union.formUnion(other)
    return union
  }

  func intersection(_ other: WordClass) -> WordClass {
    var common = self
    common.low &= other.low
    common.high &= other.high
    return common
  }

  mutating func insert(_ other: WordClass) { formUnion(other) }

  mutating func subtract(_ other: WordClass) {
    low &= ~other.low
    high &= ~other.high
  }
}
