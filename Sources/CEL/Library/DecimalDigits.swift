/// The exact decimal digits of a finite double, of which any number can be kept with correct rounding.
struct DecimalDigits {
  /// The digits without leading zeros; empty for zero.
  private var digits: [UInt8]
  /// How many of the digits stand before the decimal point; may be negative or exceed their number.
  private var point: Int
  let isNegative: Bool

  /// Multiplies or divides the significand by two until the exponent is used up: exact, and short,
  /// since a double has at most 767 significant digits.
  init(_ value: Double) {
    isNegative = value.sign == .minus
    let bits = value.significandBitPattern
    let isNormal = value.exponentBitPattern != 0
    let significand = isNormal ? bits | 1 << 52 : bits
    let exponent = Int(isNormal ? value.exponentBitPattern : 1) - 1_075
    var digits = String(significand).utf8.map { $0 - UInt8(ascii: "0") }
    var point = digits.count
    for _ in 0..<max(0, exponent) { Self.double(&digits, &point) }
    for _ in 0..<max(0, -exponent) { Self.halve(&digits, &point) }
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    self.digits = digits
    self.point = digits.isEmpty ? 0 : point
  }

  private static func double(_ digits: inout [UInt8], _ point: inout Int) {
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let sum = digits[index] * 2 + carry
      digits[index] = sum % 10
      carry = sum / 10
    }
    guard carry > 0 else { return }
    digits.insert(carry, at: 0)
    point += 1
  }

  private static func halve(_ digits: inout [UInt8], _ point: inout Int) {
    var remainder: UInt8 = 0
    for index in digits.indices {
      let dividend = remainder * 10 + digits[index]
      digits[index] = dividend / 2
      remainder = dividend % 2
    }
    if remainder > 0 { digits.append(5) }
    if digits.first == 0, digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
  }

  /// Keeps `count` digits, rounding to the nearest and, halfway between two, to the even one.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let last = count > 0 ? digits[count - 1] : 0
    let roundsUp = isHalf ? last % 2 == 1 : (rest.first ?? 0) >= 5
    digits.removeSubrange(count...)
    guard roundsUp else { return }
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// With `precision` digits after the decimal point.
  func fixed(precision: Int) -> String {
    var rounded = self
    rounded.round(to: point + precision)
    var whole = rounded.point > 0 ? "" : "0"
    for place in 0..<max(0, rounded.point) { whole += String(rounded.digit(place)) }
    var fraction = ""
    for place in 0..<precision { fraction += String(rounded.digit(rounded.point + place)) }
    return (isNegative ? "-" : "") + whole + (precision > 0 ? "." + fraction : "")
  }

  /// With one digit before the decimal point, `precision` after it, and an exponent.
  func scientific(precision: Int) -> String {
    var rounded = self
    rounded.round(to: precision + 1)
    var text = isNegative ? "-" : ""
    text += String(rounded.digit(0))
    if precision > 0 { text += "." }
    for place in 0..<precision { text += String(rounded.digit(place + 1)) }
    let exponent = rounded.digits.isEmpty ? 0 : rounded.point - 1
    let magnitude = abs(exponent)
    return text + "e" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + String(magnitude)
  }

  private func digit(_ index: Int) -> UInt8 {
    digits.indices.contains(index) ? digits[index] : 0
  }
}
