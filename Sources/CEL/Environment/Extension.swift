/// A library beyond the standard one.
public enum Extension: String, CaseIterable, Sendable {
  /// `charAt`, `split`, `format` and the like.
  case strings
  /// `math.greatest`, `math.bitAnd` and the like.
  case math
  /// `slice`, `flatten`, `distinct`, `sort` and the like.
  case lists
  /// `sets.contains`, `sets.equivalent`, `sets.intersects`.
  case sets
  /// `base64.encode` and `base64.decode`.
  case encoders
  /// `ip()`, `cidr()` and what they offer.
  case network
  /// `optional.of`, `orValue` and the like; `.?` and `[?]` are always understood.
  case optionals
  /// `cel.bind`.
  case bindings
  /// Comprehensions over an index or key and a value, such as `transformMap`.
  case twoVariableComprehensions
  /// `cel.block`, the form that optimizers of expressions produce.
  case block

  var functions: [Function] {
    switch self {
    case .strings: StringLibrary.functions + StringFormat.functions
    case .math: MathLibrary.functions
    case .lists: ListLibrary.functions
    case .sets: SetLibrary.functions
    case .encoders: EncoderLibrary.functions
    case .network: NetworkLibrary.functions
    case .optionals: OptionalLibrary.functions
    case .bindings, .twoVariableComprehensions, .block: []
    }
  }
}
