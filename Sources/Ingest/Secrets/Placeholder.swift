/// Tells texts that stand in for a secret, or refer to one, from the secret itself.
enum Placeholder {
  /// Whether `value` is what documentation and templates write instead of a secret.
  ///
  /// Holds for texts whose form alone already announces a token.
  static func isStandIn(_ value: ArraySlice<UInt8>) -> Bool {
    let lower = value.map(lowercased)
    if standInWords.contains(where: { contains(lower, $0) }) { return true }
    if let first = lower.first, lower.allSatisfy({ $0 == first }) { return true }
    return hasRun(lower) || hasSequence(lower)
  }

  /// Whether `value`, which stands where a secret is expected, is not the secret: a stand-in, a reference
  /// to a store or variable, a path, an identifier or a word.
  static func isNotLiteral(_ value: ArraySlice<UInt8>) -> Bool {
    isReference(value) || isStandIn(value) || isPath(value) || isUUID(value)
      || isDigest(value) || isSampleToken(value)
      || words.contains(String(decoding: value.map(lowercased), as: UTF8.self))
  }

  /// Whether `value` names a place where the secret is kept, in any of the usual notations.
  static func isReference(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    if first == UInt8(ascii: "<") || first == UInt8(ascii: "$") || first == UInt8(ascii: "%")
      || first == UInt8(ascii: "[") || first == UInt8(ascii: "@") || first == UInt8(ascii: "!")
    {
      return true
    }
    let bytes = Array(value)
    if markers.contains(where: { contains(bytes, $0) }) { return true }
    let lower = bytes.map(lowercased)
    return schemes.contains { lower.starts(with: $0) }
  }

  private static let markers = ["${", "{{", "$(", "$env:", "process.env", "os.environ", "env("]
    .map { Array($0.utf8) }

  private static let schemes = [
    "vault:", "vault/", "secret:", "secrets:", "secretref:", "env:", "envvar:", "op://", "arn:",
    "aws-sm:", "gcp-sm:", "azure-kv:", "projects/", "file:", "kms:", "ssm:", "keychain:", "sops:",
    "doppler:", "infisical:", "ref:", "ref+", "input:", "bao:", "keyvault:", "k8s:", "se://",
    "http://", "https://",
  ].map { Array($0.utf8) }

  private static let standInWords = [
    "example", "placeholder", "changeme", "change-me", "change_me", "your-", "your_", "yourtoken",
    "yourkey", "yourapi", "dummy", "redacted", "replace", "insert-", "insert_", "sample", "xxxx",
    "****", "....", "todo", "fake", "not-a-real", "notareal", "<", ">", "...",
  ].map { Array($0.utf8) }

  private static let words: Set<String> = [
    "string", "required", "optional", "true", "false", "none", "null", "password", "secret",
    "token", "apikey", "api_key", "api-key", "bearer", "basic", "oauth", "oauth2", "default",
    "undefined", "hidden", "masked",
  ]

  /// Five equal bytes in a row, which a random token hardly ever has.
  private static func hasRun(_ value: [UInt8]) -> Bool {
    var length = 1
    for index in value.indices.dropFirst() {
      length = value[index] == value[index - 1] ? length + 1 : 1
      if length == 5 { return true }
    }
    return false
  }

  /// Eight bytes in a row each one above the one before it: `12345678`, `abcdefgh`.
  private static func hasSequence(_ value: [UInt8]) -> Bool {
    var length = 1
    for index in value.indices.dropFirst() {
      length = value[index] == value[index - 1] &+ 1 ? length + 1 : 1
      if length == 8 { return true }
    }
    return false
  }

  /// A path of the file system, by how it begins or by the ending of a key file.
  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    let starts = ["/", "./", "../", "~/", "C:\\"]
    if starts.contains(where: { value.starts(with: $0.utf8) }) { return true }
    let endings = [".pem", ".key", ".json", ".txt", ".yaml", ".yml", ".crt", ".jks", ".p12"]
    return endings.contains { value.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Eight, four, four, four and twelve hexadecimal digits.
  private static func isUUID(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count == 36 else { return false }
    for (index, byte) in value.enumerated() {
      let isDash = [8, 13, 18, 23].contains(index)
      guard isDash ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { return false }
    }
    return true
  }

  /// A digest that names its algorithm.
  private static func isDigest(_ value: ArraySlice<UInt8>) -> Bool {
    [
      "sha256:", "sha512:", "sha1:", "md5:", "sha256-", "sha384-", "sha512-", "$2a$", "$2b$",
      "$argon",
    ]
    .contains { value.starts(with: $0.utf8) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    TokenFamily.Alphabet.hexadecimal.contains(byte)
  }

  /// The JSON Web Token that documentation shows, whoever has signed it.
  private static func isSampleToken(_ value: ArraySlice<UInt8>) -> Bool {
    value.starts(with: "eyJ".utf8) && contains(Array(value), TokenScan.samplePayload)
  }

  /// Whether `word` occurs in `text`; linear in practice, because words are short.
  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      if text[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
