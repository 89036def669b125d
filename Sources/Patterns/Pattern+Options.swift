extension Pattern {
  /// How a pattern reads, unless its own flags say otherwise.
  public struct Options: OptionSet, Hashable, Sendable {
    /// One bit for each option.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The flag `i`: letters match their other cases, by Unicode's simple case folding.
    public static let caseInsensitive = Options(rawValue: 1)

    /// The flag `s`: a dot matches line ends too.
    public static let dotMatchesNewline = Options(rawValue: 2)

    /// The flag `m`: `^` and `$` match at every line, of which only a line feed is the end.
    public static let multiline = Options(rawValue: 4)

    /// The flag `U`: repetition is lazy where it would be greedy, and the reverse.
    public static let swapGreed = Options(rawValue: 8)
  }
}
