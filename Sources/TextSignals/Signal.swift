/// A signal and the bytes that give it.
public struct Signal: Hashable, Sendable {
  /// What the text does.
  public var kind: SignalKind
  /// The words that do it, as offsets into the UTF-8 of the text.
  public var range: Range<Int>

  /// A signal of `kind` given by the bytes `range`.
  public init(_ kind: SignalKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
