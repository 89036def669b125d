/// The smallest meaningful piece of an expression's source.
struct Token {
  enum Kind: Equatable {
    case identifier(String)
    /// A field name between back quotes.
    case quotedIdentifier(String)
    /// The digits of an unsigned magnitude: a sign before it belongs to the parser.
    case int(UInt64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    /// An operator or bracket; `.?`, `[?` and the keywords `in`, `true`, `false`, `null` included.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// UTF-8 offsets into the source.
  let range: Range<Int>

  /// The token as messages show it.
  var display: String {
    switch kind {
    case .identifier(let name): "`\(name)`"
    case .quotedIdentifier(let name): "the quoted name `\(name)`"
    case .int, .uint, .double: "a number"
    case .string: "a string"
    case .bytes: "bytes"
    case .symbol(let text): "`\(text)`"
    case .end: "the end of the expression"
    }
  }

  static let keywords: Set<String> = ["in", "true", "false", "null"]

  /// Words that the language keeps back: they name fields but never variables.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
