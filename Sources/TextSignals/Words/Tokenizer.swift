/// Cuts a text into tokens, each with its place, its classes and what parts it from the one before.
///
/// One pass; a byte is looked at a bounded number of times, whatever the text is.
struct Tokenizer {
  let text: FoldedText
  let lexicon: Lexicon
  private(set) var tokens: [Token] = []
  private var boundary = Token.Boundary.sentence
  private var openQuote: UInt8?
  /// Where the open quotation must have ended; an apostrophe that never closes quotes nothing.
  private var quoteEnd = 0
  private var isComment = false

  /// Longer runs without a blank are no words; what they encode is looked at elsewhere.
  private static let longestRun = 300

  private init(_ text: FoldedText, _ lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    tokens.reserveCapacity(text.bytes.count / 5)
  }

  /// The tokens of `text`, with expressions of several words put together.
  ///
  /// `own` is the name of the tool that the text is about, as folding leaves it.
  static func tokens(
    of text: FoldedText, naming own: [UInt8] = [], using lexicon: Lexicon
  ) -> [Token] {
    var tokenizer = Tokenizer(text, lexicon)
    tokenizer.cut()
    let words = SpelledOutWords.joined(tokenizer.tokens, in: text, using: lexicon)
    let tokens = GroupedNumbers.joined(words, in: text.source)
    var joined = Expressions.joined(tokens, using: lexicon)
    Expressions.markThisTool(in: &joined)
    Expressions.clearCalledNames(in: &joined)
    ToolNames.mark(&joined, in: text, own: own, using: lexicon)
    Expressions.clearExamples(in: &joined)
    HomeFiles.mark(&joined, in: text)
    return joined
  }

  private mutating func cut() {
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A: index = lineBreak(at: index)
      case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "#"), UInt8(ascii: "-"),
        UInt8(ascii: "/"), UInt8(ascii: "*"):
        index = markup(at: index)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): index = quote(at: index)
      case _ where Self.beginsRun(byte):
        if boundary == .sentence, let mark = Markup.speaker(at: index, in: text) {
          append(mark, Lexicon.Entry(classes: .preface), .roleMark)
          boundary = .sentence
          index = mark.upperBound
        } else {
          index = run(at: index)
        }
      default:
        part(by: byte, at: index)
        index += 1
      }
    }
  }

  // MARK: What parts tokens

  private mutating func raise(_ boundary: Token.Boundary) {
    self.boundary = max(self.boundary, boundary)
  }

  private mutating func part(by mark: UInt8, at index: Int) {
    switch mark {
    case UInt8(ascii: "."):
      let isLast =
        index + 1 >= text.bytes.count || text.bytes[index + 1] <= 0x20
        || !Self.beginsRun(text.bytes[index + 1])
      if isLast, !endsWithAbbreviation { raise(.sentence) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"): raise(.sentence)
    case UInt8(ascii: ";"), UInt8(ascii: ":"): raise(.clause)
    case UInt8(ascii: "="):
      markAssigned(at: index)
      raise(.comma)
    default: raise(.comma)
    }
  }

  /// Marks the word before the sign at `index` as one that is given a value, which has to follow at once.
  private mutating func markAssigned(at index: Int) {
    guard let last = tokens.last, index > 0, index + 1 < text.bytes.count else { return }
    let before = text.bytes[index - 1]
    let after = text.bytes[index + 1]
    let isLiteral =
      after == UInt8(ascii: "'") || after == UInt8(ascii: "\"") || after == UInt8(ascii: "[")
      || (0x30...0x39).contains(after) || (0x61...0x7A).contains(after)
    if isLiteral, before > 0x20, last.shape != .address {
      tokens[tokens.count - 1].classes.insert(.assigned)
    }
  }

  private var endsWithAbbreviation: Bool {
    tokens.last?.classes.contains(.example) ?? false
  }

  /// A blank line, and one before a list item or a capital letter, ends a sentence; other lines go on.
  private mutating func lineBreak(at index: Int) -> Int {
    let bytes = text.bytes
    var next = index
    var breaks = 0
    while next < bytes.count, bytes[next] <= 0x20 {
      if bytes[next] == 0x0A { breaks += 1 }
      next += 1
    }
    guard next < bytes.count else { return next }
    let opensItem =
      bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "*")
      || bytes[next] == UInt8(ascii: "#") || (0x30...0x39).contains(bytes[next])
    if breaks > 1 || opensItem || text.isCapital(at: next) {
      raise(.sentence)
    } else {
      raise(.none)
    }
    return next
  }

  /// Opens or closes a quotation; an apostrophe opens one only where a word could begin.
  private mutating func quote(at index: Int) -> Int {
    let mark = text.bytes[index]
    if openQuote == mark {
      openQuote = nil
    } else if openQuote == nil, let end = closingQuote(of: mark, after: index) {
      openQuote = mark
      quoteEnd = end
    }
    raise(.comma)
    return index + 1
  }

  /// How far a quotation may reach; more is not one phrase.
  private static let longestQuote = 400

  private func closingQuote(of mark: UInt8, after index: Int) -> Int? {
    let end = min(text.bytes.count, index + Self.longestQuote)
    guard index + 1 < end else { return nil }
    return text.bytes[(index + 1)..<end].firstIndex(of: mark)
  }

  // MARK: Markup

  private mutating func markup(at index: Int) -> Int {
    if let mark = Markup.mark(at: index, in: text.bytes, startsLine: boundary == .sentence) {
      switch mark.kind {
      case .commentStart:
        isComment = true
        boundary = .sentence
      case .commentEnd:
        isComment = false
        boundary = .sentence
      case .role where isMentioned: raise(.comma)
      case .role(let isTemplate):
        append(
          mark.range, Lexicon.Entry(classes: .preface), isTemplate ? .templateMark : .roleMark)
        boundary = .sentence
      case .tag: raise(.comma)
      }
      return mark.range.upperBound
    }
    let byte = text.bytes[index]
    if byte == UInt8(ascii: "/"), Self.beginsRun(byte) { return run(at: index) }
    if byte == UInt8(ascii: "-") {
      // A dash between words parts clauses; a hyphen within a word never comes here.
      raise(.comma)
    } else {
      part(by: byte, at: index)
    }
    return index + 1
  }

  /// Whether what follows is spoken of, as in "detects tags such as <system>".
  private var isMentioned: Bool {
    boundary < .sentence
      && tokens.suffix(6).contains { !$0.classes.isDisjoint(with: [.example, .detect, .inspect]) }
  }

  // MARK: Runs

  private static func beginsRun(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
    case UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func endsRun(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Reads characters up to the next blank or bracket, and says what they are.
  private mutating func run(at start: Int) -> Int {
    let bytes = text.bytes
    var end = start
    var isPlain = true
    while end < bytes.count, !Self.endsRun(bytes[end]) {
      isPlain = isPlain && Self.isLetter(bytes[end])
      end += 1
    }
    let next = end
    while end > start + 1, Self.isTrailing(bytes[end - 1]) { end -= 1 }
    defer {
      for index in end..<next { part(by: bytes[index], at: index) }
    }
    guard end - start <= Self.longestRun else {
      append(start..<end, Lexicon.Entry(), .word)
      return next
    }
    // Most runs are one word, as a look at their letters has shown.
    let shape = isPlain ? .words : RunShape(of: bytes, start..<end, using: lexicon)
    switch shape {
    case .address(let classes):
      let kept = isLinked(start) ? classes.intersection([.email, .accountNumber]) : classes
      append(start..<end, Lexicon.Entry(classes: kept), .address)
    case .path(let classes): append(start..<end, Lexicon.Entry(classes: classes), .path)
    case .words:
      if bytes[start..<end].contains(UInt8(ascii: ".")),
        let entry = lexicon.entry(bytes, start..<end)
      {
        append(start..<end, entry, .word)
      } else {
        words(in: start..<end)
      }
    }
    return next
  }

  /// Whether the address at `start` is where a link of Markdown leads: something to read.
  private func isLinked(_ start: Int) -> Bool {
    start > 1 && text.bytes[start - 1] == UInt8(ascii: "(")
      && text.bytes[start - 2] == UInt8(ascii: "]")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "/")
  }

  /// Cuts a run into words and names.
  private mutating func words(in run: Range<Int>) {
    let bytes = text.bytes
    var index = run.lowerBound
    while index < run.upperBound {
      let byte = bytes[index]
      if byte >= 0x80, let end = glyphs(from: index, to: run.upperBound) {
        index = end
        continue
      }
      guard Self.isWord(byte) else {
        if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "/") { raise(.none) }
        index += 1
        continue
      }
      var end = index
      while end < run.upperBound, Self.isWord(bytes[end]) || isInnerApostrophe(at: end, in: run) {
        end += 1
      }
      word(index..<end)
      index = max(end, index + 1)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "$"),
      0x80...0xE0:
      true
    default: false
    }
  }

  private func isInnerApostrophe(at index: Int, in run: Range<Int>) -> Bool {
    text.bytes[index] == UInt8(ascii: "'") && index > run.lowerBound && index + 1 < run.upperBound
  }

  /// The most glyphs that a word of the lexicon has.
  private static let longestGlyphs = 10

  /// Whether a letter of a script of three bytes that parts words by blanks, as those of India do, is at
  /// `index`.
  private static func isSpaced(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == 0xE0 && index + 1 < bytes.count && bytes[index + 1] < 0xB8
  }

  /// Reads text of a script that writes without blanks, from `start`: words that the lexicon knows, one after
  /// the other, and whatever is between them; `nil` where the script is another one.
  private mutating func glyphs(from start: Int, to end: Int) -> Int? {
    let bytes = text.bytes
    guard bytes[start] >= 0xE0, !Self.isSpaced(at: start, in: bytes) else { return nil }
    var index = start
    while index < end, bytes[index] >= 0x80 {
      if bytes[index] < 0xE0 { break }
      let width = bytes[index] >= 0xF0 ? 4 : 3
      if let stop = Glyphs.mark(at: index, in: bytes) {
        raise(stop)
        index += width
        continue
      }
      // Every glyph of these scripts takes three bytes.
      var length = min(Self.longestGlyphs, (end - index) / 3) * 3
      var found: (range: Range<Int>, entry: Lexicon.Entry)?
      while length > 0, found == nil {
        let range = index..<index + length
        if let entry = lexicon.entry(bytes, range) { found = (range, entry) }
        length -= 3
      }
      if let found {
        append(found.range, found.entry, .word)
        index = found.range.upperBound
      } else {
        index += width
      }
    }
    return min(max(index, start + 1), end)
  }

  private mutating func word(_ range: Range<Int>) {
    let bytes = text.bytes
    if var entry = lexicon.entry(bytes, range) {
      if entry.classes.isEmpty,
        let stem = Possessive.entry(bytes, range, using: lexicon)
          ?? Plural.entry(bytes, range, using: lexicon)
      {
        entry.classes = stem.classes
      }
      append(range, entry, .word)
    } else if Names.isName(range, in: text) {
      append(range, Names.entry(for: range, in: text, using: lexicon), .identifier)
    } else if let plain = SpelledOutWords.withoutDigits(bytes, range, using: lexicon) {
      append(range, plain, .word)
      tokens[tokens.count - 1].isDisguised = true
    } else {
      let known =
        Possessive.entry(bytes, range, using: lexicon)
        ?? Plural.entry(bytes, range, using: lexicon)
      append(range, known ?? Lexicon.Entry(), .word)
    }
  }

  private mutating func append(
    _ range: Range<Int>, _ entry: Lexicon.Entry, _ shape: Token.Shape
  ) {
    var token = Token(range: text.origin(of: range))
    token.classes = entry.classes
    token.matter = entry.matter
    token.form = entry.form
    token.word = entry.word
    token.boundary = tokens.isEmpty ? .sentence : boundary
    token.shape = shape
    token.isQuoted = openQuote != nil && range.lowerBound < quoteEnd
    token.isDisguised = text.isDisguised(range)
    token.isComment = isComment
    tokens.append(token)
    boundary = .none
  }
}
