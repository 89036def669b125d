public import SourceText

/// Reads nginx configuration files, without nginx and without following includes.
public enum NginxParser {
  /// The tree of `source`, which nginx could read.
  ///
  /// Linear time. Throws the first error: a mark that does not fit, a quote or block that the file does
  /// not close, or a limit that the file exceeds. Whether directives exist and are used where nginx
  /// allows them is `NginxDirectiveRules`' question.
  public static func parse(
    _ source: SourceFile, limits: InputLimits = .standard
  ) throws(SyntaxError) -> NginxTree {
    let tree = parseLeniently(source, limits: limits)
    if let error = tree.firstError { throw SyntaxError(error) }
    return tree
  }

  /// The tree of what can be read of `source`, with everything wrong among its diagnostics.
  public static func parseLeniently(
    _ source: SourceFile, limits: InputLimits = .standard
  ) -> NginxTree {
    var run = NginxParserRun(source, limits: limits)
    return run.tree()
  }
}

/// One pass over one file; blocks are kept on an explicit stack, so depth cannot overflow ours.
private struct NginxParserRun {
  /// A block whose closing brace has not been read yet.
  private struct OpenBlock {
    let name: NginxWord?
    let arguments: [NginxWord]
    let brace: SourceSpan
  }

  /// Errors after which the rest of a file is not worth reading.
  private static let mostErrors = 100

  private let source: SourceFile
  private let limits: InputLimits
  private var lexer: NginxLexer
  private var words: [NginxWord] = []
  private var blocks: [OpenBlock] = []
  /// The directives read so far: those outside all blocks, then those of each open block.
  private var levels: [[NginxDirective]] = [[]]
  private var diagnostics: [Diagnostic] = []
  private var nodes = 0
  private var hasStopped = false

  init(_ source: SourceFile, limits: InputLimits) {
    self.source = source
    self.limits = limits
    lexer = NginxLexer(source)
  }

  mutating func tree() -> NginxTree {
    if source.bytes.count > limits.fileSize {
      stop(at: place(0), "the file is larger than \(limits.fileSize) bytes")
    }
    var end = 0
    while !hasStopped {
      let token = lexer.next()
      if case .endOfFile = token {
        finish(at: end)
        break
      }
      read(token)
      end = lexer.cursor
    }
    while let block = blocks.popLast() { close(block, at: source.bytes.count) }
    noteEncoding()
    for span in lexer.missingSpaces.prefix(Self.mostErrors) {
      diagnostics.append(
        Diagnostic(
          .warning, at: span, "nginx refuses a word directly behind a closing quote",
          expected: "a space, `;` or `{`", advice: "Quote the whole word, or put a space here."))
    }
    diagnostics.sort { $0.span < $1.span }
    return NginxTree(
      source: source, directives: levels.first ?? [], comments: lexer.comments,
      diagnostics: diagnostics)
  }

  private mutating func read(_ token: NginxToken) {
    switch token {
    case .word(let word):
      words.append(word)
      nodes += 1
      if nodes > limits.nodes {
        stop(at: word.span, "the file has more than \(limits.nodes) words")
      }
    case .semicolon(let span): end(at: span)
    case .openingBrace(let span): open(at: span)
    case .closingBrace(let span): close(at: span)
    case .unclosedQuote(let span):
      let quote = source.text(in: span.range)
      stop(
        at: span, "the quote is not closed before the file ends", expected: "another `\(quote)`",
        advice: "Close the quote, or write `\\\(quote)` if the character itself is meant.")
      words = []
    case .endOfFile: break
    }
  }

  private mutating func end(at semicolon: SourceSpan) {
    guard let name = words.first else {
      report(
        at: semicolon, "unexpected `;`", expected: "a directive or `}`", advice: "Delete the `;`.")
      return
    }
    append(
      NginxDirective(
        name: name, arguments: Array(words.dropFirst()), block: nil, blockSpan: nil,
        span: name.span.union(semicolon)))
    words = []
  }

  private mutating func open(at brace: SourceSpan) {
    if let name = words.first, name.text.hasSuffix("_by_lua_block") {
      readLua(name, at: brace)
      return
    }
    if words.isEmpty {
      report(
        at: brace, "unexpected `{`", expected: "the name of a block, such as `location /`",
        advice: "Delete the brace, or write what it opens before it.")
    }
    guard blocks.count < limits.depth else {
      stop(at: brace, "blocks are nested more than \(limits.depth) deep")
      return
    }
    blocks.append(
      OpenBlock(
        name: words.first, arguments: Array(words.dropFirst()), brace: brace))
    levels.append([])
    words = []
  }

  private mutating func readLua(_ name: NginxWord, at brace: SourceSpan) {
    guard let code = lexer.luaBlock() else {
      stop(
        at: brace, "the Lua block is not closed before the file ends", expected: "`}`",
        advice: "Close the block; braces in Lua strings and comments do not count.")
      return
    }
    append(
      NginxDirective(
        name: name, arguments: Array(words.dropFirst()) + [code], block: nil, blockSpan: nil,
        span: name.span.union(place(lexer.cursor))))
    words = []
  }

  private mutating func close(at brace: SourceSpan) {
    if let name = words.first, let last = words.last {
      report(
        at: place(Int(last.span.end)), "directive \"\(name.text)\" is not terminated by `;`",
        expected: "`;`", advice: "Write `;` behind the last argument.",
        related: [Diagnostic.Related(span: brace, message: "this `}` ends the block too early")])
      words = []
    }
    guard let block = blocks.popLast() else {
      report(
        at: brace, "unexpected `}`", expected: "a directive or the end of the file",
        advice: "Delete the brace, or open the block that it closes.")
      return
    }
    close(block, at: Int(brace.end))
  }

  private mutating func append(_ directive: NginxDirective) {
    levels[levels.count - 1].append(directive)
  }

  private mutating func close(_ block: OpenBlock, at end: Int) {
    guard let inner = levels.popLast(), let name = block.name else { return }
    append(
      NginxDirective(
        name: name, arguments: block.arguments, block: inner,
        blockSpan: block.brace.union(place(end)), span: name.span.union(place(end))))
  }

  /// Reports what the end of the file leaves open; `end` is behind the last token.
  private mutating func finish(at end: Int) {
    if let name = words.first {
      report(
        at: place(end), "unexpected end of file in directive \"\(name.text)\"",
        expected: "`;` or `{`", advice: "Write `;` behind the last argument.")
      words = []
    }
    guard !blocks.isEmpty else { return }
    report(
      at: place(end), "unexpected end of file", expected: "`}`",
      advice: blocks.count == 1 ? "Close the block." : "Close the \(blocks.count) open blocks.",
      related: blocks.suffix(8).reversed().map {
        let name = $0.name.map { "the block of \"\($0.text)\"" } ?? "a block"
        return Diagnostic.Related(span: $0.brace, message: "\(name) is opened here")
      })
  }

  private mutating func noteEncoding() {
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      diagnostics.append(
        Diagnostic(
          .warning, at: SourceSpan(source: source.id, 0..<3),
          "nginx reads the byte-order mark as part of the first directive's name",
          advice: "Save the file without a byte-order mark."))
    }
    if let offset = source.firstInvalidUTF8Offset {
      diagnostics.append(
        Diagnostic(
          .note, at: SourceSpan(source: source.id, offset..<offset + 1),
          "the file is not UTF-8 from here on; such bytes are shown as U+FFFD"))
    }
  }

  private func place(_ offset: Int) -> SourceSpan {
    SourceSpan(source: source.id, offset..<offset)
  }

  private mutating func report(
    at span: SourceSpan, _ message: String, expected: String? = nil, advice: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(
      Diagnostic(at: span, message, expected: expected, advice: advice, related: related))
    if diagnostics.count >= Self.mostErrors { hasStopped = true }
  }

  private mutating func stop(
    at span: SourceSpan, _ message: String, expected: String? = nil, advice: String? = nil
  ) {
    report(at: span, message, expected: expected, advice: advice)
    hasStopped = true
  }
}
