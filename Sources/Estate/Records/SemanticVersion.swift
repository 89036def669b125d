/// A version of the form MAJOR.MINOR.PATCH with optional pre-release and build parts (semver 2.0.0).
public struct SemanticVersion: Hashable, Sendable {
  /// Raised by what breaks callers.
  public let major: Int
  /// Raised by what adds something.
  public let minor: Int
  /// Raised by what only repairs something.
  public let patch: Int

  /// Reads `text`; `nil` where it is no semantic version.
  public init?(_ text: String) {
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

  /// Whether the release numbers come before those of `other`; pre-releases are not looked at.
  public func precedes(_ other: SemanticVersion) -> Bool {
    (major, minor, patch) < (other.major, other.minor, other.patch)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      text == "0" || text.first != "0"
    else { return nil }
    return Int(text)
  }
}
