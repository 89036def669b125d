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
    let words = Self.words(of: name)
    guard let last = words.last else { return nil }
    let before = words.dropLast().last
    switch last {
    case "authorization": self = .authorization
    case "password", "passwd", "pwd", "passphrase", "pass": self = .password
    case "token", "secret", "pat", "apikey", "accesskey", "authtoken", "secretkey":
      if let before, Self.tokensThatAreNoSecret.contains(before) { return nil }
      self = .token
    case "key", "keys":
      guard let before, Self.wordsBeforeKey.contains(before) else { return nil }
      self = .token
    default: return nil
    }
  }

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

  /// The words of a name in any case style, in lower case: `xApiKey`, `X-Api-Key` and `X_API_KEY` alike.
  private static func words(of name: String) -> [String] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      let isWordByte =
        isUpper || isLower || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      if !isWordByte || (isUpper && wasLower) {
        if !word.isEmpty { words.append(word) }
        word = []
      }
      if isWordByte { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = isLower
    }
    if !word.isEmpty { words.append(word) }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }
}
