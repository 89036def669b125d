/// What a pattern may cost.
///
/// Patterns come from the files under assessment, so every one of them may have been written to
/// exhaust whoever compiles it.
enum PatternLimits {
  /// Bytes of a pattern's source.
  static let sourceBytes = 1 << 20

  /// Groups inside groups; the parser and the compiler recurse once per level.
  static let nesting = 200

  /// The greatest repeat count that RE2 accepts.
  static let re2Repeat = 1000

  /// Instructions after the expansion of counted repetition.
  static let instructions = 1 << 16

  /// Capture slots times instructions, which bounds the memory of a capturing search.
  static let captureCells = 1 << 22

  /// Lookarounds that stand beside each other; one bit of a byte for each.
  static let lookaroundsPerLevel = 8

  /// Lookarounds inside lookarounds; each level holds one byte per byte of text.
  static let lookaroundNesting = 8

  /// Lookarounds in all, since each adds a pass over the text.
  static let lookarounds = 64

  /// Bytes that the states of one deterministic automaton may hold before they are dropped.
  static let cacheBytes = 1 << 21
}
