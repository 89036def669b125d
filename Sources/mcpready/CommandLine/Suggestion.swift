import Reading

/// Helps a user who has mistyped a word.
enum Suggestion {
  /// "; did you mean `…`?" with the word that is nearest to `word`, or nothing.
  static func text(for word: String, among known: [String]) -> String {
    NearestWord.to(word, among: known).map { "; did you mean `\($0)`?" } ?? ""
  }
}
