public import SourceText

/// Reads YAML 1.2 into trees whose every node knows its place.
///
/// The grammar is that of YAML 1.2.2 and scalars resolve by its core schema. Two places are read with
/// more sense than letter: blank lines inside a plain or quoted scalar may hold tabs however deep the
/// scalar is, and the last line of a block scalar counts as ended where the source ends without a break.
public enum YAMLParser {
  /// Reads all documents of `source`, in time linear in its size.
  ///
  /// Fails at the first place that is not YAML, that repeats a key, names an unknown anchor or goes past
  /// one of `limits`.
  public static func parse(
    _ source: SourceFile, limits: InputLimits = .standard
  ) throws(SyntaxError) -> SyntaxTree {
    let sink = YAMLTreeSink(source: source, limits: limits)
    return try YAMLReader(source, limits: limits, sink: sink).read().finish()
  }

  /// What the grammar alone says about `source`: neither anchors nor equal keys are looked at.
  package static func events(
    of source: SourceFile, limits: InputLimits = .standard
  ) throws(SyntaxError) -> [YAMLEvent] {
    let sink = YAMLEventSink(bytes: source.bytes)
    return try YAMLReader(source, limits: limits, sink: sink).read().events
  }
}
