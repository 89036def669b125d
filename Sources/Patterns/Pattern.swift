/// A regular expression that is matched in time linear in the text.
///
/// There is no backtracking, hence no backreferences. All limits on a pattern's size are checked when
/// it is created, so that a pattern from an untrusted file may be compiled and then run over an
/// untrusted text. Copies share one compiled form, from any number of threads.
public struct Pattern: Sendable {
  /// The dialect in which a pattern is written.
  public enum Syntax: Hashable, Sendable {
    /// As RE2 and Go read it: CEL's `matches`, Envoy, and most secret detectors.
    case re2
    /// As ECMA-262 reads it in Unicode mode: JSON Schema's `pattern`.
    case ecma262
    /// The part of PCRE that needs no backtracking: nginx's locations and maps.
    case pcre
  }

  /// The source as it was given.
  public let source: String

  /// The dialect in which `source` is written.
  public let syntax: Syntax

  /// The names of the groups by number; the first stands for the whole match and has none.
  public let captureNames: [String?]

  private let engine: Engine

  /// Compiles `source`.
  ///
  /// - Throws: a `PatternError` where the source is malformed, asks for what cannot be matched in
  ///   linear time, or expands beyond the limits.
  public init(
    _ source: String, syntax: Syntax = .re2, options: Options = []
  ) throws(PatternError) {
    self.source = source
    self.syntax = syntax
    var parser = Parser(source, syntax: syntax, options: options)
    let node = try parser.parse()
    captureNames = parser.captureNames
    engine = try Engine(node, captureCount: captureNames.count)
  }

  // MARK: Existence

  /// Whether the pattern matches anywhere in `text`.
  public func matches(_ text: String) -> Bool { engine.matches(text.utf8.span) }

  /// Whether the pattern matches anywhere in `utf8`; bytes that are not UTF-8 match nothing.
  public func matches(utf8: Span<UInt8>) -> Bool { engine.matches(utf8) }

  /// Whether the pattern matches all of `text`, as Envoy's `safe_regex` demands.
  public func matchesWhole(_ text: String) -> Bool { engine.matchesWhole(text.utf8.span) }

  /// Whether the pattern matches all of `utf8`.
  public func matchesWhole(utf8: Span<UInt8>) -> Bool { engine.matchesWhole(utf8) }

  // MARK: Places

  /// The leftmost match, and among those that start there the one that the pattern prefers.
  public func firstMatch(in text: String) -> Match? { engine.firstMatch(in: text.utf8.span) }

  /// The leftmost match in `utf8`.
  public func firstMatch(utf8: Span<UInt8>) -> Match? { engine.firstMatch(in: utf8) }

  /// All matches from left to right that do not overlap.
  public func allMatches(in text: String) -> [Match] { engine.allMatches(in: text.utf8.span) }

  /// All matches in `utf8` from left to right that do not overlap.
  public func allMatches(utf8: Span<UInt8>) -> [Match] { engine.allMatches(in: utf8) }
}
