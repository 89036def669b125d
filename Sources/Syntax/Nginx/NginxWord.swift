public import SourceText

/// A directive name or an argument: what nginx calls a token.
public struct NginxWord: Hashable, Sendable {
  /// How the word is written.
  public enum Form: Hashable, Sendable {
    case bare
    case singleQuoted
    case doubleQuoted
    /// The code between the braces of a `*_by_lua_block`, which is one argument without variables.
    case luaBlock
  }

  /// The value that nginx sees: without quotes, with its five escapes (`\"`, `\'`, `\\`, `\t`, `\r`,
  /// `\n`) resolved and every other backslash kept; bytes that are not UTF-8 are replaced by U+FFFD.
  public let text: String

  /// The word as written, with its quotes; of Lua code, what stands between the braces.
  public let span: SourceSpan

  /// How the word is written.
  public let form: Form

  /// The variables that the text names, in order.
  ///
  /// Whether nginx expands them depends on the directive: it does not in a regular expression's `$`,
  /// and there is no way to escape a `$`.
  public let variables: [NginxVariable]

  /// Whether the word is quoted, so that it can hold spaces and be empty.
  public var isQuoted: Bool { form != .bare }
}

/// A variable as written in a word, `$name` or `${name}`.
public struct NginxVariable: Hashable, Sendable {
  /// The name without `$` and braces; `1` to `9` are captures of a regular expression.
  public let name: String

  /// From the `$` to behind the name, or the closing brace.
  public let span: SourceSpan

  /// A variable called `name` that is written at `span`.
  public init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

extension NginxWord {
  /// Reads the word whose bytes, without quotes, are `content`.
  init(reading content: Range<Int>, of bytes: [UInt8], form: Form, span: SourceSpan) {
    self.span = span
    self.form = form
    if form == .luaBlock {
      text = String(decoding: bytes[content], as: UTF8.self)
      variables = []
      return
    }
    text = Self.unescaped(bytes[content])
    variables = Self.variables(in: content, of: bytes, source: span.source)
  }

  private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var cursor = raw.startIndex
    while cursor < raw.endIndex {
      let byte = raw[cursor]
      cursor += 1
      guard byte == UInt8(ascii: "\\"), cursor < raw.endIndex else {
        result.append(byte)
        continue
      }
      switch raw[cursor] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): result.append(raw[cursor])
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      default:
        result.append(byte)
        result.append(raw[cursor])
      }
      cursor += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func variables(
    in content: Range<Int>, of bytes: [UInt8], source: SourceID
  ) -> [NginxVariable] {
    var found: [NginxVariable] = []
    var cursor = content.lowerBound
    while cursor < content.upperBound {
      let start = cursor
      cursor += 1
      guard bytes[start] == UInt8(ascii: "$"), cursor < content.upperBound else { continue }
      let isBraced = bytes[cursor] == UInt8(ascii: "{")
      let nameStart = isBraced ? cursor + 1 : cursor
      var end = nameStart
      while end < content.upperBound, isNameByte(bytes[end]) {
        end += 1
        // `$1abc` is the first capture and the letters "abc".
        if !isBraced, end == nameStart + 1, isCaptureDigit(bytes[nameStart]) { break }
      }
      guard end > nameStart else { continue }
      var spanEnd = end
      if isBraced {
        guard end < content.upperBound, bytes[end] == UInt8(ascii: "}") else { continue }
        spanEnd += 1
      }
      found.append(
        NginxVariable(
          name: String(decoding: bytes[nameStart..<end], as: UTF8.self),
          span: SourceSpan(source: source, start..<spanEnd)))
      cursor = spanEnd
    }
    return found
  }

  private static func isCaptureDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
