extension Parser {
  /// What a backslash and what follows it stand for inside a class.
  enum Escape {
    case scalar(UInt32)
    case set(ScalarSet)
  }

  /// Reads an escape outside a class.
  mutating func parseEscape() throws(PatternError) -> Node {
    let start = index
    if let assertion = assertionAfterBackslash() {
      index += 2
      return .assertion(assertion)
    }
    try rejectBackreference(at: start)
    switch try parseEscapedMember() {
    case .scalar(let value): return literal(value)
    case .set(let set): return .set(set)
    }
  }

  private func assertionAfterBackslash() -> Assertion? {
    switch (peek(1), syntax) {
    case ("b", _): .wordBoundary
    case ("B", _): .notWordBoundary
    case ("A", .re2), ("A", .pcre): .startOfText
    case ("z", .re2), ("z", .pcre): .endOfText
    case ("Z", .pcre): .endOfTextOrFinalNewline
    default: nil
    }
  }

  private func rejectBackreference(at start: Int) throws(PatternError) {
    let message = "backreferences cannot be matched in linear time"
    switch peek(1) {
    case .some("1"..."9"):
      // RE2 reads `\12` as octal. PCRE does only where there is no such group, so it is refused there.
      if syntax == .re2, isOctalDigit(peek(1)), isOctalDigit(peek(2)) { return }
      throw error(message, at: start)
    case "k" where syntax != .re2: throw error(message, at: start)
    case "g" where syntax == .pcre: throw error(message, at: start)
    default: return
    }
  }

  /// Reads an escape that stands for a scalar or a set of them.
  mutating func parseEscapedMember() throws(PatternError) -> Escape {
    let start = index
    index += 1
    guard let scalar = peek() else { throw error("expected a character after '\\'", at: start) }
    index += 1
    if let set = try parseClassEscape(scalar, from: start) { return .set(set) }
    switch scalar {
    case "f": return .scalar(0x0C)
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "v": return .scalar(0x0B)
    case "a" where syntax != .ecma262: return .scalar(0x07)
    case "e" where syntax == .pcre: return .scalar(0x1B)
    case "c" where syntax != .re2: return .scalar(try parseControl(from: start))
    case "u" where syntax == .ecma262: return .scalar(try parseUnicodeEscape(from: start))
    case "x": return .scalar(try parseHexEscape(from: start))
    case "0"..."7": return .scalar(try parseOctal(first: scalar, from: start))
    default:
      let isLetterOrDigit = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      guard scalar.isASCII, !isLetterOrDigit else {
        throw error("'\\\(scalar)' is not an escape", at: start)
      }
      return .scalar(scalar.value)
    }
  }

  /// The set that `\d` and its like stand for; `nil` where `scalar` names none.
  private mutating func parseClassEscape(
    _ scalar: Unicode.Scalar, from start: Int
  ) throws(PatternError) -> ScalarSet? {
    switch scalar {
    case "d": return folding(.digits)
    case "D": return folding(.digits).inverted
    case "w": return folding(.wordCharacters)
    case "W": return folding(.wordCharacters).inverted
    case "s": return space
    case "S": return space.inverted
    case "h" where syntax == .pcre: return .pcreHorizontalSpace
    case "H" where syntax == .pcre: return ScalarSet.pcreHorizontalSpace.inverted
    case "v" where syntax == .pcre: return .pcreVerticalSpace
    case "V" where syntax == .pcre: return ScalarSet.pcreVerticalSpace.inverted
    case "N" where syntax == .pcre: return ScalarSet.newline.inverted
    case "p": return try parseProperty(from: start)
    case "P": return try parseProperty(from: start).inverted
    default: return nil
    }
  }

  private var space: ScalarSet {
    switch syntax {
    case .re2: .re2Space
    case .ecma262: .ecmaSpace
    case .pcre: .pcreSpace
    }
  }

  /// Reads the letter or the braces after `\p`.
  private mutating func parseProperty(from start: Int) throws(PatternError) -> ScalarSet {
    var name = ""
    if consume("{") {
      while let scalar = peek(), scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard consume("}") else { throw error("missing '}' after the property name", at: start) }
    } else if syntax != .ecma262, let scalar = peek() {
      name.unicodeScalars.append(scalar)
      index += 1
    } else {
      throw error("expected '{' after '\\p'")
    }
    let isInverted = syntax != .ecma262 && name.hasPrefix("^")
    if isInverted { name.removeFirst() }
    guard let set = properties[name] ?? UnicodeProperty.set(named: name) else {
      throw error("'\(name)' is not a known Unicode property", at: start)
    }
    properties[name] = set
    return isInverted ? folding(set).inverted : folding(set)
  }

  private mutating func parseControl(from start: Int) throws(PatternError) -> UInt32 {
    guard let letter = peek(), letter.isASCII, letter.properties.isAlphabetic else {
      throw error("expected a letter after '\\c'", at: start)
    }
    index += 1
    return letter.value % 32
  }

  /// Reads what follows `\u`; two escapes that form a surrogate pair are one scalar.
  private mutating func parseUnicodeEscape(from start: Int) throws(PatternError) -> UInt32 {
    if peek() == "{" { return try parseBracedHex(from: start) }
    guard let first = parseHex(digits: 4) else {
      throw error("expected four hexadecimal digits or braces after '\\u'", at: start)
    }
    guard (0xD800...0xDBFF).contains(first) else { return first }
    let afterFirst = index
    guard consume("\\u"), let second = parseHex(digits: 4), (0xDC00...0xDFFF).contains(second)
    else {
      index = afterFirst
      return first
    }
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
  }

  private mutating func parseHexEscape(from start: Int) throws(PatternError) -> UInt32 {
    if peek() == "{", syntax != .ecma262 { return try parseBracedHex(from: start) }
    guard let value = parseHex(digits: 2) else {
      throw error("expected two hexadecimal digits after '\\x'", at: start)
    }
    return value
  }

  private mutating func parseBracedHex(from start: Int) throws(PatternError) -> UInt32 {
    index += 1
    var value: UInt32?
    while let digit = hexValue(peek()) {
      value = min((value ?? 0) * 16 + digit, 0x110000)
      index += 1
    }
    guard let value, consume("}") else {
      throw error("expected hexadecimal digits and '}'", at: start)
    }
    guard value <= 0x10FFFF else { throw error("the code point exceeds 10FFFF", at: start) }
    return value
  }

  private mutating func parseHex(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for distance in 0..<digits {
      guard let digit = hexValue(peek(distance)) else { return nil }
      value = value * 16 + digit
    }
    index += digits
    return value
  }

  /// Reads up to two more octal digits; ECMA-262 has `\0` alone.
  private mutating func parseOctal(
    first: Unicode.Scalar, from start: Int
  ) throws(PatternError) -> UInt32 {
    guard syntax != .ecma262 else {
      if case .some("0"..."9") = peek() { throw error("octal is not supported", at: start) }
      guard first == "0" else { throw error("'\\\(first)' is not an escape", at: start) }
      return 0
    }
    if syntax == .re2, first != "0", !isOctalDigit(peek()) {
      throw error("'\\\(first)' is not an escape", at: start)
    }
    var value = first.value - 0x30
    for _ in 0..<2 {
      guard let digit = peek(), isOctalDigit(digit) else { break }
      value = value * 8 + (digit.value - 0x30)
      index += 1
    }
    return value
  }

  private func isOctalDigit(_ scalar: Unicode.Scalar?) -> Bool {
    if case .some("0"..."7") = scalar { true } else { false }
  }

  private func hexValue(_ scalar: Unicode.Scalar?) -> UInt32? {
    switch scalar {
    case .some(let digit) where ("0"..."9").contains(digit): digit.value - 0x30
    case .some(let digit) where ("A"..."F").contains(digit): digit.value - 0x41 + 10
    case .some(let digit) where ("a"..."f").contains(digit): digit.value - 0x61 + 10
    default: nil
    }
  }
}
