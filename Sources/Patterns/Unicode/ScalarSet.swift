/// A set of code points as sorted ranges that neither overlap nor touch.
///
/// Surrogates may be members, because ECMA-262 lets a class name them; no UTF-8 text contains one.
struct ScalarSet: Hashable, Sendable {
  let ranges: [ClosedRange<UInt32>]

  static let everything = ScalarSet([0...0x10FFFF])
  static let nothing = ScalarSet([])

  /// Creates the union of `ranges`, which may come in any order and overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    merged.reserveCapacity(ranges.count)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        if range.upperBound > last.upperBound {
          merged[merged.count - 1] = last.lowerBound...range.upperBound
        }
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// The only member, where there is exactly one.
  var onlyMember: UInt32? {
    guard ranges.count == 1, let first = ranges.first, first.count == 1 else { return nil }
    return first.lowerBound
  }

  /// Every code point that is not a member.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return ScalarSet(gaps)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      let range = ranges[middle]
      if scalar < range.lowerBound {
        high = middle
      } else if scalar > range.upperBound {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}

extension ScalarSet {
  static let digits = ScalarSet([0x30...0x39])
  static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let newline = ScalarSet([0x0A...0x0A])

  /// RE2 leaves the vertical tab out of `\s`.
  static let re2Space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let pcreSpace = ScalarSet([0x09...0x0D, 0x20...0x20])

  /// WhiteSpace and LineTerminator of ECMA-262.
  static let ecmaSpace = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  static let ecmaLineTerminators = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  /// The `\h` of PCRE.
  static let pcreHorizontalSpace = ScalarSet([
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x200A,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// The `\v` of PCRE.
  static let pcreVerticalSpace = ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])

  /// The POSIX class of that name, over ASCII.
  init?(posix name: String) {
    switch name {
    case "alnum": self.init([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "alpha": self.init([0x41...0x5A, 0x61...0x7A])
    case "ascii": self.init([0x00...0x7F])
    case "blank": self.init([0x09...0x09, 0x20...0x20])
    case "cntrl": self.init([0x00...0x1F, 0x7F...0x7F])
    case "digit": self.init([0x30...0x39])
    case "graph": self.init([0x21...0x7E])
    case "lower": self.init([0x61...0x7A])
    case "print": self.init([0x20...0x7E])
    case "punct": self.init([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "space": self.init([0x09...0x0D, 0x20...0x20])
    case "upper": self.init([0x41...0x5A])
    case "word": self = .wordCharacters
    case "xdigit": self.init([0x30...0x39, 0x41...0x46, 0x61...0x66])
    default: return nil
    }
  }
}
