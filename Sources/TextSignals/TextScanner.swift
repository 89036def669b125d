/// Finds the passages of a text that try to steer the agent which reads it.
///
/// Linear in the size of the text, and bounded: a hostile text costs no more for being hostile.
public struct TextScanner: Sendable {
  private let lexicon = Lexicon.shared
  private let purpose: WordClass
  /// What the words of the tool's name can mean.
  private let nameClasses: WordClass
  /// What the words that say what the tool is for are about.
  private let purposeMatter: Matter
  /// The tool's name as folding leaves it, and empty where it is unknown.
  private let ownName: [UInt8]

  /// More passages than anybody reads; the first ones suffice to judge.
  private static let limit = 50
  /// Texts within encoded texts are read to this depth.
  private static let depthLimit = 2
  /// Characters of a decoded text that are kept for its reader.
  private static let shownDecoded = 400

  /// A scanner of the texts of a tool whose name, title and description are `purpose`.
  ///
  /// What a tool is for decides what it may need: one that is for talking needs what was said.
  public init(purpose: String = "") {
    (self.purpose, purposeMatter) = Self.meaning(of: purpose, using: lexicon)
    ownName = Self.name(in: purpose)
    nameClasses =
      Self.meaning(
        of: String(decoding: purpose.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self),
        using: lexicon
      ).classes
  }

  /// The name that `purpose` begins with, up to its first point.
  private static func name(in purpose: String) -> [UInt8] {
    let name = purpose.utf8.prefix(longestName).prefix { $0 != UInt8(ascii: ".") }
    return FoldedText(Array(name)).bytes
  }

  /// Longer names are none.
  private static let longestName = 128

  /// Whether the tool is for talking, so that it needs what was said.
  var isForTalking: Bool { purpose.contains(.dialogue) }

  /// Whether the tool is about what no ordinary parameter asks for, so that its parameters may.
  var isForIntimacy: Bool { purposeMatter.contains(.intimacy) }

  /// What the words of `text` can mean and are about, names of programs included.
  func meaning(of text: String) -> (classes: WordClass, matter: Matter) {
    Self.meaning(of: text, using: lexicon)
  }

  /// How much of a text says what it is about, in bytes.
  private static let telling = 400

  private static func meaning(
    of text: String, using lexicon: Lexicon
  ) -> (classes: WordClass, matter: Matter) {
    let folded = FoldedText(Array(String(decoding: text.utf8.prefix(telling), as: UTF8.self).utf8))
    var meaning: (classes: WordClass, matter: Matter) = ([], [])
    for token in Tokenizer.tokens(of: folded, using: lexicon) {
      meaning.classes.formUnion(token.classes)
      meaning.matter.formUnion(token.matter)
      guard token.shape == .identifier else { continue }
      let name = FoldedText(Array(folded.source[token.range]))
      let whole = 0..<name.bytes.count
      meaning.classes.formUnion(Names.classes(of: whole, in: name, using: lexicon))
      meaning.matter.formUnion(Names.matter(of: whole, in: name, using: lexicon))
    }
    return meaning
  }

  /// The passages of `text`, in its order.
  ///
  /// `statesPurpose` says that the text may begin with what the tool does, as descriptions do: "Read a file"
  /// is then no order to the agent.
  ///
  /// `isRequest` says that the text describes a parameter: what it names, the agent is to supply.
  public func passages(
    in text: String, statesPurpose: Bool = true, isRequest: Bool = false
  ) -> [Passage] {
    let source = Array(text.utf8)
    if let words = Names.sentence(in: source), FoldedText(source).bytes != ownName {
      return passages(
        in: words, statesPurpose: false, isRequest: true, isName: true, depth: Self.depthLimit)
    }
    return passages(in: source, statesPurpose: statesPurpose, isRequest: isRequest, depth: 0)
  }

  /// Letters of `name` that belong to another script or to a mathematical alphabet and look like Latin ones
  /// within a word, as offsets into its UTF-8; neighbours are one range.
  public func lookAlikes(in name: String) -> [Range<Int>] {
    FoldedText(Array(name.utf8)).lookAlikes
  }

  private func passages(
    in source: [UInt8], statesPurpose: Bool, isRequest: Bool = false, isName: Bool = false,
    depth: Int
  ) -> [Passage] {
    let tokens = Tokenizer.tokens(of: FoldedText(source), naming: ownName, using: lexicon)
    var sentences = SentenceReader(
      tokens: tokens, purpose: purpose, name: nameClasses, statesPurpose: statesPurpose,
      isRequest: isRequest,
      isName: isName
    ).sentences()
    let hints = HintReader(tokens: tokens, source: source, purpose: purpose, isRequest: isRequest)
    for index in sentences.indices {
      sentences[index].hints = hints.hints(of: sentences[index])
      if !isRequest {
        sentences[index].leanings = Tendency.signals(
          of: sentences[index], tokens[sentences[index].tokens])
      }
    }
    if isRequest, !isName, !isForIntimacy { Overreach.mark(&sentences, tokens) }
    var passages = PassageFinder(source: source, limit: Self.limit).passages(of: sentences)
    guard depth < Self.depthLimit else { return passages }
    for stretch in EncodedText.stretches(in: source) {
      passages += hidden(stretch.decoded, as: stretch.encoding, at: stretch.range, depth)
    }
    for sentence in sentences.prefix(Self.limit) where isCipher(tokens[sentence.tokens], in: source)
    {
      for reading in Cipher.readings(of: source[sentence.range]) where isSpeech(reading.text) {
        passages += hidden(reading.text, as: reading.encoding, at: sentence.range, depth)
      }
    }
    return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What an encoded text tries, at the place of its encoding.
  private func hidden(
    _ text: [UInt8], as encoding: String, at range: Range<Int>, _ depth: Int
  ) -> [Passage] {
    guard
      let worst = passages(in: text, statesPurpose: false, depth: depth + 1).max(by: {
        $0.strength < $1.strength
      })
    else { return [] }
    let kinds = worst.signals.map(\.kind).filter { $0 != .disguise }
    return [
      Passage(
        range: range, strength: max(worst.strength, .medium),
        signals: (kinds + [.disguise]).map { Signal($0, range) }, encoding: encoding,
        decoded: String(String(decoding: text, as: UTF8.self).prefix(Self.shownDecoded)),
        names: worst.names)
    ]
  }

  /// Whether no word of a sentence is known, though it has several of letters alone; groups of digits, as
  /// identifiers have, are no words.
  private func isCipher(_ tokens: ArraySlice<Token>, in source: [UInt8]) -> Bool {
    let words = tokens.lazy.filter { $0.shape == .word }
    // One known word is enough to say no, and nearly every sentence begins with one.
    guard words.allSatisfy({ $0.word == 0 && $0.classes.isEmpty }) else { return false }
    return words.count { Cipher.isWord(source[$0.range]) } >= Cipher.fewestWords
  }

  /// Whether a decoded `text` has several words of a language, which letters hardly ever make by chance.
  private func isSpeech(_ text: [UInt8]) -> Bool {
    let words = Tokenizer.tokens(of: FoldedText(text), using: lexicon).filter { $0.shape == .word }
    let known = words.count {
      ($0.word != 0 || !$0.classes.isEmpty) && $0.range.count >= Cipher.shortestKnownWord
    }
    return known >= Cipher.fewestKnownWords && known * 3 >= words.count
  }
}
