/// One pass over a text for tokens that their form gives away.
///
/// A token begins where a run of letters, digits, `_` and `-` begins, so that each run is looked at once.
struct TokenScan {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The tokens in order.
  func matches() -> [SecretDetector.Match] {
    guard text.count >= TokenFamily.shortestToken else { return [] }
    var matches: [SecretDetector.Match] = []
    var index = 0
    while index < text.count {
      guard TokenFamily.Alphabet.word.contains(text[index]) else {
        index += 1
        continue
      }
      let end = endOfRun(from: index)
      guard mayBeToken(index..<end), let match = match(at: index) else {
        index = end
        continue
      }
      matches.append(match)
      index = endOfRun(from: max(match.range.upperBound, index + 1))
    }
    return matches
  }

  private func endOfRun(from start: Int) -> Int {
    var end = start
    while end < text.count, TokenFamily.Alphabet.word.contains(text[end]) { end += 1 }
    return end
  }

  /// Whether a token may begin with the run: a short word with a blank or nothing behind it is none, unless a
  /// key is announced.
  private func mayBeToken(_ run: Range<Int>) -> Bool {
    run.count >= TokenFamily.shortestToken || text[run.lowerBound] == UInt8(ascii: "-")
      || (run.upperBound < text.count && text[run.upperBound] != 0x20)
  }

  private func match(at start: Int) -> SecretDetector.Match? {
    if let match = privateKey(at: start) ?? webToken(at: start) ?? botToken(at: start) {
      return match
    }
    for family in TokenFamily.beginning(with: text[start]) {
      guard let end = family.end(in: text, from: start) else { continue }
      let token = text[(start + family.prefix.count)..<end]
      guard !Placeholder.isStandIn(token), isVaried(token) else { return nil }
      return SecretDetector.Match(family: family.name, range: start..<end)
    }
    return nil
  }

  /// Whether more than a few different bytes occur, as in any random token.
  private func isVaried(_ token: ArraySlice<UInt8>) -> Bool {
    Set(token).count >= min(8, token.count / 3)
  }

  /// `-----BEGIN … PRIVATE KEY-----` with at least a line of key behind it.
  private func privateKey(at start: Int) -> SecretDetector.Match? {
    guard text[start] == UInt8(ascii: "-") else { return nil }
    let opening = Array("-----BEGIN ".utf8)
    guard text[start...].starts(with: opening) else { return nil }
    let labelEnd = min(text.count, start + 64)
    let closing = Array("PRIVATE KEY-----".utf8)
    var cursor = start + opening.count
    while cursor < labelEnd, !text[cursor...].starts(with: closing) { cursor += 1 }
    guard cursor < labelEnd else { return nil }
    let body = text[(cursor + closing.count)...].prefix { byte in
      TokenFamily.Alphabet.alphanumeric.contains(byte) || "+/=\r\n\\ ".utf8.contains(byte)
    }
    let letters = body.filter { TokenFamily.Alphabet.alphanumeric.contains($0) }
    guard letters.count >= 40, isVaried(letters[...]), !Placeholder.isStandIn(letters[...]) else {
      return nil
    }
    return SecretDetector.Match(family: "private key", range: start..<body.endIndex)
  }

  /// A JSON Web Token: two parts of Base64URL that begin like JSON objects, and a signature.
  private func webToken(at start: Int) -> SecretDetector.Match? {
    guard text[start] == UInt8(ascii: "e"), text[start...].starts(with: "eyJ".utf8) else {
      return nil
    }
    let header = part(from: start)
    guard let payload = nextPart(after: header), payload.starts(with: "eyJ".utf8),
      let signature = nextPart(after: payload), header.count >= 12, payload.count >= 12,
      signature.count >= 20
    else { return nil }
    guard !payload.starts(with: Self.samplePayload), !Placeholder.isStandIn(payload),
      !Placeholder.isStandIn(signature)
    else { return nil }
    return SecretDetector.Match(family: "JSON Web Token", range: start..<signature.endIndex)
  }

  /// `{"sub":"1234567890","name":"John Doe"`, as the sample token of jwt.io has it.
  static let samplePayload = Array("eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6Ikpv".utf8)

  private func part(from start: Int) -> ArraySlice<UInt8> {
    text[start...].prefix { TokenFamily.Alphabet.word.contains($0) }
  }

  private func nextPart(after part: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard part.endIndex < text.count, text[part.endIndex] == UInt8(ascii: ".") else { return nil }
    return self.part(from: part.endIndex + 1)
  }

  /// A Telegram bot's token: its number, a colon and 35 bytes.
  private func botToken(at start: Int) -> SecretDetector.Match? {
    let number = text[start...].prefix(11).prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (8...10).contains(number.count), number.endIndex < text.count,
      text[number.endIndex] == UInt8(ascii: ":")
    else { return nil }
    let token = part(from: number.endIndex + 1)
    guard token.count == 35, token.starts(with: "AA".utf8), !Placeholder.isStandIn(token) else {
      return nil
    }
    return SecretDetector.Match(family: "Telegram bot token", range: start..<token.endIndex)
  }
}
