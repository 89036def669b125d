/// Words that are spelled so that a filter misses them: `1gn0re`, `i g n o r e`.
enum SpelledOutWords {
  /// The word that the letters of `range` spell once digits are read as the letters they look like.
  static func withoutDigits(
    _ bytes: [UInt8], _ range: Range<Int>, using lexicon: Lexicon
  ) -> Lexicon.Entry? {
    guard (4...lexicon.longestWord).contains(range.count) else { return nil }
    var digits = 0
    var letters = 0
    for byte in bytes[range] {
      if (0x61...0x7A).contains(byte) { letters += 1 } else { digits += 1 }
    }
    guard digits > 0, letters >= digits else { return nil }
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      let plain = bytes[range].map { letter(for: $0, one: one) }
      if let entry = lexicon.entry(plain, plain.indices), !entry.classes.isEmpty { return entry }
    }
    return nil
  }

  private static func letter(for byte: UInt8, one: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): one
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    default: byte
    }
  }

  /// Fewer single letters in a row are initials.
  private static let shortestRow = 6

  /// `tokens` with the words that rows of single letters spell in place of the letters.
  static func joined(
    _ tokens: [Token], in text: FoldedText, using lexicon: Lexicon
  ) -> [Token] {
    var joined: [Token] = []
    var kept = 0
    var index = 0
    while index < tokens.count {
      var end = index
      while end < tokens.count, tokens[end].range.count == 1, tokens[end].shape == .word,
        end == index || tokens[end].boundary < .sentence
      {
        end += 1
      }
      if end - index >= shortestRow {
        let words = words(spelledBy: tokens[index..<end], in: text, using: lexicon)
        if !words.isEmpty {
          joined += tokens[kept..<index] + words
          kept = end
        }
      }
      index = max(end, index + 1)
    }
    return kept == 0 ? tokens : joined + tokens[kept...]
  }

  /// The longest words that the letters spell, one after the other; none where they spell nothing.
  private static func words(
    spelledBy letters: ArraySlice<Token>, in text: FoldedText, using lexicon: Lexicon
  ) -> [Token] {
    let bytes = letters.map { text.source[$0.range.lowerBound] | 0x20 }
    var words: [Token] = []
    var known = 0
    var start = 0
    while start < bytes.count {
      var length = min(lexicon.longestWord, bytes.count - start)
      var entry: Lexicon.Entry?
      while length > 2, entry == nil {
        entry = lexicon.entry(bytes, start..<start + length)
        if entry == nil { length -= 1 }
      }
      if entry == nil { length = 1 } else { known += length }
      let first = letters[letters.startIndex + start]
      var token = first
      token.range =
        first.range.lowerBound..<letters[letters.startIndex + start + length - 1].range.upperBound
      token.classes = entry?.classes ?? []
      token.form = entry?.form ?? .other
      token.word = entry?.word ?? 0
      token.boundary = start == 0 ? first.boundary : .none
      token.isDisguised = entry != nil
      words.append(token)
      start += length
    }
    return known * 2 >= bytes.count ? words : []
  }
}
