/// What the text of a plain scalar means by the core schema (YAML 1.2.2, section 10.3).
enum CoreSchema {
  /// What `!!` stands for where no directive says otherwise.
  static let tagPrefix = "tag:yaml.org,2002:"

  /// What a plain scalar is, and how readers of YAML 1.1 would take it.
  struct Resolution {
    let kind: NodeKind
    var legacy: LegacyReading?
  }

  /// Another meaning that YAML 1.1 gives to a plain scalar.
  enum LegacyReading {
    /// `yes`, `no`, `on`, `off`.
    case boolean(Bool)
    /// A number with a leading zero, which is octal.
    case octal
    /// A number such as `22:22`, which is in base 60.
    case sexagesimal
    /// A number with `_` between its digits, or in base 2.
    case integer
  }

  /// What the bytes of `range` mean as a plain scalar.
  @inline(__always)
  static func resolve(_ text: Span<UInt8>, _ range: Range<Int>) -> Resolution {
    if range.isEmpty { return Resolution(kind: .null) }
    switch text[range.lowerBound] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return resolveNumber(text, range)
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "y"),
      UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      return range.count <= 5 ? resolveWord(text, range) : Resolution(kind: .string)
    default:
      return Resolution(kind: .string)
    }
  }

  /// The bytes of a word of at most eight bytes as one number.
  @inline(__always)
  private static func packed(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0
    for offset in range { value = value << 8 | UInt64(text[offset]) }
    return value
  }

  @inline(__always)
  private static func packed(_ word: StaticString) -> UInt64 {
    word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  private static func resolveWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Resolution {
    switch packed(text, range) {
    case packed("~"), packed("null"), packed("Null"), packed("NULL"):
      return Resolution(kind: .null)
    case packed("true"), packed("True"), packed("TRUE"), packed("false"), packed("False"),
      packed("FALSE"):
      return Resolution(kind: .boolean)
    case packed("yes"), packed("Yes"), packed("YES"), packed("on"), packed("On"), packed("ON"):
      return Resolution(kind: .string, legacy: .boolean(true))
    case packed("no"), packed("No"), packed("NO"), packed("off"), packed("Off"), packed("OFF"):
      return Resolution(kind: .string, legacy: .boolean(false))
    default: return Resolution(kind: .string)
    }
  }

  // MARK: Numbers

  private static func resolveNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Resolution {
    let end = range.upperBound
    var offset = range.lowerBound
    let first = text[offset]
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    if isSigned { offset += 1 }
    let digits = offset
    offset = passDigits(text, from: offset, to: end)
    let integerDigits = offset - digits
    if offset == end {
      guard integerDigits > 0 else { return Resolution(kind: .string) }
      return Resolution(kind: .integer, legacy: octalReading(text, digits..<end))
    }
    switch text[offset] {
    case UInt8(ascii: "x"), UInt8(ascii: "o"):
      let isRadix = !isSigned && integerDigits == 1 && text[digits] == UInt8(ascii: "0")
      let isHexadecimal = text[offset] == UInt8(ascii: "x")
      if isRadix, holdsOnlyDigits(text, offset + 1..<end, isHexadecimal: isHexadecimal) {
        return Resolution(kind: .integer)
      }
      return Resolution(kind: .string)
    case UInt8(ascii: "."):
      let fraction = offset + 1
      if integerDigits == 0, isWordBehindDot(text, fraction..<end, isSigned: isSigned) {
        return Resolution(kind: .float)
      }
      offset = passDigits(text, from: fraction, to: end)
      guard integerDigits > 0 || offset > fraction else { return Resolution(kind: .string) }
      return Resolution(kind: isExponent(text, offset..<end) ? .float : .string)
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      let isFloat = integerDigits > 0 && isExponent(text, offset..<end)
      return Resolution(kind: isFloat ? .float : .string)
    case UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "b"):
      return Resolution(kind: .string, legacy: legacyNumber(text, digits..<end))
    default:
      return Resolution(kind: .string)
    }
  }

  private static func passDigits(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, text[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset
  }

  private static func holdsOnlyDigits(
    _ text: Span<UInt8>, _ range: Range<Int>, isHexadecimal: Bool
  ) -> Bool {
    for offset in range {
      guard let digit = text[offset].hexadecimalValue, isHexadecimal || digit < 8 else {
        return false
      }
    }
    return !range.isEmpty
  }

  /// Whether `range` is nothing, or `e`, a sign if need be, and digits.
  private static func isExponent(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    guard text[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return false }
    var offset = range.lowerBound + 1
    if offset < range.upperBound,
      text[offset] == UInt8(ascii: "+") || text[offset] == UInt8(ascii: "-")
    {
      offset += 1
    }
    return offset < range.upperBound
      && passDigits(text, from: offset, to: range.upperBound) == range.upperBound
  }

  /// Whether `range` is `inf` or, without a sign, `nan`, in one of the three ways to write them.
  private static func isWordBehindDot(
    _ text: Span<UInt8>, _ range: Range<Int>, isSigned: Bool
  ) -> Bool {
    guard range.count == 3 else { return false }
    switch packed(text, range) {
    case packed("inf"), packed("Inf"), packed("INF"): return true
    case packed("nan"), packed("NaN"), packed("NAN"): return !isSigned
    default: return false
    }
  }

  // MARK: YAML 1.1

  /// The octal reading of digits, if there is a zero before others and the number is not the same.
  private static func octalReading(_ text: Span<UInt8>, _ range: Range<Int>) -> LegacyReading? {
    guard range.count > 1, text[range.lowerBound] == UInt8(ascii: "0") else { return nil }
    for offset in range where text[offset] > UInt8(ascii: "7") { return nil }
    return .octal
  }

  /// The reading of digits behind which `:`, `_` or `b` stands.
  private static func legacyNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> LegacyReading? {
    let first = text[range.lowerBound]
    guard first &- UInt8(ascii: "0") < 10 else { return nil }
    if first == UInt8(ascii: "0"), range.count > 2,
      text[range.lowerBound + 1] == UInt8(ascii: "b")
    {
      for offset in range.dropFirst(2) where text[offset] | 1 != UInt8(ascii: "1") { return nil }
      return .integer
    }
    var sinceColon = 0
    var sawColon = false
    for offset in range {
      switch text[offset] {
      case UInt8(ascii: ":"):
        if offset > range.lowerBound, sawColon, sinceColon == 0 { return nil }
        sawColon = true
        sinceColon = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        sinceColon += 1
        let isTooLarge = sinceColon == 2 && text[offset - 1] > UInt8(ascii: "5")
        if sawColon, sinceColon > 2 || isTooLarge { return nil }
      case UInt8(ascii: "_"):
        if sawColon { return nil }
      default: return nil
      }
    }
    if !sawColon { return .integer }
    return sinceColon > 0 && first != UInt8(ascii: "0") ? .sexagesimal : nil
  }
}
