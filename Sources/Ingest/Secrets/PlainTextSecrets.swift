import Estate
import SourceText

/// Secrets in a text that no adapter reads: source code, prose, the settings of other programs, and what does
/// not parse.
///
/// Only the form of a token and a line `NAME=value` count here: what else stands beside a word such as
/// `password` in a program or a text is seldom a secret.
enum PlainTextSecrets {
  /// The secrets in `text`, with what to call their places, in order.
  static func matches(in text: [UInt8]) -> [(match: SecretDetector.Match, context: String)] {
    let tokens = TokenScan(text).matches()
    let settings = settings(in: text).filter { setting in
      !tokens.contains { $0.range.overlaps(setting.match.range) }
    }
    return (tokens.map { ($0, "the text") } + settings).sorted {
      $0.0.range.lowerBound < $1.0.range.lowerBound
    }
  }

  /// The places of the secrets in `source`.
  static func sightings(in source: SourceFile) -> [SecretSighting] {
    sightings(of: matches(in: source.bytes), in: source.id)
  }

  /// `matches` as places in the source `id`.
  static func sightings(
    of matches: [(match: SecretDetector.Match, context: String)], in id: SourceID
  ) -> [SecretSighting] {
    matches.map { match, context in
      SecretSighting(
        family: match.family, span: SourceSpan(source: id, match.range), context: context)
    }
  }

  /// The secrets in lines that are nothing but `NAME=value`, as files of environment variables have them.
  private static func settings(
    in text: [UInt8]
  ) -> [(match: SecretDetector.Match, context: String)] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let rest = line.starts(with: "export ".utf8) ? line.dropFirst(7) : line
      let name = rest.prefix(while: isUpper)
      guard name.count >= 3, name.count <= longestName,
        name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "=")
      else { return nil }
      let context = String(decoding: name, as: UTF8.self)
      guard let announced = SecretName(context) else { return nil }
      let value = withoutQuotes(rest[(name.endIndex + 1)...])
      return SecretDetector.literal(value, announcedAs: announced).map { ($0, context) }
    }
  }

  private static let longestName = 80

  private static func isUpper(_ byte: UInt8) -> Bool {
    TokenFamily.Alphabet.upper.contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func withoutQuotes(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.count > 1, let quote = value.first, quote == value.last,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return value }
    return value.dropFirst().dropLast()
  }
}
