/// A stretch of a text that tries something, and what it tries.
public struct Passage: Hashable, Sendable {
  /// The bytes of its one or two sentences, in the UTF-8 of the text.
  public var range: Range<Int>
  /// What its signals amount to.
  public var strength: Strength
  /// The signals in the order of the text, each kind once.
  public var signals: [Signal]
  /// How the text was encoded, such as `base64`, where it was; `range` is then that of the encoded text and
  /// so are the ranges of the signals.
  public var encoding: String?
  /// The decoded text, where the text was encoded; hostile, and cut to a length that a report can show.
  public var decoded: String?
  /// Whether it stands in a comment of markup, which people do not see where it is rendered.
  public var isComment: Bool
  /// Names as programs write them that the passage mentions, such as those of other tools.
  public var names: [String]

  /// A passage at `range`.
  public init(
    range: Range<Int>, strength: Strength, signals: [Signal], encoding: String? = nil,
    decoded: String? = nil, isComment: Bool = false, names: [String] = []
  ) {
    self.range = range
    self.strength = strength
    self.signals = signals
    self.encoding = encoding
    self.decoded = decoded
    self.isComment = isComment
    self.names = names
  }
}
