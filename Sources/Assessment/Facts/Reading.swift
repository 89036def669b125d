import CEL
import Estate
import SourceText

/// What asking a subject for one fact gives: a value with its place, or the reason why there is none.
enum Reading {
  /// The value, where it stands, and the place of another source's statement that says otherwise.
  case known(Value, at: SourceSpan?, rival: SourceSpan?)
  /// No value.
  indirect case absent(Silence)

  /// A value at `span`.
  static func known(_ value: Value, at span: SourceSpan? = nil) -> Reading {
    .known(value, at: span, rival: nil)
  }

  /// A truth value at `span`.
  static func flag(_ value: Bool, at span: SourceSpan? = nil) -> Reading {
    .known(.bool(value), at: span)
  }

  /// A text at `span`.
  static func text(_ value: String, at span: SourceSpan? = nil) -> Reading {
    .known(.string(value), at: span)
  }

  /// A number at `span`.
  static func number(_ value: Int, at span: SourceSpan? = nil) -> Reading {
    .known(.int(Int64(value)), at: span)
  }

  /// What the sources state, or `silence` where they state nothing.
  static func stated<Fact>(
    _ fact: Stated<Fact>, or silence: @autoclosure () -> Silence, as value: (Fact) -> Value
  ) -> Reading {
    guard let evidence = fact.evidence else { return .absent(silence()) }
    return .known(
      value(evidence.value), at: evidence.span, rival: fact.disagreement?.second.span)
  }
}
