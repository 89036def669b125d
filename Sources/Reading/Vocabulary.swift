/// The words that a key accepts, and what each of them means.
///
/// Words match without regard to ASCII case and to which of `-`, `_` and blank parts them.
package struct Vocabulary<Value: Hashable & Sendable>: Sendable {
  private let entries: [(folded: String, meaning: Value)]

  /// The words that messages and schemas show, one for each meaning.
  package let words: [String]

  /// The words `main`, and further ones that are understood and not shown.
  package init(_ main: KeyValuePairs<String, Value>, aliases: KeyValuePairs<String, Value> = [:]) {
    words = main.map(\.key)
    entries =
      main.map { (Self.fold($0.key), $0.value) } + aliases.map { (Self.fold($0.key), $0.value) }
  }

  /// What `word` means; `nil` where it is not known.
  package func meaning(of word: String) -> Value? {
    let folded = Self.fold(word)
    return entries.first { $0.folded == folded }?.meaning
  }

  /// The shown word that `word` is probably a slip of.
  package func nearestWord(to word: String) -> String? {
    NearestWord.to(word, among: words)
  }

  private static func fold(_ word: String) -> String {
    String(
      decoding: word.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "_"), UInt8(ascii: " "): UInt8(ascii: "-")
        default: byte
        }
      }, as: UTF8.self)
  }
}

extension Vocabulary where Value: CaseIterable & RawRepresentable<String> {
  /// The raw values of all cases, and further words that are understood and not shown.
  package init(aliases: KeyValuePairs<String, Value> = [:]) {
    words = Value.allCases.map(\.rawValue)
    entries =
      Value.allCases.map { (Self.fold($0.rawValue), $0) }
      + aliases.map { (Self.fold($0.key), $0.value) }
  }
}
