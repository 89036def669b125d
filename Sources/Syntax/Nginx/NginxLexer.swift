package import SourceText

/// What nginx reads one after the other: words and the three marks that end them.
package enum NginxToken {
  case word(NginxWord)
  case semicolon(SourceSpan)
  case openingBrace(SourceSpan)
  case closingBrace(SourceSpan)
  /// A quote that no other quote closes before the file ends.
  case unclosedQuote(SourceSpan)
  case endOfFile
}

/// Splits the bytes of a file into tokens by nginx's own rules.
///
/// A mark ends a word except that `{` behind a `$` belongs to it, and `}` is a mark only where a word
/// could start: `^/a}b` is one word. A backslash protects the byte behind it from being read as a mark.
package struct NginxLexer {
  private let bytes: [UInt8]
  private let source: SourceID
  package private(set) var cursor = 0
  package private(set) var comments: [SourceSpan] = []

  /// Where a word directly follows a closing quote, which nginx refuses.
  private(set) var missingSpaces: [SourceSpan] = []

  package init(_ file: SourceFile) {
    bytes = file.bytes
    source = file.id
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
  }

  /// The next token; comments are collected on the way.
  package mutating func next() -> NginxToken {
    skipSpaceAndComments()
    guard cursor < bytes.count else { return .endOfFile }
    let start = cursor
    switch bytes[cursor] {
    case UInt8(ascii: ";"):
      cursor += 1
      return .semicolon(span(from: start))
    case UInt8(ascii: "{"):
      cursor += 1
      return .openingBrace(span(from: start))
    case UInt8(ascii: "}"):
      cursor += 1
      return .closingBrace(span(from: start))
    case UInt8(ascii: "\""): return quotedWord(form: .doubleQuoted)
    case UInt8(ascii: "'"): return quotedWord(form: .singleQuoted)
    default: return .word(bareWord())
    }
  }

  /// The code up to the brace that closes the Lua block whose opening brace was the last token, or
  /// `nil` where the file ends first.
  package mutating func luaBlock() -> NginxWord? {
    let start = cursor
    guard let end = NginxLuaBlock.end(of: bytes, from: start) else {
      cursor = bytes.count
      return nil
    }
    cursor = end + 1
    return NginxWord(
      reading: start..<end, of: bytes, form: .luaBlock,
      span: SourceSpan(source: source, start..<end))
  }

  private func span(from start: Int) -> SourceSpan {
    SourceSpan(source: source, start..<cursor)
  }

  private mutating func skipSpaceAndComments() {
    while cursor < bytes.count {
      if Self.isSpace(bytes[cursor]) {
        cursor += 1
      } else if bytes[cursor] == UInt8(ascii: "#") {
        let start = cursor
        while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n"),
          bytes[cursor] != UInt8(ascii: "\r")
        {
          cursor += 1
        }
        comments.append(span(from: start))
      } else {
        return
      }
    }
  }

  private mutating func quotedWord(form: NginxWord.Form) -> NginxToken {
    let start = cursor
    let quote = bytes[cursor]
    cursor += 1
    while cursor < bytes.count, bytes[cursor] != quote {
      cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard cursor < bytes.count else {
      cursor = bytes.count
      return .unclosedQuote(SourceSpan(source: source, start..<start + 1))
    }
    cursor += 1
    if cursor < bytes.count, !Self.mayFollowQuote(bytes[cursor]) {
      missingSpaces.append(SourceSpan(source: source, cursor..<cursor))
    }
    return .word(
      NginxWord(
        reading: start + 1..<cursor - 1, of: bytes, form: form, span: span(from: start)))
  }

  private mutating func bareWord() -> NginxWord {
    let start = cursor
    var followsDollar = false
    scan: while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "{") where followsDollar:
        followsDollar = false
        cursor += 1
        continue
      case UInt8(ascii: "\\"):
        followsDollar = false
        cursor = min(cursor + 2, bytes.count)
        continue
      case UInt8(ascii: ";"), UInt8(ascii: "{"): break scan
      case let byte where Self.isSpace(byte): break scan
      case let byte: followsDollar = byte == UInt8(ascii: "$")
      }
      cursor += 1
    }
    return NginxWord(reading: start..<cursor, of: bytes, form: .bare, span: span(from: start))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  private static func mayFollowQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"): true
    default: isSpace(byte)
    }
  }
}
