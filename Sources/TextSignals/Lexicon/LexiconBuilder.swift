/// Collects the words of the lexicon and their classes.
struct LexiconBuilder {
  private(set) var entries: [Lexicon.Entry] = []
  private(set) var spellings: [[UInt8]] = []
  private(set) var expressions: [Lexicon.Expression] = []
  private var numbers: [String: UInt16] = [:]
  /// Expressions that say what a text is about and leave its words as they are.
  private(set) var phrases: [Lexicon.Phrase] = []
  private var places: [[UInt16]: Int] = [:]

  /// Enters every word of `words`, which blanks part; `_` joins the words of an expression.
  mutating func add(_ classes: WordClass, _ words: String) {
    for word in Self.parts(of: words) { enter(word, classes, .other) }
  }

  /// Enters the forms of every verb of `verbs`; an irregular one is written `send/sent`.
  mutating func addVerbs(_ classes: WordClass, _ verbs: String) {
    for verb in VerbForms.all(in: verbs) { enter(verb.spelling, classes, verb.form) }
  }

  /// Enters `verbs` in the form of an order, as they are written.
  mutating func addVerbsAsWritten(_ classes: WordClass, _ verbs: String) {
    for verb in Self.parts(of: verbs) { enter(verb, classes, .base) }
  }

  /// Enters what every word of `words`, or expression of several words, is about.
  mutating func addMatter(_ matter: Matter, _ words: String) {
    for word in Self.parts(of: words) { enter(word, matter) }
  }

  /// The same for all forms of each verb of `verbs`.
  mutating func addMatterVerbs(_ matter: Matter, _ verbs: String) {
    for verb in VerbForms.all(in: verbs) { enter(verb.spelling, matter) }
  }

  private mutating func enter(_ spelling: String, _ matter: Matter) {
    guard let words = numbers(ofExpression: spelling) else {
      entries[Int(number(of: spelling)) - 1].matter.formUnion(matter)
      return
    }
    phrases.append(Lexicon.Phrase(words: words, matter: matter))
  }

  /// The numbers of the words of an expression; `nil` for a single word.
  private mutating func numbers(ofExpression spelling: String) -> [UInt16]? {
    // A hyphen parts words like a blank does, except in the name of a file.
    guard !spelling.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let parts = spelling.utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    return parts.count > 1 ? parts.map { number(of: String(Substring($0))) } : nil
  }

  /// The parts of `list`, which blanks and line breaks of ASCII part, as every list of the lexicon is written.
  ///
  /// The lists are read whenever the product runs, so that no table of Unicode is asked.
  fileprivate static func parts(of list: String) -> [String] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }
  }

  private mutating func enter(_ spelling: String, _ classes: WordClass, _ form: WordForm) {
    guard let words = numbers(ofExpression: spelling) else {
      let index = Int(number(of: spelling)) - 1
      entries[index].classes.formUnion(classes)
      if entries[index].form == .other || form == .base { entries[index].form = form }
      return
    }
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

/// The forms of verbs as the lexicon lists them: an irregular one is written `send/sent`.
private enum VerbForms {
  /// Every form of every verb of `verbs`, which blanks part.
  static func all(in verbs: String) -> [(spelling: String, form: WordForm)] {
    var all: [(spelling: String, form: WordForm)] = []
    for entry in LexiconBuilder.parts(of: verbs) {
      let parts = entry.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      let words = parts[0].utf8.split(separator: UInt8(ascii: "_"), maxSplits: 1)
        .map { String(Substring($0)) }
      let tail = words.count > 1 ? "_" + words[1] : ""
      let forms = Inflection(of: words[0])
      all.append((words[0] + tail, .base))
      all.append((forms.third + tail, .third))
      all.append((forms.gerund + tail, .gerund))
      for past in parts.count > 1 ? Array(parts[1...]) : [forms.past + tail] {
        all.append((past.contains("_") ? past : past + tail, .past))
      }
    }
    return all
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
