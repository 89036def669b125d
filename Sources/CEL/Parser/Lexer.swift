/// Cuts an expression's source into tokens.
struct Lexer {
  let bytes: [UInt8]
  var position = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  /// All tokens, the last of which is `end`.
  static func tokens(of source: String) throws(CompileError) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private mutating func next() throws(CompileError) -> Token {
    skipBlanks()
    let start = position
    guard let byte = peek() else { return Token(kind: .end, range: start..<start) }
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = try string(isRaw: false, isBytes: false)
    case UInt8(ascii: "`"): kind = try quotedIdentifier()
    case _ where byte.isLetter: kind = try wordOrString()
    case _ where byte.isDigit: kind = try number()
    case UInt8(ascii: ".") where peek(1)?.isDigit == true: kind = try number()
    default: kind = try symbol()
    }
    return Token(kind: kind, range: start..<position)
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while let byte = peek(), byte != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func wordOrString() throws(CompileError) -> Token.Kind {
    if let isPrefixed = stringPrefix() {
      position += isPrefixed.length
      return try string(isRaw: isPrefixed.isRaw, isBytes: isPrefixed.isBytes)
    }
    let start = position
    while let byte = peek(), byte.isLetter || byte.isDigit { position += 1 }
    let word = text(from: start)
    return Token.keywords.contains(word) ? .symbol(word) : .identifier(word)
  }

  /// `r`, `b`, `br` or `rb` in either case, where a quote follows.
  private func stringPrefix() -> (length: Int, isRaw: Bool, isBytes: Bool)? {
    var isRaw = false
    var isBytes = false
    for length in 0...2 {
      guard let byte = peek(length) else { return nil }
      switch byte | 0x20 {
      case UInt8(ascii: "r") where !isRaw: isRaw = true
      case UInt8(ascii: "b") where !isBytes: isBytes = true
      default:
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        return isQuote ? (length, isRaw, isBytes) : nil
      }
    }
    return nil
  }

  private mutating func quotedIdentifier() throws(CompileError) -> Token.Kind {
    let start = position
    position += 1
    while let byte = peek(), byte.isLetter || byte.isDigit || " -./".utf8.contains(byte) {
      position += 1
    }
    guard peek() == UInt8(ascii: "`"), position > start + 1 else {
      throw problem("expected letters, digits, `_`, `.`, `-`, `/` or spaces and a closing `", start)
    }
    position += 1
    return .quotedIdentifier(
      String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self))
  }

  private mutating func number() throws(CompileError) -> Token.Kind {
    let start = position
    if peek() == UInt8(ascii: "0"), let mark = peek(1), mark | 0x20 == UInt8(ascii: "x") {
      position += 2
      let digits = position
      while peek()?.isHexDigit == true { position += 1 }
      return try integer(text(from: digits), radix: 16, from: start)
    }
    while peek()?.isDigit == true { position += 1 }
    var isDouble = false
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      isDouble = true
      position += 1
      while peek()?.isDigit == true { position += 1 }
    }
    if let mark = peek(), mark | 0x20 == UInt8(ascii: "e"), let length = exponentLength() {
      isDouble = true
      position += length
    }
    guard isDouble else { return try integer(text(from: start), radix: 10, from: start) }
    guard let value = Double(text(from: start)), value.isFinite else {
      throw problem("expected a number that a double can hold", start)
    }
    return .double(value)
  }

  private func exponentLength() -> Int? {
    var length = 1
    if let sign = peek(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { length = 2 }
    guard peek(length)?.isDigit == true else { return nil }
    while peek(length)?.isDigit == true { length += 1 }
    return length
  }

  private mutating func integer(
    _ digits: String, radix: Int, from start: Int
  ) throws(CompileError) -> Token.Kind {
    guard let value = UInt64(digits, radix: radix) else {
      throw problem("expected an integer of at most 64 bits", start)
    }
    if let mark = peek(), mark | 0x20 == UInt8(ascii: "u") {
      position += 1
      return .uint(value)
    }
    return .int(value)
  }

  private static let symbols = [
    "&&", "||", "==", "!=", "<=", ">=", ".?", "[?", "(", ")", "[", "]", "{", "}", ".", ",", ":",
    "?", "!", "-", "+", "*", "/", "%", "<", ">",
  ]

  private mutating func symbol() throws(CompileError) -> Token.Kind {
    for symbol in Self.symbols where bytes[position...].starts(with: symbol.utf8) {
      position += symbol.utf8.count
      return .symbol(symbol)
    }
    let start = position
    position += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
    throw problem("expected an operator, a name or a value, found `\(text(from: start))`", start)
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A problem with what lies between `start` and the current position.
  func problem(_ message: String, _ start: Int) -> CompileError {
    let end = min(bytes.count, max(position, start + 1))
    return CompileError(CompileError.Problem(message, at: min(start, end)..<end))
  }
}

extension UInt8 {
  /// Whether the byte may begin a name.
  fileprivate var isLetter: Bool {
    (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_")
  }

  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}
