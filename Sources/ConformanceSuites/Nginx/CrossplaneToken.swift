import SourceText
import Syntax

/// One token of a file in the form in which crossplane's lexer writes it.
struct CrossplaneToken: Equatable {
  /// The text without quotes; a comment with its `#`.
  let text: String
  /// The line on which the token starts, from 1.
  let line: Int
  /// Whether the token is quoted, or the code of a Lua block.
  let isQuoted: Bool

  init(text: String, line: Int, isQuoted: Bool) {
    self.text = text
    self.line = line
    self.isQuoted = isQuoted
  }

  /// Reads `[text, line, isQuoted]`.
  init?(_ node: Node) {
    let parts = Array(node.elements)
    guard parts.count == 3, let text = parts[0].string, let line = parts[1].integer,
      let isQuoted = parts[2].boolean
    else { return nil }
    self.init(text: text, line: Int(line), isQuoted: isQuoted)
  }

  /// The tokens of `source`.
  static func all(in source: SourceFile) -> [CrossplaneToken] {
    let words = CrossplaneWords(source: source)
    var lexer = NginxLexer(source)
    var tokens: [(start: UInt32, token: CrossplaneToken)] = []
    var pending: [NginxWord] = []
    func add(_ text: String, at place: UInt32, startingAt start: UInt32, isQuoted: Bool = false) {
      let token = CrossplaneToken(text: text, line: words.line(place), isQuoted: isQuoted)
      tokens.append((start, token))
    }
    var isDone = false
    reading: while !isDone {
      switch lexer.next() {
      case .word(let word):
        pending.append(word)
        continue reading
      case .semicolon(let span): add(";", at: span.start, startingAt: span.start)
      case .closingBrace(let span): add("}", at: span.start, startingAt: span.start)
      case .openingBrace(let span):
        if pending.first?.text.hasSuffix("_by_lua_block") == true, let code = lexer.luaBlock() {
          let end = code.span.end
          add(words.argument(code), at: end, startingAt: code.span.start, isQuoted: true)
          add(";", at: end, startingAt: end)
        } else {
          add("{", at: span.start, startingAt: span.start)
        }
      case .unclosedQuote, .endOfFile: isDone = true
      }
      for (text, word) in words.glued(pending) {
        add(text, at: word.span.start, startingAt: word.span.start, isQuoted: word.isQuoted)
      }
      pending = []
    }
    for comment in lexer.comments where Int(comment.end) < source.bytes.count {
      add("#" + words.text(of: comment), at: comment.start, startingAt: comment.start)
    }
    return tokens.sorted { $0.start < $1.start }.map(\.token)
  }
}
