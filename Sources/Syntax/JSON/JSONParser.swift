public import SourceText

/// Reads JSON (RFC 8259) into a tree with a place on every node.
///
/// Where the standard leaves a choice, or readers differ:
/// - Numbers keep their text; nothing is rounded, however long or large.
/// - Bytes that are not UTF-8 are an error. A byte-order mark is skipped, with a note.
/// - An escaped surrogate without its partner reads as U+FFFD, with a warning.
/// - Of equal keys the last one counts, as for most readers, with a warning that names both places:
///   readers that let the first one count see another document.
public enum JSONParser {
  /// What is allowed beyond the standard.
  public struct Dialect: Sendable, Hashable {
    /// `//` and `/* */` comments.
    var allowsComments: Bool
    /// A comma behind the last element or member.
    var allowsTrailingCommas: Bool

    /// RFC 8259 to the letter.
    public static let strict = Dialect(allowsComments: false, allowsTrailingCommas: false)

    /// The JSON of editors' settings files: comments, and commas before a closing bracket.
    public static let commented = Dialect(allowsComments: true, allowsTrailingCommas: true)
  }

  /// The tree of `source`, in linear time and without recursion.
  public static func parse(
    _ source: SourceFile, dialect: Dialect = .strict, limits: InputLimits = .standard
  ) throws(SyntaxError) -> SyntaxTree {
    try parse(source, in: 0..<source.bytes.count, dialect: dialect, limits: limits)
  }

  /// The tree of the one document that the bytes `range` of `source` hold, such as a line of a log.
  ///
  /// Costs nothing for the bytes outside `range`; spans count from the start of the source.
  public static func parse(
    _ source: SourceFile, in range: Range<Int>, dialect: Dialect = .strict,
    limits: InputLimits = .standard
  ) throws(SyntaxError) -> SyntaxTree {
    try JSONReader(source: source, range: range, dialect: dialect, limits: limits).read()
  }
}
