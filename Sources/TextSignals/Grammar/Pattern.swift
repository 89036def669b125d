/// Words of some classes that follow each other at a bounded distance, such as "do not … tell … the user".
struct Pattern: Sendable {
  /// One word of a pattern.
  struct Element: Sendable {
    let classes: WordClass
    /// A bit for each form that counts; 0 where every one does.
    private let forms: UInt8
    /// How many tokens behind the one before it may stand; 1 is the next one.
    let reach: Int

    private init(_ classes: WordClass, _ forms: [WordForm], reach: Int) {
      self.classes = classes
      self.forms = forms.reduce(0) { $0 | 1 << $1.rawValue }
      self.reach = reach
    }

    /// A word of any of `classes`, and in one of `forms` where some are given.
    static func word(_ classes: WordClass, _ forms: WordForm...) -> Element {
      Element(classes, forms, reach: 1)
    }

    /// The same, at most `reach` tokens behind the one before.
    static func within(_ reach: Int, _ classes: WordClass, _ forms: WordForm...) -> Element {
      Element(classes, forms, reach: reach)
    }

    func matches(_ token: Token) -> Bool {
      !token.classes.isDisjoint(with: classes)
        && (forms == 0 || forms & 1 << token.form.rawValue != 0)
    }
  }

  /// How a pattern stands in its sentence.
  enum Trait: Sendable {
    /// The negation is part of it; else one before the first word takes the meaning away.
    case standsNegated
    /// The first word is a verb in the form of an order, and no statement of what the tool is for.
    case order
    /// The first word is a negation that forbids something to the reader.
    case prohibition
  }

  /// What a match shows.
  let cue: Cue
  /// Whether a negation before the first word takes the meaning away.
  let yieldsToNegation: Bool
  /// Whether its first word is a negation.
  let standsNegated: Bool
  /// Whether only an order counts.
  let isOrder: Bool
  /// Whether only something forbidden to the reader counts.
  let isProhibition: Bool
  private let elements: [Element]
  /// What a match begins with.
  let opening: Element
  /// Classes of which a sentence must have at least one each.
  let needed: [WordClass]

  /// A pattern of `elements`, all of which stand in one sentence.
  init(_ cue: Cue, _ elements: Element...) {
    self.init(cue, as: nil, elements)
  }

  /// A pattern of `elements` that stands in its sentence as `trait` says.
  init(_ cue: Cue, _ trait: Trait, _ elements: Element...) {
    self.init(cue, as: trait, elements)
  }

  private init(_ cue: Cue, as trait: Trait?, _ elements: [Element]) {
    self.cue = cue
    yieldsToNegation = trait == nil || trait == .order
    standsNegated = trait == .standsNegated || trait == .prohibition
    isProhibition = trait == .prohibition
    isOrder = trait == .order
    self.elements = elements
    opening = elements[0]
    needed = elements.map(\.classes)
    precondition(
      elements.dropFirst().reduce(0) { $0 + $1.reach } < 64, "the pattern reaches too far")
  }

  /// The tokens of the shortest match that begins at `start`; `nil` where there is none.
  ///
  /// All continuations are followed at once, as bits of one word, so that no text makes it slow.
  func match(at start: Int, in tokens: ArraySlice<Token>) -> ClosedRange<Int>? {
    guard opening.matches(tokens[start]) else { return nil }
    var reached: UInt64 = 1
    for element in elements.dropFirst() {
      var candidates: UInt64 = 0
      for _ in 0..<element.reach {
        reached <<= 1
        candidates |= reached
      }
      reached = 0
      while candidates != 0 {
        let offset = candidates.trailingZeroBitCount
        candidates &= candidates - 1
        guard start + offset < tokens.endIndex else { break }
        if element.matches(tokens[start + offset]) { reached |= 1 << UInt64(offset) }
      }
      if reached == 0 { return nil }
    }
    return start...(start + reached.trailingZeroBitCount)
  }
}
