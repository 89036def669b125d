/// Texts of one tool, one listing or one message, and whether they are an attack.
struct LabelledCase {
  /// What the set calls it.
  let name: String
  let isAttack: Bool
  /// A document that `mcpready inspect` reads: a listing, a client's configuration or a catalog entry.
  let document: String
}

/// Cases of one origin.
struct LabelledSet {
  let name: String
  /// Whether the lexicon and the grammar were written with these texts in view; the others were measured
  /// without being read, so that their figures say what to expect of texts nobody has seen.
  let isDevelopedOn: Bool
  let cases: [LabelledCase]
}
