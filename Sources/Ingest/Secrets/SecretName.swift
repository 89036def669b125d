/// What the name of a setting says about its value: that it is a secret, and of which kind.
enum SecretName: Sendable {
  /// A token or key that a machine made.
  case token
  /// A password, which a person may have made.
  case password
  /// The value of a header such as `Authorization`, which may begin with a scheme.
  case authorization

  /// What `name` announces; `nil` for a name that does not announce a secret.
  ///
  /// Names are read by their last word, so that `TOKEN_URL`, `secretName` or `token_lifetime` are not
  /// taken for secrets, and a bare `key` is not enough.
  init?(_ name: String) {
    let (before, last) = Self.lastWords(of: name)
    guard last.count <= Self.longestWord else { return nil }
    switch String(decoding: last, as: UTF8.self) {
    case "authorization": self = .authorization
    case "password", "passwd", "pwd", "passphrase", "pass": self = .password
    case "token", "secret", "pat", "apikey", "accesskey", "authtoken", "secretkey":
      if Self.tokensThatAreNoSecret.contains(String(decoding: before, as: UTF8.self)) {
        return nil
      }
      self = .token
    case "key", "keys":
      guard Self.wordsBeforeKey.contains(String(decoding: before, as: UTF8.self)) else {
        return nil
      }
      self = .token
    default: return nil
    }
  }

  /// How many bytes the longest word has that announces a secret.
  private static let longestWord = "authorization".utf8.count

  /// What a message calls a literal value under such a name.
  var family: String {
    switch self {
    case .token: "literal token or key"
    case .password: "literal password"
    case .authorization: "literal authorization"
    }
  }

  private static let tokensThatAreNoSecret: Set<String> = [
    "progress", "page", "next", "continuation", "max", "sync", "cancel",
  ]

  private static let wordsBeforeKey: Set<String> = [
    "api", "access", "secret", "private", "auth", "signing", "encryption", "account", "service",
    "master", "license", "subscription", "app", "application", "shared", "role",
  ]

  /// The last two words of a name in any case style, in lower case: `xApiKey`, `X-Api-Key` and `X_API_KEY`
  /// alike; empty where there are none.
  private static func lastWords(of name: String) -> (before: [UInt8], last: [UInt8]) {
    var (before, last, word): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    func finish() {
      if word.isEmpty { return }
      swap(&before, &last)
      swap(&last, &word)
      word.removeAll(keepingCapacity: true)
    }
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      let isWordByte =
        isUpper || isLower || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      if !isWordByte || (isUpper && wasLower) { finish() }
      if isWordByte { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = isLower
    }
    finish()
    return (before, last)
  }
}
