/// Why an expression has no value.
///
/// `&&`, `||` and `?:` absorb it where the other operand decides.
public indirect enum EvaluationError: Error, Hashable, Sendable {
  /// A host object does not have the field that was selected, for a reason that the host gives.
  case absent(Absence)
  /// A map does not have the key.
  case noSuchKey(String)
  /// A variable is declared but not bound, or is not declared at all.
  case unknownVariable(String)
  case unknownField(String)
  case unknownFunction(String)
  /// A function or operator that is not defined for the types of its operands.
  case noSuchOverload(String)
  case divisionByZero
  /// The result is beyond what its type can hold.
  case overflow
  case indexOutOfRange(Int64)
  /// An argument of the right type with a value that the function does not accept.
  case invalidArgument(String)
  /// Evaluation took more steps than it was given. Never absorbed.
  case costLimitExceeded
}

extension EvaluationError: CustomStringConvertible {
  /// The error as a sentence without a full stop.
  public var description: String {
    switch self {
    case .absent(let absence): "\(absence.field) is absent: \(absence.reason)"
    case .noSuchKey(let key): "no such key: \(key)"
    case .unknownVariable(let name): "unknown variable: \(name)"
    case .unknownField(let name): "unknown field: \(name)"
    case .unknownFunction(let name): "unknown function: \(name)"
    case .noSuchOverload(let name): "no such overload: \(name)"
    case .divisionByZero: "division by zero"
    case .overflow: "arithmetic overflow"
    case .indexOutOfRange(let index): "index out of range: \(index)"
    case .invalidArgument(let message): message
    case .costLimitExceeded: "the evaluation exceeds its cost limit"
    }
  }
}
