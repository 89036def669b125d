/// Texts of one tool, one listing or one message, and whether they are an attack.
struct LabelledCase {
  /// What the set calls it.
  let name: String
  let isAttack: Bool
  /// A JSON document that `mcpready inspect` reads.
  let document: String
}

/// Cases of one origin.
struct LabelledSet {
  let name: String
  /// Whether the lexicon and the grammar were written with these texts in view.
  let isDevelopedOn: Bool
  let cases: [LabelledCase]
}
