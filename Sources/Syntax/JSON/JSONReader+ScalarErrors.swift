import SourceText

/// The errors about strings, numbers, encodings and limits.
extension JSONReader {
  func error(
    _ range: Range<Int>, _ message: String, expected: String? = nil, advice: String? = nil,
    related: [Diagnostic.Related] = []
  ) -> SyntaxError {
    SyntaxError(
      Diagnostic(
        .error, at: SourceSpan(source: source.id, range), message, expected: expected,
        advice: advice, related: related))
  }

  func tooLarge() -> SyntaxError {
    error(
      start..<start, "the input is larger than 4 GiB", advice: "Split it into several files.")
  }

  func tooDeep(at offset: Int) -> SyntaxError {
    error(
      offset..<offset + 1, "objects and arrays are nested more than \(limits.depth) deep",
      advice: "Flatten the document.")
  }

  func tooManyNodes(at offset: Int) -> SyntaxError {
    error(
      offset..<offset, "the document holds more than \(limits.nodes) values",
      advice: "Split it into several files.")
  }

  func unclosedString(at start: Int) -> SyntaxError {
    error(
      end..<end, "the string is not closed", expected: "`\"`", advice: "Add the closing quote.",
      related: [openingQuote(at: start)])
  }

  func controlCharacter(_ byte: UInt8, at offset: Int, inStringAt start: Int) -> SyntaxError {
    let related = [openingQuote(at: start)]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      return error(
        offset..<offset + 1, "the string is not closed before the end of its line",
        expected: "`\"`",
        advice: "Add the closing quote, or write `\\n` for a line break.", related: related)
    case UInt8(ascii: "\t"):
      return error(
        offset..<offset + 1, "a string holds no tab as it stands", expected: "`\\t`",
        advice: "Write `\\t`.", related: related)
    default:
      let code = unicodeName(UInt32(byte))
      let digits = String(byte, radix: 16)
      let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      return error(
        offset..<offset + 1, "a string holds no control character \(code) as it stands",
        expected: "`\(escape)`", advice: "Remove it or write `\(escape)`.", related: related)
    }
  }

  private func openingQuote(at start: Int) -> Diagnostic.Related {
    Diagnostic.Related(
      span: SourceSpan(source: source.id, start..<start + 1), message: "the string starts here")
  }

  func badEscape(_ bytes: RawSpan, at offset: Int) -> SyntaxError {
    let range = offset..<offset + 1 + characterLength(bytes, at: offset + 1)
    return error(
      range, "\(quoted(range)) is not an escape of JSON",
      expected: "one of `\\\"` `\\\\` `\\/` `\\b` `\\f` `\\n` `\\r` `\\t` `\\uXXXX`",
      advice: "Write `\\\\` for a backslash.")
  }

  func badUnicodeEscape(_ bytes: RawSpan, at offset: Int) -> SyntaxError {
    var behind = offset + 2
    while behind < min(end, offset + 6), isTokenByte(ByteScanner.byte(bytes, at: behind)) {
      behind += 1
    }
    return error(
      offset..<behind, "`\\u` is not followed by four hexadecimal digits",
      expected: "`\\uXXXX`", advice: "Write `\\\\u` for a backslash and a `u`.")
  }

  /// The error for the text at `offset`, which starts like a number.
  func badNumber(_ bytes: RawSpan, at offset: Int) -> SyntaxError {
    let token = tokenRange(bytes, at: offset)
    let text = source.text(in: token)
    let digits = text.drop { $0 == "-" || $0 == "+" }
    let advice: String
    if digits.lowercased().hasPrefix("inf") || digits.lowercased().hasPrefix("nan") {
      return error(
        token, "JSON has no `\(text.prefix(40))`", expected: "a number",
        advice: "Use `null` or a string.")
    } else if text.hasPrefix("+") {
      advice = "Leave the `+` out."
    } else if digits.hasPrefix(".") {
      advice = "Write a digit before the point, such as `0.5`."
    } else if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      advice = "Write the number in decimal."
    } else if digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true {
      advice = "Leave out the leading zero, or make it a string."
    } else if text.contains("_") {
      advice = "Leave out the `_`."
    } else if digits.hasSuffix(".") || text.contains(".e") || text.contains(".E") {
      advice = "Write a digit after the point."
    } else if digits.isEmpty {
      advice = "Write digits after the sign."
    } else {
      advice = "Put text in double quotes."
    }
    return error(
      token, "\(quoted(token)) is not a number of JSON",
      expected: "a number such as `-1.5e3`", advice: advice)
  }

  func unclosedComment(at start: Int) -> SyntaxError {
    let opener = SourceSpan(source: source.id, start..<start + 2)
    return error(
      end..<end, "the comment is not closed", expected: "`*/`", advice: "Add `*/`.",
      related: [Diagnostic.Related(span: opener, message: "the comment starts here")])
  }

  func loneSlash(at start: Int) -> SyntaxError {
    error(
      start..<start + 1, "`/` starts no comment", expected: "`//` or `/*`",
      advice: "Put text in double quotes.")
  }

  func invalidUTF8(at offset: Int) -> SyntaxError {
    let byte = String(source.bytes[offset], radix: 16, uppercase: true)
    return error(
      offset..<offset + 1, "the byte 0x\(byte) is not part of valid UTF-8",
      expected: "UTF-8", advice: "Save the file as UTF-8.")
  }

  /// The error for text in another encoding at `offset`, if that is what stands there.
  func wrongEncoding(_ bytes: RawSpan, at offset: Int) -> SyntaxError? {
    let first = ByteScanner.byte(bytes, at: offset)
    let second = offset + 1 < end ? ByteScanner.byte(bytes, at: offset + 1) : 0x20
    if offset <= start + 1, first == 0 || second == 0 || (first &+ second == 0xFD && first >= 0xFE)
    {
      return error(
        start..<min(start + 2, end), "the input is UTF-16 or UTF-32, or not text",
        expected: "UTF-8", advice: "Save the file as UTF-8.")
    }
    guard first >= 0x80,
      ByteScanner.firstInvalidUTF8(bytes, from: offset, to: min(offset + 4, end)) == offset
    else { return nil }
    return invalidUTF8(at: offset)
  }

  /// The error for notation of other languages at `offset`: comments, other quotes, invisible space.
  func foreignNotation(_ bytes: RawSpan, at offset: Int) -> SyntaxError? {
    let token = tokenRange(bytes, at: offset)
    let character = offset..<offset + characterLength(bytes, at: offset)
    switch source.text(in: character) {
    case "'":
      return error(
        character, "JSON has no single quotes", expected: "`\"`",
        advice: "Use double quotes around strings.")
    case "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}":
      return error(
        character, "\(quoted(character)) is not a quote of JSON", expected: "`\"`",
        advice: "Use plain double quotes around strings.")
    case "/", "#":
      guard source.text(in: character) == "#" || token.count > 1 else { return nil }
      return error(
        token, "JSON has no comments", advice: "Remove the comment, or move it into a string.")
    case "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{2060}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{0B}",
      "\u{0C}", "\u{0}":
      let scalar = source.text(in: character).unicodeScalars.first.map(\.value) ?? 0
      return error(
        character, "the invisible character \(unicodeName(scalar)) stands between values",
        expected: "space, tab or a line break", advice: "Remove it.")
    default: return nil
    }
  }

  /// The word, number or single character at `offset`, for a message to show.
  func tokenRange(_ bytes: RawSpan, at offset: Int) -> Range<Int> {
    guard offset < end else { return end..<end }
    var behind = offset
    while behind < min(end, offset + 200), isTokenByte(ByteScanner.byte(bytes, at: behind)) {
      behind += 1
    }
    if behind == offset {
      if ByteScanner.byte(bytes, at: offset) == UInt8(ascii: "/"), offset + 1 < end,
        [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(ByteScanner.byte(bytes, at: offset + 1))
      {
        return offset..<offset + 2
      }
      behind += characterLength(bytes, at: offset)
    }
    return offset..<behind
  }

  private func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The number of bytes of the character at `offset`; 1 for a byte that starts none, 0 at the end.
  private func characterLength(_ bytes: RawSpan, at offset: Int) -> Int {
    guard offset < end else { return 0 }
    var length = 1
    while length < 4, offset + length < end,
      ByteScanner.byte(bytes, at: offset) >= 0xC0,
      ByteScanner.byte(bytes, at: offset + length) & 0xC0 == 0x80
    {
      length += 1
    }
    return length
  }

  private func unicodeName(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
