import SourceText

/// A scalar that was passed and not yet given to the sink, because it may turn out to be a key.
struct QuotedScalar {
  let style: NodeStyle
  /// The bytes, with the quotes.
  let range: Range<Int>
  /// The content where it is not the bytes between the quotes.
  let text: String?
}

extension YAMLReader where Sink: ~Copyable {
  /// Passes the quoted scalar at the cursor.
  ///
  /// Its lines behind the first must be indented by at least `leastIndent` spaces.
  mutating func scanQuoted(leastIndent: Int) throws(SyntaxError) -> QuotedScalar {
    let start = cursor
    let quote = current
    let style = quote == UInt8(ascii: "\"") ? NodeStyle.doubleQuoted : .singleQuoted
    cursor = Self.quotedRunEnd(bytes.span, from: start + 1, quote: quote)
    var text: String?
    if current != quote || (style == .singleQuoted && byte(at: cursor + 1) == quote) {
      text = try decodeQuoted(from: start, leastIndent: leastIndent)
    }
    cursor += 1
    if nextRestricted < cursor {
      try checkRestricted(until: start)
      findRestricted(from: cursor)
    }
    return QuotedScalar(style: style, range: start..<cursor, text: text)
  }

  /// The first byte from `start` that is `quote`, a backslash in double quotes, or a line break.
  @inline(__always)
  private static func quotedRunEnd(
    _ text: Span<UInt8>, from start: Int, quote: UInt8
  ) -> Int {
    let escape = quote == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : quote
    return ByteScanner.firstQuotedStop(
      text.bytes, from: start, to: text.count, quote: quote, escape: escape)
  }

  /// Decodes the scalar that starts at `start`, stopping at its closing quote.
  @inline(never)
  private mutating func decodeQuoted(
    from start: Int, leastIndent: Int
  ) throws(SyntaxError) -> String {
    let quote = bytes[start]
    scratch.removeAll(keepingCapacity: true)
    var segment = start + 1
    while true {
      guard !isAtEnd else { throw unclosedQuote(start) }
      switch current {
      case quote:
        scratch.append(contentsOf: bytes[segment..<cursor])
        guard quote == UInt8(ascii: "'"), byte(at: cursor + 1) == quote else {
          return String(decoding: scratch, as: UTF8.self)
        }
        scratch.append(quote)
        cursor += 2
      case UInt8(ascii: "\\"):
        scratch.append(contentsOf: bytes[segment..<cursor])
        try decodeEscape(opener: start, leastIndent: leastIndent)
      default:
        var end = cursor
        while end > segment, bytes[end - 1].isYAMLWhite { end -= 1 }
        scratch.append(contentsOf: bytes[segment..<end])
        foldLine(blankLines: try passQuotedBreaks(opener: start, leastIndent: leastIndent))
      }
      segment = cursor
      cursor = Self.quotedRunEnd(bytes.span, from: cursor, quote: quote)
    }
  }

  /// Passes the line break at the cursor, blank lines and the indentation behind them; returns the
  /// number of blank lines.
  private mutating func passQuotedBreaks(
    opener: Int, leastIndent: Int
  ) throws(SyntaxError) -> Int {
    var breaks = 0
    while !isAtEnd, current.isYAMLBreakOrEnd {
      cursor = Self.breakEnd(bytes.span, at: cursor)
      lineStart = cursor
      breaks += 1
      skipWhite()
    }
    guard !isAtEnd, !(cursor == lineStart && isMarker(at: cursor)) else {
      throw unclosedQuote(opener)
    }
    var offset = lineStart
    while offset < cursor, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    if offset - lineStart < leastIndent {
      throw shallowQuotedLine(opener: opener, isTabbed: offset < cursor)
    }
    return breaks - 1
  }

  /// Adds to the scratch what the escape at the cursor means, and passes it.
  private mutating func decodeEscape(opener: Int, leastIndent: Int) throws(SyntaxError) {
    let start = cursor
    cursor += 1
    guard !isAtEnd else { throw unclosedQuote(opener) }
    let letter = current
    if letter.isYAMLBreakOrEnd {
      let blankLines = try passQuotedBreaks(opener: opener, leastIndent: leastIndent)
      scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines))
      return
    }
    cursor += 1
    switch letter {
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"), 0x09: scratch.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: " "):
      scratch.append(letter)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "0"): scratch.append(0x00)
    case UInt8(ascii: "a"): scratch.append(0x07)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "v"): scratch.append(0x0B)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "e"): scratch.append(0x1B)
    case UInt8(ascii: "N"): scratch.append(contentsOf: [0xC2, 0x85])
    case UInt8(ascii: "_"): scratch.append(contentsOf: [0xC2, 0xA0])
    case UInt8(ascii: "L"): scratch.append(contentsOf: [0xE2, 0x80, 0xA8])
    case UInt8(ascii: "P"): scratch.append(contentsOf: [0xE2, 0x80, 0xA9])
    case UInt8(ascii: "x"): try appendCodePoint(digits: 2, escape: start)
    case UInt8(ascii: "u"): try appendCodePoint(digits: 4, escape: start)
    case UInt8(ascii: "U"): try appendCodePoint(digits: 8, escape: start)
    default:
      while !isAtEnd, current & 0xC0 == 0x80 { cursor += 1 }
      throw unknownEscape(start..<cursor)
    }
  }

  /// Adds the character whose number stands at the cursor in `digits` hexadecimal digits.
  ///
  /// Two halves of a surrogate pair are one character, as in JSON.
  private mutating func appendCodePoint(digits: Int, escape: Int) throws(SyntaxError) {
    var value = try readHexadecimal(digits: digits, escape: escape)
    if digits == 4, (0xD800..<0xDC00).contains(value), current == UInt8(ascii: "\\"),
      byte(at: cursor + 1) == UInt8(ascii: "u")
    {
      cursor += 2
      let low = try readHexadecimal(digits: 4, escape: escape)
      guard (0xDC00..<0xE000).contains(low) else { throw notACharacter(escape..<cursor) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw notACharacter(escape..<cursor) }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func readHexadecimal(
    digits: Int, escape: Int
  ) throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current.hexadecimalValue else {
        throw shortEscape(escape..<cursor, digits: digits)
      }
      value = value << 4 | UInt32(digit)
      cursor += 1
    }
    return value
  }
}

extension UInt8 {
  /// The value of an ASCII hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
