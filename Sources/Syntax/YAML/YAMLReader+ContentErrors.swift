import SourceText

/// The errors of scalars, flow collections, tags and anchors.
extension YAMLReader where Sink: ~Copyable {
  private func opener(_ offset: Int, _ message: String) -> [Diagnostic.Related] {
    [Diagnostic.Related(span: span(offset..<offset + 1), message: message)]
  }

  /// The whole character at `offset`.
  private func character(at offset: Int) -> Range<Int> {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  // MARK: Scalars

  /// A character that no plain scalar starts with; the cursor is at it.
  func wrongPlainStart() -> SyntaxError {
    let range = character(at: cursor)
    if range.isEmpty { return error(range, "a value is missing", expected: "a value") }
    let text = source.text(in: range)
    switch current {
    case UInt8(ascii: "@"), UInt8(ascii: "`"):
      return error(
        range, "`\(text)` is reserved and cannot start a value", advice: "Quote the value.")
    case UInt8(ascii: "%"):
      return error(range, "`%` cannot start a value", advice: "Quote the value.")
    case UInt8(ascii: "#"):
      return error(
        range, "a comment needs a blank before its `#`", advice: "Put a space before `#`.")
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return error(
        range, "`\(text)` cannot stand here", expected: "a value",
        advice: "Quote `\(text)` if it is text.")
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return error(
        range, "a block scalar cannot stand inside `[…]` or `{…}` or be a key",
        advice: "Quote the text.")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return error(range, "this `\(text)` closes nothing", expected: "a value")
    case UInt8(ascii: ","):
      return error(range, "a value is missing before `,`", expected: "a value")
    default:
      return error(range, "`\(text)` cannot stand here", advice: "Quote the value.")
    }
  }

  /// A quoted scalar that the source or document ends in.
  func unclosedQuote(_ start: Int) -> SyntaxError {
    let quote = source.text(in: start..<start + 1)
    return error(
      start..<start + 1, "the quoted text that starts here is not closed",
      expected: "a closing `\(quote)`")
  }

  /// A line of a quoted scalar that is not deep enough.
  func shallowQuotedLine(opener start: Int, isTabbed: Bool) -> SyntaxError {
    if isTabbed { return tabIndentation() }
    return error(
      lineStart..<cursor + 1, "the line is indented less than the quoted text that it is part of",
      expected: "a closing quote before it, or deeper indentation",
      related: opener(start, "the quoted text starts here"))
  }

  /// A backslash before a character that it does not go with.
  func unknownEscape(_ range: Range<Int>) -> SyntaxError {
    let text = source.text(in: range)
    let advice =
      text == "\\'"
      ? "A single quote needs no backslash in double quotes."
      : "Write `\\\\` for a backslash, or use single quotes, in which it has no meaning."
    return error(range, "`\(text)` is not an escape that YAML knows", advice: advice)
  }

  /// A numeric escape that ends too early.
  func shortEscape(_ range: Range<Int>, digits: Int) -> SyntaxError {
    error(range, "the escape is too short", expected: "\(digits) hexadecimal digits")
  }

  /// A numeric escape of half a surrogate pair or of a number beyond Unicode.
  func notACharacter(_ range: Range<Int>) -> SyntaxError {
    error(range, "`\(source.text(in: range))` is not a character of Unicode")
  }

  /// Something unknown behind `|` or `>`.
  func malformedBlockHeader(_ range: Range<Int>) -> SyntaxError {
    error(
      range, "behind `|` or `>` may stand `-` or `+` and a digit from 1 to 9, each once",
      advice: "Put the text on the next line; quote the value if it starts with `|` or `>`.")
  }

  /// Text on the line of `|` or `>`.
  func textBehindBlockHeader(_ start: Int) -> SyntaxError {
    error(
      character(at: cursor), "the text of a block scalar starts on the line behind its indicator",
      expected: "the end of the line",
      advice: "Put the text on the next line; quote the value if it starts with `|` or `>`.",
      related: opener(start, "the block scalar starts here"))
  }

  /// A blank line before the first line of a block scalar that has more spaces than that.
  func longBlankLine(_ start: Int, content: Range<Int>) -> SyntaxError {
    error(
      start..<Self.lineEnd(bytes.span, from: start),
      "a blank line before the text of a block scalar has more spaces than the text",
      expected: "at most \(content.count) spaces",
      related: [Diagnostic.Related(span: span(content), message: "the text starts here")])
  }

  /// A tab that seems to indent a block scalar.
  func tabInBlockScalar(_ offset: Int) -> SyntaxError {
    error(
      offset..<offset + 1, "a tab cannot indent a line of a block scalar", expected: "spaces",
      advice: "Replace the tab by spaces.")
  }

  // MARK: Flow collections

  /// The innermost collection that has brackets.
  private var bracketFrame: Frame {
    frame.kind == .flowPair ? outerFrames.last ?? frame : frame
  }

  /// A flow collection that the source, the document or a shallow line ends in.
  func unclosedBracket() -> SyntaxError {
    let frame = bracketFrame
    let start = frame.start
    return error(
      start..<start + 1, "the `\(source.text(in: start..<start + 1))` is not closed",
      expected: frame.kind == .flowMapping ? "a closing `}`" : "a closing `]`")
  }

  /// A line of a flow collection that is not deep enough.
  func shallowFlowLine(isTabbed: Bool) -> SyntaxError {
    if isTabbed { return tabIndentation() }
    let frame = bracketFrame
    let start = frame.start
    let bracket = source.text(in: start..<start + 1)
    let isClosing = current == UInt8(ascii: "]") || current == UInt8(ascii: "}")
    return error(
      cursor..<cursor + 1, "the line is not indented enough to be inside `\(bracket)`",
      expected: isClosing
        ? "at least \(frame.indent) spaces before it"
        : "a closing `\(bracket == "[" ? "]" : "}")` before it, or deeper indentation",
      related: opener(start, "`\(bracket)` starts here"))
  }

  /// Two entries with no comma between them.
  func missingComma() -> SyntaxError {
    let isMapping = frame.kind == .flowMapping
    let close = isMapping ? "}" : "]"
    if current == UInt8(ascii: ":") {
      return error(
        character(at: cursor), "a second `:` cannot stand in one entry",
        expected: "`,` or `\(close)`")
    }
    return error(
      character(at: cursor), "a comma is missing between two entries",
      expected: "`,` or `\(close)`",
      related: opener(frame.start, "the collection starts here"))
  }

  /// A comma with nothing before it.
  func emptyEntry() -> SyntaxError {
    error(
      character(at: cursor), "there is no entry before this `,`", expected: "an entry",
      advice: "Remove the `,`, or write `null`.",
      related: opener(frame.start, "the collection starts here"))
  }

  /// `a:[b]` inside a flow collection.
  func missingSpaceBehindColon() -> SyntaxError {
    error(
      cursor - 1..<cursor, "a mapping key needs a space behind its `:`",
      advice: "Put a space behind `:`.")
  }

  // MARK: Properties

  /// Two tags, or two anchors, for one node.
  func repeatedProperty(_ first: NodeProperties, _ second: NodeProperties) -> SyntaxError {
    let kind = first.anchor != nil && second.anchor != nil ? "anchor" : "tag"
    return error(
      second.span.range, "a node can have one \(kind) only",
      related: [Diagnostic.Related(span: first.span, message: "its first \(kind)")])
  }

  /// A tag or anchor before an alias.
  func propertiesOfAlias(_ properties: NodeProperties) -> SyntaxError {
    error(
      properties.span.range, "an alias cannot have a tag or anchor of its own",
      advice: "Remove the tag or anchor; the alias stands for the node with its own.")
  }

  /// A `&` or `*` with nothing behind it.
  func missingName(_ range: Range<Int>) -> SyntaxError {
    let text = source.text(in: range)
    return error(
      range, "a name is missing behind `\(text)`",
      advice: "Quote the value if `\(text)` is meant as text.")
  }

  /// A tag or anchor that runs into what follows it.
  func missingBlankBehindProperty(_ range: Range<Int>) -> SyntaxError {
    error(
      character(at: cursor), "a tag or anchor must be followed by a blank",
      advice: "Put a space behind `\(source.text(in: range))`.")
  }

  /// A tag that is not written as it must be.
  func malformedTag(_ range: Range<Int>) -> SyntaxError {
    error(
      range, "this is not a tag", expected: "a tag such as `!name`, `!!str` or `!<tag:…>`",
      advice: "Quote the value if `!` is meant as text.")
  }

  /// A tag handle that no directive declares.
  func unknownHandle(_ range: Range<Int>) -> SyntaxError {
    let handle = source.text(in: range)
    return error(
      range, "the tag handle `\(handle)` is not declared in this document",
      expected: "a directive such as `%TAG \(handle) tag:example.com,2026:` before `---`")
  }
}
