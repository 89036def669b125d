extension Lexer {
  /// Reads a literal from its opening quote; the prefix has been consumed.
  mutating func string(isRaw: Bool, isBytes: Bool) throws(CompileError) -> Token.Kind {
    let start = position
    guard let quote = peek() else { throw problem("expected a quote", start) }
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard let byte = peek() else { throw problem("expected a closing quote", start) }
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        break
      }
      if !isTriple, byte == 0x0A || byte == 0x0D {
        throw problem("expected a closing quote before the end of the line", start)
      }
      if byte == UInt8(ascii: "\\"), !isRaw {
        try escape(into: &content, isBytes: isBytes)
      } else {
        content.append(byte)
        position += 1
      }
    }
    return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  private mutating func escape(
    into content: inout [UInt8], isBytes: Bool
  ) throws(CompileError) {
    let start = position
    position += 1
    guard let byte = peek() else { throw problem("expected an escape sequence", start) }
    position += 1
    switch byte {
    case UInt8(ascii: "a"): content.append(0x07)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0B)
    case _ where "\\?\"'`".utf8.contains(byte): content.append(byte)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      try append(digits(2, radix: 16, start), to: &content, isBytes: isBytes, start)
    case UInt8(ascii: "u") where !isBytes:
      try append(digits(4, radix: 16, start), to: &content, isBytes: false, start)
    case UInt8(ascii: "U") where !isBytes:
      try append(digits(8, radix: 16, start), to: &content, isBytes: false, start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      try append(digits(3, radix: 8, start), to: &content, isBytes: isBytes, start)
    default:
      throw problem("expected an escape sequence such as `\\n`, `\\x41` or `\\u00e9`", start)
    }
  }

  private mutating func digits(
    _ count: Int, radix: Int, _ start: Int
  ) throws(CompileError) -> UInt32 {
    let first = position
    position = min(bytes.count, position + count)
    let digits = bytes[first..<position]
    guard digits.count == count, digits.first != UInt8(ascii: "+"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    else { throw problem("expected \(count) digits of base \(radix)", start) }
    return value
  }

  /// A number is one byte in a bytes literal and one code point in a string.
  private func append(
    _ value: UInt32, to content: inout [UInt8], isBytes: Bool, _ start: Int
  ) throws(CompileError) {
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      content += Array(String(Character(scalar)).utf8)
    } else {
      throw problem("expected the number of a Unicode character", start)
    }
  }
}
