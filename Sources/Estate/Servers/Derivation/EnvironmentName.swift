/// The name of an environment, such as `prod` or `staging-eu`.
public struct EnvironmentName: Hashable, Sendable {
  /// The name as written.
  public let text: String

  /// The environment called `text`.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether real users and real data are there.
  public var isProduction: Bool {
    guard let word = Self.words(in: text).first(where: Self.known.contains) else { return false }
    return Self.production.contains(word)
  }

  /// Whether `name`, such as the path of a secret, has a word for an environment on the other side of the
  /// border between production and everything else.
  public func contradicts(_ name: String) -> Bool {
    let words = Self.words(in: name).filter(Self.known.contains)
    guard !words.isEmpty, Self.words(in: text).contains(where: Self.known.contains) else {
      return false
    }
    return words.allSatisfy { Self.production.contains($0) != isProduction }
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static let production: Set<String> = ["prod", "production", "prd", "live"]
  private static let known: Set<String> = production.union([
    "dev", "development", "test", "testing", "qa", "uat", "stage", "staging", "sandbox", "sbx",
    "preprod", "preview", "integration", "nonprod", "demo",
  ])
}
