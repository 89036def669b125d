/// A generator whose numbers follow from its seed alone, so that a generated file never changes by itself.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of 0..<1.
  mutating func share() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// A number of 0..<`bound`.
  mutating func number(below bound: Int) -> Int {
    Int(share() * Double(bound))
  }

  /// Whether something happens whose chance is `chance`.
  mutating func happens(_ chance: Double) -> Bool {
    share() < chance
  }

  /// An index, taken as often as its share of `weights`.
  mutating func index(weightedBy weights: [Int]) -> Int {
    var rest = number(below: weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  /// `digits` hexadecimal digits in lower case, not all of them zero.
  mutating func hexadecimal(_ digits: Int) -> String {
    var text = ""
    while text.utf8.count < digits {
      let part = String(next() | 1, radix: 16)
      text += String(repeating: "0", count: 16 - part.utf8.count) + part
    }
    return String(text.suffix(digits))
  }
}
