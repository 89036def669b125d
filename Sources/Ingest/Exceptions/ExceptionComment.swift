import Estate
import Reading
import SourceText

/// Reads `# mcpready: allow MCP105 legacy partner until 2027-01-31`, the exception of a comment.
enum ExceptionComment {
  private static let marker = "mcpready:"
  private static let verb = "allow"
  private static let form = "`mcpready: allow RULE reason until YYYY-MM-DD`"

  /// The exception that the comment at `span` of `source` makes; `nil` where it speaks of something else.
  ///
  /// A comment that begins as an exception and is none does not count, and says what is wrong.
  static func exception(at span: SourceSpan, in source: SourceFile) -> ExceptionRecord? {
    var words = Words(of: span, in: source)
    guard let first = words.next() else { return nil }
    guard first.text.lowercased() == marker else { return nil }
    var exception = ExceptionRecord(span: words.whole, origin: .comment)
    guard let verb = words.next(), verb.text.lowercased() == Self.verb else {
      exception.flaws.append(.init(at: words.whole, "the comment is not of the form \(form)"))
      return exception
    }
    guard let rule = words.next(), isRuleID(rule.text) else {
      exception.flaws.append(.init(at: words.whole, "it names no rule; the form is \(form)"))
      return exception
    }
    exception.rule.state(rule.text.uppercased(), at: rule.span)
    readTerms(of: &exception, from: words.rest)
    return exception
  }

  /// Reads the reason and the last day, which are divided by the last `until`.
  private static func readTerms(of exception: inout ExceptionRecord, from words: [Words.Word]) {
    guard let until = words.lastIndex(where: { $0.text.lowercased() == "until" }) else {
      exception.flaws.append(
        .init(at: exception.span, "it names no day on which it ends; the form is \(form)"))
      return
    }
    if let first = words.first, until > 0 {
      let text = words[..<until].map(\.text).joined(separator: " ")
      exception.reason.state(text, at: first.span.union(words[until - 1].span))
    } else {
      exception.flaws.append(.init(at: exception.span, "it gives no reason; the form is \(form)"))
    }
    let rest = words[(until + 1)...]
    guard rest.count == 1, let word = rest.first, let date = CalendarDate(word.text),
      word.text.utf8.count == 10
    else {
      let written = rest.map(\.text).joined(separator: " ")
      exception.flaws.append(
        .init(
          at: rest.first?.span ?? words[until].span,
          "`until` is followed by `\(written.prefix(60))`, which is no day such as `2027-01-31`"))
      return
    }
    exception.expiry.state(date, at: word.span)
  }

  private static func isRuleID(_ text: String) -> Bool {
    let digits = text.uppercased().hasPrefix("MCP") ? text.dropFirst(3) : text[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// The words of a comment with their places, from first to last.
private struct Words {
  struct Word {
    let text: String
    let span: SourceSpan
  }

  /// The comment without its sign and the blanks around it.
  let whole: SourceSpan

  private var words: ArraySlice<Word>

  init(of comment: SourceSpan, in source: SourceFile) {
    let bytes = source.bytes
    var start = comment.range.lowerBound
    while start < comment.range.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
    var words: [Word] = []
    while start < comment.range.upperBound {
      var end = start
      while end < comment.range.upperBound, !Self.isBlank(bytes[end]) { end += 1 }
      if end > start {
        words.append(
          Word(
            text: source.text(in: start..<end), span: SourceSpan(source: source.id, start..<end)))
      }
      start = max(end, start + 1)
    }
    self.words = words[...]
    whole = words.first.map { first in words.reduce(first.span) { $0.union($1.span) } } ?? comment
  }

  /// The next word.
  mutating func next() -> Word? { words.popFirst() }

  /// The words that have not been read.
  var rest: [Word] { Array(words) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
