/// Secrets that the place where they stand in a text gives away: in a URL, or behind a name and `=` or `:`.
enum PlacedSecrets {
  /// The secrets in `text`, in order of their kind and then of the text.
  static func matches(in text: [UInt8]) -> [SecretDetector.Match] {
    // Most texts have none of the marks, and are not looked at again.
    guard text.contains(where: isMark) else { return [] }
    let authorities = authorities(in: text)
    return authorities.compactMap(urlPassword)
      + authorities.compactMap { webhook(at: $0, in: text) } + assignments(in: text)
  }

  /// Whether `byte` is one of the marks before which a name stands.
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
  }

  /// `scheme://user:password@host`.
  private static func urlPassword(in authority: ArraySlice<UInt8>) -> SecretDetector.Match? {
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let password = authority[(colon + 1)..<at]
    // A database that is started for a trial calls its one user and the password by its own name.
    guard password.count >= 3, !Placeholder.isNotLiteral(password),
      password != authority[..<colon],
      !sampleCredentials.contains(String(decoding: authority[..<at], as: UTF8.self))
    else { return nil }
    return SecretDetector.Match(family: "password in a URL", range: password.indices)
  }

  private static let sampleCredentials: Set<String> = [
    "user:pass", "username:password", "user:password", "foo:bar", "USER:PASS", "user:pwd",
  ]

  /// What stands between `://` and the next `/`, blank or quote, for each URL of `text`.
  private static func authorities(in text: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var index = 0
    while index + 3 <= text.count {
      guard text[index] == UInt8(ascii: ":"), text[index + 1] == UInt8(ascii: "/"),
        text[index + 2] == UInt8(ascii: "/")
      else {
        index += 1
        continue
      }
      let authority = text[(index + 3)...].prefix { byte in
        byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\"")
          && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "?")
      }
      found.append(authority)
      index = max(authority.endIndex, index + 3)
    }
    return found
  }

  /// An address that is a secret itself, as that of an incoming webhook is.
  private static func webhook(
    at authority: ArraySlice<UInt8>, in text: [UInt8]
  ) -> SecretDetector.Match? {
    guard authority.elementsEqual("hooks.slack.com".utf8) else { return nil }
    let path = text[authority.endIndex...].prefix {
      TokenFamily.Alphabet.word.contains($0) || $0 == UInt8(ascii: "/")
    }
    guard path.starts(with: "/services/T".utf8), path.count >= 40,
      !Placeholder.isStandIn(path)
    else { return nil }
    return SecretDetector.Match(family: "Slack webhook", range: path.indices)
  }

  /// `NAME=value`, `--name=value`, `name: value` and `?name=value`, where the name announces a secret.
  private static func assignments(in text: [UInt8]) -> [SecretDetector.Match] {
    var found: [SecretDetector.Match] = []
    var index = 0
    while index < text.count {
      guard TokenFamily.Alphabet.word.contains(text[index]) else {
        index += 1
        continue
      }
      let word = text[index...].prefix { TokenFamily.Alphabet.word.contains($0) }
      index = word.endIndex
      guard let start = valueStart(in: text, after: index), word.count <= longestName,
        let name = SecretName(String(decoding: word, as: UTF8.self))
      else { continue }
      let value = value(in: text, from: start, announcedAs: name)
      if let match = SecretDetector.literal(value, announcedAs: name) { found.append(match) }
      // What is inside a value is never read as a name again, which keeps the time linear.
      index = max(index, value.endIndex)
    }
    return found
  }

  /// The offset behind the `=` or `:` that follows a name, which may have been in quotes.
  private static func valueStart(in text: [UInt8], after nameEnd: Int) -> Int? {
    var index = nameEnd
    if index < text.count, text[index] == UInt8(ascii: "\"") { index += 1 }
    guard index < text.count, text[index] == UInt8(ascii: "=") || text[index] == UInt8(ascii: ":")
    else { return nil }
    return index + 1
  }

  private static let longestName = 80

  /// The value behind a separator: without quotes, up to the next blank, quote, `&`, `;` or `,`.
  private static func value(
    in text: [UInt8], from start: Int, announcedAs name: SecretName
  ) -> ArraySlice<UInt8> {
    let quotes = Array("\"'`".utf8)
    let rest = text[start...].prefix(4096).drop { $0 == 0x20 || quotes.contains($0) }
    if case .authorization = name {
      return rest.prefix { $0 >= 0x20 && !quotes.contains($0) }
    }
    return rest.prefix { byte in
      byte > 0x20 && !quotes.contains(byte) && !"&;,".utf8.contains(byte)
    }
  }
}

/// The credential within the value of an `Authorization` header.
enum HeaderCredential {
  /// What follows `Bearer`, `Basic` or another scheme in `value`; the value itself where it has none.
  static func credential(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let words = value.split(separator: 0x20)
    switch words.count {
    case 1: return words[0]
    case 2: return words[1]
    default: return nil
    }
  }
}
