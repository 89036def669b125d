/// Classes of words that together show something wherever they stand in a sentence.
///
/// Whoever hides an order takes care not to say it in the usual way; what the sentence is about, its words
/// still tell.
struct Frame: Sendable {
  /// What the sentence shows.
  let cue: Cue
  /// The sentence has a word of each of these.
  private let parts: [WordClass]
  /// Whether a negation anywhere in the sentence takes the meaning away.
  private let yieldsToNegation: Bool

  /// A frame of `parts` that a negation does away with.
  init(_ cue: Cue, _ parts: WordClass...) {
    (self.cue, self.parts, yieldsToNegation) = (cue, parts, true)
  }

  /// A frame of `parts` that stands whether the sentence has a negation or not.
  init(_ cue: Cue, evenNegated parts: WordClass...) {
    (self.cue, self.parts, yieldsToNegation) = (cue, parts, false)
  }

  /// Sentences of more words are lists, in which anything occurs.
  private static let longestSentence = 60

  /// The words without which no frame is there.
  var rarest: WordClass { parts.first ?? [] }

  /// The tokens of `sentence`, which has words of `classes`, from the first to the last that show it.
  func match(_ sentence: ArraySlice<Token>, _ classes: WordClass) -> ClosedRange<Int>? {
    guard parts.allSatisfy({ !$0.isDisjoint(with: classes) }) else { return nil }
    guard sentence.count <= Self.longestSentence,
      !(yieldsToNegation && classes.contains(.negator)),
      !(cue == .slotsTreasure && Self.announces(sentence))
    else { return nil }
    let places = parts.compactMap { part in
      sentence.firstIndex {
        !$0.classes.isDisjoint(with: part) && !$0.isQuoted
          || $0.classes.contains(.slot) && part.contains(.slot)
      }
    }
    guard places.count == parts.count, let first = places.min(), let last = places.max() else {
      return nil
    }
    return first...last
  }
}

extension Frame {
  /// Whether a sentence tells the agent what it is going to get, as in "you will be given a file".
  private static func announces(_ sentence: ArraySlice<Token>) -> Bool {
    sentence.indices.dropLast().contains { index in
      sentence[index].classes.contains(.you) && sentence[index + 1].classes.contains(.future)
    }
  }
}

extension Grammar {
  /// Words of which each frame has one.
  static let framed: WordClass = frames.reduce(into: []) { $0.formUnion($1.rarest) }

  /// Frames of every cue that no order of words is asked of.
  static let frames: [Frame] = [
    Frame(.hushes, evenNegated: [.hush]),
    Frame(.claimsAuthority, [.authority]),
    Frame(.advertises, [.advert]),
    // The .env, as `config`.
    Frame(.slotsTreasure, [.treasure, .secretFile, .innermost], .slot),
    Frame(.slotsTreasure, [.spoken], .user, [.verbatim, .universal], .slot),
    Frame(.dangerousAct, .program, .url, .use),
    Frame(.foregoneVerdict, .posing, .verdict),
    Frame(.slotsTreasure, .secret, [.thisTalk], [.transfer, .carry]),
    Frame(.slotsTreasure, [.spoken], [.thisTalk, .you], .slot),
    // Behind the scenes it takes saved passwords too.
    Frame(.takesBackstage, [.treasure, .secretFile], .backstage),
    // Whatever is there, it is fine.
    Frame(.foregoneVerdict, [.pretend, .saying, .tell, .act], .verdict, [.even]),
    Frame(.biased, .bias, [.rivals, .even, .ownBrand]),
    // All of it goes to a partner.
    Frame(
      .feedsStranger, [.outward, .redirect], .stranger,
      [.talk, .contents, .response, .payee, .copyOf, .universal, .pronoun, .treasure]),
    Frame(.givesAway, [.outward, .redirect], .stranger, [.talk, .treasure, .double]),
    Frame(.reroutesSupply, .swap, .supply, .slot),
    Frame(.reroutesSupply, [.redirect, .swap, .prefer], .supply, .address),
  ]
}
