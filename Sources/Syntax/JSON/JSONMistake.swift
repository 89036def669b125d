/// What ends the reading of a JSON document, and the offset at which it does.
///
/// The reader's loop throws nothing larger; `JSONReader.complaint(about:_:)` puts it into words.
enum JSONMistake: Error {
  /// What was to come at the place of a mistake.
  enum Expectation {
    case value
    case key
    case colon
    case commaOrEnd
  }

  case unexpected(Int, Expectation)
  case contentBehindDocument(Int)
  case badNumber(Int)
  case badEscape(Int)
  case badUnicodeEscape(Int)
  case controlCharacter(Int, inStringAt: Int)
  case unclosedString(Int)
  case unclosedComment(Int)
  case loneSlash(Int)
  case invalidUTF8(Int)
  case tooDeep(Int)
  case tooManyNodes(Int)
}

extension JSONReader {
  /// What to tell the user about `mistake`; the nodes read so far are in the builder.
  func complaint(about mistake: JSONMistake, _ bytes: RawSpan) -> SyntaxError {
    switch mistake {
    case .unexpected(let offset, let expectation): unexpected(bytes, at: offset, expectation)
    case .contentBehindDocument(let offset): contentBehindDocument(bytes, at: offset)
    case .badNumber(let offset): badNumber(bytes, at: offset)
    case .badEscape(let offset): badEscape(bytes, at: offset)
    case .badUnicodeEscape(let offset): badUnicodeEscape(bytes, at: offset)
    case .controlCharacter(let offset, let start):
      controlCharacter(ByteScanner.byte(bytes, at: offset), at: offset, inStringAt: start)
    case .unclosedString(let offset): unclosedString(at: offset)
    case .unclosedComment(let offset): unclosedComment(at: offset)
    case .loneSlash(let offset): loneSlash(at: offset)
    case .invalidUTF8(let offset): invalidUTF8(at: offset)
    case .tooDeep(let offset): tooDeep(at: offset)
    case .tooManyNodes(let offset): tooManyNodes(at: offset)
    }
  }
}
