/// Collects the words of the lexicon and their classes.
struct LexiconBuilder {
  private(set) var entries: [Lexicon.Entry] = []
  private(set) var spellings: [[UInt8]] = []
  private(set) var expressions: [Lexicon.Expression] = []
  private var numbers: [String: UInt16] = [:]
  private var places: [[UInt16]: Int] = [:]

  /// Enters every word of `words`, which blanks part; `_` joins the words of an expression.
  mutating func add(_ classes: WordClass, _ words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) {
      enter(String(word), classes, .other)
    }
  }

  /// Enters the forms of every verb of `verbs`; an irregular one is written `send/sent`.
  mutating func addVerbs(_ classes: WordClass, _ verbs: String) {
    for entry in verbs.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "/").map(String.init)
      let words = parts[0].split(separator: "_", maxSplits: 1).map(String.init)
      let tail = words.count > 1 ? "_" + words[1] : ""
      let forms = Inflection(of: words[0])
      enter(words[0] + tail, classes, .base)
      enter(forms.third + tail, classes, .third)
      enter(forms.gerund + tail, classes, .gerund)
      for past in parts.count > 1 ? Array(parts[1...]) : [forms.past] {
        enter(past + tail, classes, .past)
      }
    }
  }

  /// Enters `verbs` in the form of an order, as they are written.
  mutating func addVerbsAsWritten(_ classes: WordClass, _ verbs: String) {
    for verb in verbs.split(whereSeparator: \.isWhitespace) {
      enter(String(verb), classes, .base)
    }
  }

  private mutating func enter(_ spelling: String, _ classes: WordClass, _ form: WordForm) {
    // A hyphen parts words like a blank does, except in the name of a file.
    let isFileName = spelling.contains(".")
    let parts = spelling.split { $0 == "_" || ($0 == "-" && !isFileName) }.map(String.init)
    guard parts.count > 1, !isFileName else {
      let index = Int(number(of: spelling)) - 1
      entries[index].classes.formUnion(classes)
      if entries[index].form == .other || form == .base { entries[index].form = form }
      return
    }
    let words = parts.map { number(of: $0) }
    if let known = places[words] {
      expressions[known].classes.formUnion(classes)
    } else {
      places[words] = expressions.count
      expressions.append(Lexicon.Expression(words: words, classes: classes, form: form))
    }
  }

  /// The number of a word, which is entered if it is new.
  private mutating func number(of spelling: String) -> UInt16 {
    if let known = numbers[spelling] { return known }
    spellings.append(Array(spelling.utf8))
    let number = UInt16(clamping: spellings.count)
    entries.append(Lexicon.Entry(word: number))
    numbers[spelling] = number
    return number
  }
}

/// The regular forms of an English verb.
struct Inflection {
  let third: String
  let gerund: String
  let past: String

  /// The forms of `verb`, such as `copies`, `copying` and `copied` of `copy`.
  init(of verb: String) {
    let letters = Array(verb)
    let last = letters.last ?? " "
    let beforeLast = letters.dropLast().last ?? " "
    let isVowel = "aeiou".contains(beforeLast)
    if last == "y", !isVowel {
      third = verb.dropLast() + "ies"
      gerund = verb + "ing"
      past = verb.dropLast() + "ied"
    } else if last == "e" {
      third = verb + "s"
      gerund = (beforeLast == "e" ? verb : String(verb.dropLast())) + "ing"
      past = verb + "d"
    } else {
      let hisses =
        verb.hasSuffix("s") || verb.hasSuffix("sh") || verb.hasSuffix("ch")
        || verb.hasSuffix("x") || verb.hasSuffix("z")
      third = verb + (hisses ? "es" : "s")
      let stem = Self.doubles(letters) ? verb + String(last) : verb
      gerund = stem + "ing"
      past = stem + "ed"
    }
  }

  /// Whether the last consonant is doubled: one syllable that ends in consonant, vowel, consonant, or one
  /// of the longer verbs whose last syllable is stressed.
  private static func doubles(_ letters: [Character]) -> Bool {
    guard letters.count >= 3 else { return false }
    let tail = letters.suffix(3).map { "aeiou".contains($0) }
    guard tail == [false, true, false], let last = letters.last, !"wxy".contains(last) else {
      return false
    }
    let syllables = letters.filter { "aeiou".contains($0) }.count
    return syllables == 1 || stressedAtEnd.contains(String(letters))
  }

  private static let stressedAtEnd: Set<String> = [
    "submit", "omit", "transmit", "permit", "refer", "transfer", "defer", "remit", "forget",
    "commit", "prefer", "admit",
  ]
}
