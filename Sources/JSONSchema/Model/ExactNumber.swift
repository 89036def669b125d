/// A decimal number of any length and size, as it is written.
///
/// The value is 0.d₁d₂d₃… × 10^`magnitude`; neither end of `digits` is a zero, and zero has no digits.
package struct ExactNumber: Hashable, Sendable {
  let isNegative: Bool
  let digits: [UInt8]
  let magnitude: Int

  /// The value, where it is an integer that fits; decides most comparisons at once.
  let small: Int64?

  /// The number written as `text` in JSON's or YAML's notation; `nil` for not-a-number.
  ///
  /// An infinity is a number larger than all others.
  package init?(_ text: String) {
    if let small = Int64(text) {
      self.init(small)
      return
    }
    var rest = text.utf8[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    if Array(rest).elementsEqual(".inf".utf8) || Array(rest).elementsEqual(".Inf".utf8)
      || Array(rest).elementsEqual(".INF".utf8)
    {
      self.init(isNegative: isNegative, digits: [1], magnitude: Self.largestMagnitude)
      return
    }
    var digits: [UInt8] = []
    var magnitude = 0
    var isFraction = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        // Zeros at the front only move the point.
        if byte == 0x30, digits.isEmpty {
          if isFraction { magnitude -= 1 }
        } else {
          digits.append(byte - 0x30)
          if !isFraction { magnitude += 1 }
        }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e"), let exponent = Self.exponent(rest.dropFirst())
      else { return nil }
      magnitude += exponent
    }
    while digits.last == 0 { digits.removeLast() }
    self.init(isNegative: isNegative, digits: digits, magnitude: magnitude)
  }

  init(_ value: Int64) {
    var digits: [UInt8] = []
    var rest = value.magnitude
    var magnitude = 0
    while rest > 0 {
      let digit = UInt8(truncatingIfNeeded: rest % 10)
      if digit != 0 || !digits.isEmpty { digits.append(digit) }
      rest /= 10
      magnitude += 1
    }
    digits.reverse()
    isNegative = value < 0
    self.digits = digits
    self.magnitude = magnitude
    small = value
  }

  private init(isNegative: Bool, digits: [UInt8], magnitude: Int) {
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.magnitude = digits.isEmpty ? 0 : magnitude
    small = Self.small(digits, magnitude: self.magnitude, isNegative: isNegative)
  }

  /// Whether the number has no fraction, however it is written.
  package var isInteger: Bool { magnitude >= digits.count }

  /// Whether the number is `divisor` times an integer; `nil` where both are too long to tell in time.
  package func isMultiple(of divisor: ExactNumber) -> Bool? {
    if digits.isEmpty { return true }
    if divisor.digits.isEmpty { return false }
    if let small, let other = divisor.small { return small.magnitude % other.magnitude == 0 }
    // Both as integers times a power of ten, self = s·10^a and divisor = d·10^b. As s does not end in a
    // zero, no power of ten can be missing; ten to more than the bits of d adds no divisor to s·10^(a-b).
    let shift = (magnitude - digits.count) - (divisor.magnitude - divisor.digits.count)
    guard shift >= 0 else { return false }
    let zeros = min(shift, divisor.digits.count * 4)
    guard (digits.count + zeros) * divisor.digits.count < 4_000_000 else { return nil }
    var remainder: [UInt8] = []  // Its last digit first.
    let modulus = Array(divisor.digits.reversed())
    for position in 0..<digits.count + zeros {
      remainder.insert(position < digits.count ? digits[position] : 0, at: 0)
      while remainder.last == 0 { remainder.removeLast() }
      while Self.subtract(modulus, from: &remainder) {}
    }
    return remainder.isEmpty
  }

  /// The number in the one notation that equal numbers share.
  var canonical: String {
    let text = String(digits.map { Character(Unicode.Scalar($0 + 0x30)) })
    return "\(isNegative ? "-" : "")\(text)e\(magnitude)"
  }

  private static let largestMagnitude = Int(Int32.max) * 4

  /// The exponent that `text` writes, cut off at a size that no number of digits outweighs.
  private static func exponent(_ text: Substring.UTF8View) -> Int? {
    var digits = text
    var isNegative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      value = min(value * 10 + Int(byte - 0x30), largestMagnitude / 2)
    }
    return isNegative ? -value : value
  }

  private static func small(_ digits: [UInt8], magnitude: Int, isNegative: Bool) -> Int64? {
    guard magnitude >= digits.count, magnitude <= 18 else { return nil }
    var value: Int64 = 0
    for position in 0..<magnitude {
      value = value * 10 + (position < digits.count ? Int64(digits[position]) : 0)
    }
    return isNegative ? -value : value
  }

  /// Takes `modulus` from `remainder`, both last digit first, unless it is the larger.
  private static func subtract(_ modulus: [UInt8], from remainder: inout [UInt8]) -> Bool {
    guard remainder.count >= modulus.count else { return false }
    if remainder.count == modulus.count,
      remainder.reversed().lexicographicallyPrecedes(modulus.reversed())
    {
      return false
    }
    var borrow: UInt8 = 0
    for index in remainder.indices {
      let taken = (index < modulus.count ? modulus[index] : 0) + borrow
      borrow = remainder[index] < taken ? 1 : 0
      remainder[index] = remainder[index] + borrow * 10 - taken
    }
    while remainder.last == 0 { remainder.removeLast() }
    return true
  }
}

extension ExactNumber: Comparable {
  package static func == (left: ExactNumber, right: ExactNumber) -> Bool {
    left.isNegative == right.isNegative && left.magnitude == right.magnitude
      && left.digits == right.digits
  }

  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if let left = left.small, let right = right.small { return left < right }
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: ExactNumber) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if magnitude != other.magnitude { return magnitude < other.magnitude }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(magnitude)
    hasher.combine(digits)
  }
}
