/// A version of the form MAJOR.MINOR.PATCH with optional pre-release and build parts (semver 2.0.0).
struct SemanticVersion: Hashable, Sendable {
  let major: Int
  let minor: Int
  let patch: Int

  /// Reads `text`; `nil` where it is no semantic version.
  init?(_ text: String) {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let suffix = text.dropFirst(core.count)
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let major = Self.number(parts[0]), let minor = Self.number(parts[1]),
      let patch = Self.number(parts[2]),
      suffix.isEmpty || suffix.count > 1,
      suffix.allSatisfy({
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "+" || $0 == ".")
      })
    else { return nil }
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      text == "0" || text.first != "0"
    else { return nil }
    return Int(text)
  }
}
