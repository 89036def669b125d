import SourceText

/// The errors about structure: what stands where something else was to come.
extension JSONReader {
  /// The error for the byte at `offset`, or the end of the input, where `expectation` was to come.
  func unexpected(
    _ bytes: RawSpan, at offset: Int, _ expectation: JSONMistake.Expectation
  ) -> SyntaxError {
    guard offset < end else { return unexpectedEnd(expectation) }
    if let error = wrongEncoding(bytes, at: offset) { return error }
    if let error = foreignNotation(bytes, at: offset) { return error }
    let byte = ByteScanner.byte(bytes, at: offset)
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      return misplacedBracket(bytes, byte, at: offset, expectation)
    }
    switch expectation {
    case .value: return noValue(bytes, byte, at: offset)
    case .key: return noKey(bytes, byte, at: offset)
    case .colon:
      return error(
        tokenRange(bytes, at: offset), "the key is not followed by a colon",
        expected: "`:` and a value", advice: "Write `\"key\": value`.")
    case .commaOrEnd: return noComma(bytes, byte, at: offset)
    }
  }

  private func unexpectedEnd(_ expectation: JSONMistake.Expectation) -> SyntaxError {
    guard frame.node >= 0 else {
      return error(
        end..<end, "the input ends without a value", expected: "a JSON value",
        advice: "Write at least `{}`.")
    }
    return error(
      end..<end, "the \(frame.isObject ? "object" : "array") is not closed",
      expected: described(expectation),
      advice: "Add `\(closer)` at the end of the \(frame.isObject ? "object" : "array").",
      related: [opener])
  }

  private func misplacedBracket(
    _ bytes: RawSpan, _ byte: UInt8, at offset: Int, _ expectation: JSONMistake.Expectation
  ) -> SyntaxError {
    let bracket = byte == UInt8(ascii: "]") ? "]" : "}"
    if frame.node >= 0, bracket != closer {
      return error(
        offset..<offset + 1, "`\(bracket)` does not close what `\(opening)` opened",
        expected: described(expectation), advice: "Close it with `\(closer)`.", related: [opener])
    }
    if let comma = previous(bytes, before: offset, is: UInt8(ascii: ",")) {
      return error(
        comma..<comma + 1, "JSON allows no comma before `\(bracket)`", expected: "`\(bracket)`",
        advice: "Remove the comma.")
    }
    if expectation == .colon || previous(bytes, before: offset, is: UInt8(ascii: ":")) != nil {
      return error(
        offset..<offset + 1, "the key has no value",
        expected: expectation == .colon ? "`:` and a value" : "a value after `:`",
        advice: "Give the key a value, such as `null`.")
    }
    return error(
      offset..<offset + 1, "`\(bracket)` closes nothing", expected: described(expectation),
      advice: "Remove it.")
  }

  private func noValue(_ bytes: RawSpan, _ byte: UInt8, at offset: Int) -> SyntaxError {
    let expected = described(.value)
    let token = tokenRange(bytes, at: offset)
    switch byte {
    case UInt8(ascii: ","):
      return error(
        token, "a value is missing before this comma", expected: expected,
        advice: "Remove the comma or put a value before it.")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return badNumber(bytes, at: offset)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      return unknownWord(token)
    default:
      return error(
        token, "\(quoted(token)) does not start a JSON value", expected: expected,
        advice: "Text stands in double quotes.")
    }
  }

  private func unknownWord(_ token: Range<Int>) -> SyntaxError {
    let word = source.text(in: token)
    let advice: String
    switch word.lowercased() {
    case "nan", "infinity", "inf":
      return error(
        token, "JSON has no `\(word)`", expected: described(.value),
        advice: "Use `null`, or a string such as \"\(word)\".")
    case "true", "false", "null": advice = "Write it in lower case: `\(word.lowercased())`."
    case "none", "undefined", "nil": advice = "Write `null`."
    default: advice = "Text stands in double quotes: \"\(word.prefix(40))\"."
    }
    return error(
      token, "\(quoted(token)) is not a JSON value", expected: described(.value), advice: advice)
  }

  private func noKey(_ bytes: RawSpan, _ byte: UInt8, at offset: Int) -> SyntaxError {
    let token = tokenRange(bytes, at: offset)
    if byte == UInt8(ascii: ",") {
      return error(
        token, "a member is missing before this comma", expected: described(.key),
        advice: "Remove the comma.")
    }
    return error(
      token, "\(quoted(token)) is not a key, because a key is a string in double quotes",
      expected: described(.key), advice: "Write \"key\": value.")
  }

  private func noComma(_ bytes: RawSpan, _ byte: UInt8, at offset: Int) -> SyntaxError {
    if let last = builder.records.last, Int(last.end) == offset, last.style == .plain {
      if last.kind == .integer || last.kind == .float {
        return badNumber(bytes, at: Int(last.start))
      }
      return unknownWord(Int(last.start)..<tokenRange(bytes, at: offset).upperBound)
    }
    let expected = described(.commaOrEnd)
    let token = tokenRange(bytes, at: offset)
    switch byte {
    case UInt8(ascii: ":"):
      return error(
        token,
        frame.isObject ? "a value is followed by a second colon" : "an array holds no keys",
        expected: expected,
        advice: frame.isObject ? "Put a comma between members." : "Use `{` and `}` for pairs.")
    case UInt8(ascii: ";"):
      return error(
        token, "JSON separates with commas", expected: expected, advice: "Write `,`.")
    default:
      let before = builder.records.last.map { Int($0.end) } ?? offset
      let gap = SourceSpan(source: source.id, min(before, offset)..<min(before, offset))
      return error(
        token, "a comma is missing before \(quoted(token))", expected: expected,
        advice: "Put a comma between two \(frame.isObject ? "members" : "elements").",
        related: [Diagnostic.Related(span: gap, message: "the value before it ends here")])
    }
  }

  /// The error for what follows a complete document.
  func contentBehindDocument(_ bytes: RawSpan, at offset: Int) -> SyntaxError {
    if let error = wrongEncoding(bytes, at: offset) { return error }
    if let error = foreignNotation(bytes, at: offset) { return error }
    if let last = builder.records.last, Int(last.end) == offset, last.style == .plain {
      return noComma(bytes, ByteScanner.byte(bytes, at: offset), at: offset)
    }
    let token = tokenRange(bytes, at: offset)
    return error(
      token, "\(quoted(token)) follows the end of the document", expected: "the end of the input",
      advice: "A JSON document is one value; remove what follows it.",
      related: [
        Diagnostic.Related(
          span: span(of: builder.records[0]), message: "the document is this value")
      ])
  }

  private var frame: Frame { position.frame }
  private var opening: String { frame.isObject ? "{" : "[" }
  private var closer: String { frame.isObject ? "}" : "]" }

  private var opener: Diagnostic.Related {
    let start = Int(builder.records[Int(frame.node)].start)
    return Diagnostic.Related(
      span: SourceSpan(source: source.id, start..<start + 1), message: "opened here")
  }

  private func described(_ expectation: JSONMistake.Expectation) -> String {
    switch expectation {
    case .value:
      if frame.node < 0 { return "a JSON value" }
      if frame.isObject { return "a value after `:`" }
      return builder.records.count == frame.node + 1 ? "a value or `]`" : "a value after `,`"
    case .key:
      return builder.records.count == frame.node + 1
        ? "a key in double quotes or `}`" : "a key in double quotes after `,`"
    case .colon: return "`:` after the key"
    case .commaOrEnd: return "`,` or `\(closer)`"
    }
  }

  /// The offset of the last byte before `offset` that is not space, if it is `byte`.
  private func previous(_ bytes: RawSpan, before offset: Int, is byte: UInt8) -> Int? {
    var index = offset - 1
    while index >= start, ByteScanner.byte(bytes, at: index) <= 0x20 { index -= 1 }
    return index >= start && ByteScanner.byte(bytes, at: index) == byte ? index : nil
  }
}
