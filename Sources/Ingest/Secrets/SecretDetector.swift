/// Finds literal secrets in one text; linear time, whatever the text.
///
/// Three things give a secret away: the form that its issuer gives all its tokens, the place where it
/// stands (a URL's user part, an `Authorization` header, `--api-key=…`), and the name of its setting.
/// Placeholders, references to stores and variables, documentation samples and identifiers are not
/// reported. Nothing keeps the value: a match is a family and a range.
public enum SecretDetector {
  /// A secret within a text.
  public struct Match: Hashable, Sendable {
    /// What it looks like, such as `GitHub token`.
    public let family: String
    /// Its bytes in the text's UTF-8.
    public let range: Range<Int>
  }

  /// Nothing shorter is worth keeping secret.
  private static let shortestSecret = 6

  /// Texts longer than this are read up to here, and no secret is longer.
  static let longestText = 1 << 20

  /// The secrets in `text`, in order, none overlapping another.
  ///
  /// `name` is what the text is the value of, such as a key or header; it makes a plain literal a secret
  /// where it announces one (`API_KEY`, `password`).
  public static func matches(in text: String, named name: String? = nil) -> [Match] {
    let utf8 = text.utf8
    guard utf8.count >= shortestSecret else { return [] }
    let announced = hasFewWords(utf8) ? name.flatMap(SecretName.init) : nil
    guard
      announced != nil || utf8.count >= TokenFamily.shortestToken
        || utf8.contains(where: PlacedSecrets.isMark)
    else { return [] }
    let bytes =
      text.utf8.count <= longestText ? Array(text.utf8) : Array(text.utf8.prefix(longestText))
    var matches = TokenScan(bytes).matches()
    matches += PlacedSecrets.matches(in: bytes)
    if matches.isEmpty, let announced {
      matches += literal(bytes[...], announcedAs: announced).map { [$0] } ?? []
    }
    return withoutOverlaps(matches)
  }

  /// Whether `text` has no more words than a value that its name announces: a scheme and a credential.
  private static func hasFewWords(_ text: String.UTF8View) -> Bool {
    var words = 0
    var wasBlank = true
    for byte in text {
      let isBlank = byte == 0x20
      if wasBlank, !isBlank { words += 1 }
      if words > 2 { return false }
      wasBlank = isBlank
    }
    return true
  }

  /// The secret that `value` is, given that its name announces one.
  static func literal(
    _ value: ArraySlice<UInt8>, announcedAs name: SecretName
  ) -> Match? {
    var value = value
    if case .authorization = name {
      guard let credential = HeaderCredential.credential(of: value) else { return nil }
      value = credential
    }
    guard value.count >= shortestSecret, value.count <= 4096,
      !value.contains(where: isBlankOrControl),
      !Placeholder.isNotLiteral(value)
    else { return nil }
    let isSecret =
      switch name {
      case .password: classes(of: value) >= 2
      case .token, .authorization: value.count >= 12 && looksMachineMade(value)
      }
    return isSecret ? Match(family: name.family, range: value.indices) : nil
  }

  /// Whether `value` is as varied as a random token: letters and digits with at least three bits of
  /// entropy a byte, or without digits at least three and a half in a long text of mixed case.
  private static func looksMachineMade(_ value: ArraySlice<UInt8>) -> Bool {
    var counts = [Int](repeating: 0, count: 256)
    var (digits, upper, lower) = (0, 0, 0)
    for byte in value {
      counts[Int(byte)] += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): lower += 1
      default: break
      }
    }
    // Collision entropy: 2^-bits is the chance that two bytes of the text are equal.
    let collisions = counts.reduce(0) { $0 + $1 * $1 }
    let square = value.count * value.count
    if digits >= 2, upper + lower >= 2 || digits >= 16 { return collisions * 8 <= square }
    return upper >= 3 && lower >= 3 && value.count >= 20 && collisions * 11 <= square
  }

  /// How many of lower case, upper case, digits and other marks occur; `-`, `_` and `.` do not count.
  private static func classes(of value: ArraySlice<UInt8>) -> Int {
    var seen: Set<Int> = []
    for byte in value {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): seen.insert(0)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): seen.insert(1)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): seen.insert(2)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): break
      default: seen.insert(3)
      }
    }
    return seen.count
  }

  private static func isBlankOrControl(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F
  }

  private static func withoutOverlaps(_ matches: [Match]) -> [Match] {
    guard matches.count > 1 else { return matches }
    var kept: [Match] = []
    let sorted = matches.sorted { left, right in
      left.range.lowerBound != right.range.lowerBound
        ? left.range.lowerBound < right.range.lowerBound
        : left.range.upperBound > right.range.upperBound
    }
    for match in sorted where match.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(match)
    }
    return kept
  }
}
