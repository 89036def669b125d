import SourceText

/// The errors of block structure: what a person who writes manifests gets wrong, and how to say so.
extension YAMLReader where Sink: ~Copyable {
  /// The place of `range` in the source.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source.id, range)
  }

  /// An error at `range`; where its line looks like a template, the advice is to render that first.
  @inline(never)
  func error(
    _ range: Range<Int>, _ message: String, expected: String? = nil, advice: String? = nil,
    related: [Diagnostic.Related] = []
  ) -> SyntaxError {
    let lines = [range.lowerBound] + related.map { Int($0.span.start) }
    let isTemplate = lines.contains { source.lineText(at: $0).isTemplated }
    return SyntaxError(
      Diagnostic(
        at: span(range), message, expected: expected,
        advice: isTemplate
          ? "This looks like a template (`{{ … }}`); render it first and check the result."
          : advice,
        related: related))
  }

  private func related(_ range: Range<Int>, _ message: String) -> [Diagnostic.Related] {
    [Diagnostic.Related(span: span(range), message: message)]
  }

  /// The rest of the cursor's line, without blanks and comment.
  private var restOfLine: Range<Int> {
    var end = Self.lineEnd(bytes.span, from: cursor)
    while end > cursor, bytes[end - 1].isYAMLWhite { end -= 1 }
    return cursor..<end
  }

  // MARK: Lines

  /// Text behind a node that is complete.
  func trailingContent() -> SyntaxError {
    if current == UInt8(ascii: "#") {
      return error(
        cursor..<cursor + 1, "a comment needs a blank before its `#`",
        advice: "Put a space before `#`.")
    }
    if current == UInt8(ascii: ":") {
      return error(
        cursor..<cursor + 1, "a mapping key needs a space behind its `:`",
        advice: "Put a space behind `:`.")
    }
    let advice =
      bytes[max(0, cursor - 1)] == UInt8(ascii: "\"")
      ? "To have a quote inside double quotes, write it as `\\\"`." : nil
    return error(
      restOfLine, "the value ends before this text", expected: "the end of the line",
      advice: advice)
  }

  /// A line that is indented by a tab.
  func tabIndentation() -> SyntaxError {
    var tab = lineStart
    while tab < cursor, bytes[tab] != UInt8(ascii: "\t") { tab += 1 }
    return error(
      tab..<tab + 1, "a tab cannot indent a line of YAML", expected: "spaces",
      advice: "Replace the tab by spaces.")
  }

  /// A line whose indentation fits no open collection.
  func wrongIndentation(closed: Frame?) -> SyntaxError {
    let outer = frame.indent
    let spaces = indent == 1 ? "1 space" : "\(indent) spaces"
    if let closed {
      return error(
        restOfLine, "the line is indented by \(spaces), which fits no collection around it",
        expected: "\(outer) or \(closed.indent) spaces",
        related: related(closed.start..<closed.start + 1, "the collection before it starts here"))
    }
    let kind = frame.kind == .blockMapping ? "mapping" : "sequence"
    return error(
      restOfLine, "the line is indented deeper than the \(kind) that it would belong to",
      expected: "\(outer) spaces before it, not \(indent)",
      advice: "The value before it is complete, so nothing can be nested in it.",
      related: related(frame.start..<frame.start + 1, "the \(kind) starts here"))
  }

  /// A second root.
  func contentBehindRoot(_ closed: Frame?) -> SyntaxError {
    if let closed {
      return error(
        restOfLine, "the line is indented less than the first line of the document",
        expected: "\(closed.indent) spaces before it, not \(indent)",
        related: related(closed.start..<closed.start + 1, "the document's content starts here"))
    }
    return error(
      restOfLine, "the document is complete before this line",
      expected: "`---`, `...` or the end of the source")
  }

  /// An entry of a sequence without its `-`.
  func missingDash() -> SyntaxError {
    error(
      restOfLine, "an element of a sequence starts with `- `", expected: "`- `",
      related: related(frame.start..<frame.start + 1, "the sequence starts here"))
  }

  /// A `- ` where the next key of a mapping is due.
  func sequenceInMapping() -> SyntaxError {
    error(
      restOfLine, "a sequence cannot go on a mapping", expected: "a key",
      advice: "Indent the `-` deeper than the key that it belongs to.",
      related: related(frame.start..<frame.start + 1, "the mapping starts here"))
  }

  // MARK: Keys

  /// A key with nothing behind it; `range` is the key.
  func missingColon(_ range: Range<Int>) -> SyntaxError {
    if current == UInt8(ascii: ":") {
      return error(
        cursor..<cursor + 1, "a mapping key needs a space behind its `:`",
        advice: "Put a space behind `:`.")
    }
    if let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")),
      bytes[range.lowerBound] != UInt8(ascii: "\"")
    {
      return error(
        range, "this is not a key, for there is no space behind its `:`", expected: "`: `",
        advice: "Write `\(source.text(in: range.lowerBound..<colon)): …` with a space.")
    }
    return error(
      range, "a mapping key needs a `:` behind it", expected: "`: `",
      advice: "If the text belongs to the value before it, indent it deeper than the key.")
  }

  /// A key that goes over several lines; the cursor is at its `:`.
  func keyOfSeveralLines(_ range: Range<Int>) -> SyntaxError {
    error(
      cursor..<cursor + 1, "a mapping key must be on one line with its `:`",
      advice: "Write the key on one line, or put `? ` before it and `: ` on its own line.",
      related: related(range.lowerBound..<range.lowerBound + 1, "the key starts here"))
  }

  /// A key longer than a reader has to look ahead.
  func longKey(_ range: Range<Int>) -> SyntaxError {
    error(
      range, "a mapping key may have at most 1024 characters before its `:`",
      advice: "Put `? ` before the key and `: ` on a line of its own.")
  }

  /// A key where a mapping cannot start; the cursor is at its `:` or `?`.
  func misplacedMapping(from start: Int) -> SyntaxError {
    if isTabbed, start == firstOfLine { return tabIndentation() }
    let advice: String
    if source.text(in: lineStart..<min(lineStart + 3, bytes.count)) == "---" {
      advice = "Put the mapping on the line behind `---`."
    } else if inner != nil, current == UInt8(ascii: "?") {
      advice = "Put the tag or anchor on the line before the mapping."
    } else {
      advice = "Quote the value if the `:` is part of it, or put the key on a line of its own."
    }
    return error(
      cursor..<cursor + 1, "a mapping cannot start here", expected: "the end of the value",
      advice: advice)
  }

  /// A `- ` where a sequence cannot start.
  func misplacedSequence(from start: Int) -> SyntaxError {
    if isTabbed, start == firstOfLine { return tabIndentation() }
    let advice =
      inner == nil
      ? "Put the first `- ` on a line of its own; quote the value if it is text."
      : "Put the tag or anchor on the line before the sequence."
    return error(
      cursor..<cursor + 1, "a sequence cannot start on this line behind other text",
      advice: advice)
  }

  /// A `: ` inside a plain scalar of several lines; `range` is the line that looks like a key.
  func keyInScalar(_ range: Range<Int>, behind previous: Range<Int>) -> SyntaxError {
    error(
      cursor..<cursor + 1, "a mapping cannot start inside the text that the lines before it began",
      advice: "If `\(source.text(in: range))` is a key, indent it like the other keys.",
      related: related(previous, "the text goes on from here"))
  }

  /// The first character of the cursor's line.
  private var firstOfLine: Int {
    var offset = lineStart
    while byte(at: offset).isYAMLWhite { offset += 1 }
    return offset
  }

  // MARK: Documents

  /// A collection below the deepest that may be.
  func tooDeep(_ start: Int) -> SyntaxError {
    error(
      start..<start + 1, "collections are nested more than \(limits.depth) deep",
      advice: "Flatten the structure; no reader of such files needs this depth.")
  }

  /// Directives with no `---` behind them.
  func directiveWithoutDocument(_ range: Range<Int>) -> SyntaxError {
    error(
      range, "a directive must be followed by a document that starts with `---`",
      expected: "`---` on a line of its own")
  }

  /// A directive that may be text of the document before it.
  func directiveBehindDocument() -> SyntaxError {
    error(
      restOfLine, "a directive must be at the start of the source or behind `...`",
      expected: "`...` on the line before it")
  }

  /// A directive that is not written as it must be.
  func malformedDirective(_ range: Range<Int>, form: String) -> SyntaxError {
    error(range, "this directive is malformed", expected: "a line such as `\(form)`")
  }

  /// A directive that was given already.
  func repeatedDirective(_ range: Range<Int>) -> SyntaxError {
    error(range, "this directive was given before for the same document")
  }

  /// A character that YAML forbids.
  func forbiddenCharacter(_ range: Range<Int>) -> SyntaxError {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return error(
        0..<2, "the file is not UTF-8 but seems to be UTF-16", advice: "Save it as UTF-8.")
    }
    guard source.firstInvalidUTF8Offset != range.lowerBound else {
      return error(range, "these bytes are not UTF-8", advice: "Save the file as UTF-8.")
    }
    let end = (range.lowerBound + 1..<bytes.count).first { bytes[$0] & 0xC0 != 0x80 }
    let text = source.text(in: range.lowerBound..<(end ?? bytes.count))
    let number = String(text.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return error(
      range.lowerBound..<(end ?? bytes.count), "the character \(name) may not stand here",
      advice: "Remove it, or write it in double quotes as an escape such as `\\x1B` or `\\uFEFF`.")
  }
}

extension String {
  /// Whether the line holds an action of a Helm or Go template, or of Jinja.
  fileprivate var isTemplated: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if previous == UInt8(ascii: "{"), byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") {
        return true
      }
      previous = byte
    }
    return false
  }
}
