/// One overload of a function: its name, the types that it takes, and what it computes.
public struct Function: Sendable {
  /// How a call is written.
  enum Style: Sendable {
    /// `name(a, b)`, where the name may be dotted.
    case global
    /// `a.name(b)`.
    case member
  }

  /// What a call computes, by number of operands, so that no array is made for a few.
  enum Body: Sendable {
    case unary(Unary)
    case binary(Binary)
    case variadic(Variadic)
  }

  /// A body of one operand.
  public typealias Unary = @Sendable (Value) throws(EvaluationError) -> Value
  /// A body of two operands.
  public typealias Binary = @Sendable (Value, Value) throws(EvaluationError) -> Value
  /// A body of any number of operands, which pays for what it makes from the meter.
  public typealias Variadic =
    @Sendable ([Value], inout CostMeter) throws(EvaluationError) -> Value

  /// The name that is called.
  public let name: String
  let style: Style
  /// The types of the operands, the receiver of a member function first.
  let parameters: [ValueType]
  /// Whether the last parameter may be given any number of times, at least once.
  let repeatsLast: Bool
  let result: ValueType
  let body: Body

  init(
    _ style: Style, _ name: String, _ parameters: [ValueType], repeatsLast: Bool = false,
    returns result: ValueType, body: Body
  ) {
    self.name = name
    self.style = style
    self.parameters = parameters
    self.repeatsLast = repeatsLast
    self.result = result
    self.body = body
  }

  /// The function `name(parameter)`.
  public static func global(
    _ name: String, _ parameter: ValueType, returns result: ValueType, body: @escaping Unary
  ) -> Function {
    Function(.global, name, [parameter], returns: result, body: .unary(body))
  }

  /// The function `name(first, second)`.
  public static func global(
    _ name: String, _ first: ValueType, _ second: ValueType, returns result: ValueType,
    body: @escaping Binary
  ) -> Function {
    Function(.global, name, [first, second], returns: result, body: .binary(body))
  }

  /// The function `name(parameters...)`, with as many operands as there are parameters.
  public static func global(
    _ name: String, parameters: [ValueType], returns result: ValueType, body: @escaping Variadic
  ) -> Function {
    Function(.global, name, parameters, returns: result, body: .variadic(body))
  }

  /// The function `receiver.name()`.
  public static func member(
    _ name: String, of receiver: ValueType, returns result: ValueType, body: @escaping Unary
  ) -> Function {
    Function(.member, name, [receiver], returns: result, body: .unary(body))
  }

  /// The function `receiver.name(parameter)`.
  public static func member(
    _ name: String, of receiver: ValueType, _ parameter: ValueType, returns result: ValueType,
    body: @escaping Binary
  ) -> Function {
    Function(.member, name, [receiver, parameter], returns: result, body: .binary(body))
  }

  /// The function `receiver.name(parameters...)`; the body is given the receiver first.
  public static func member(
    _ name: String, of receiver: ValueType, parameters: [ValueType], returns result: ValueType,
    body: @escaping Variadic
  ) -> Function {
    Function(.member, name, [receiver] + parameters, returns: result, body: .variadic(body))
  }
}

extension Function {
  func takes(_ count: Int) -> Bool {
    repeatsLast ? count >= parameters.count : count == parameters.count
  }

  func parameter(at index: Int) -> ValueType {
    parameters[min(index, parameters.count - 1)]
  }

  /// The overload as messages show it, such as `string.charAt(int)`.
  var signature: String {
    let shown = parameters.map(\.description)
    let rest = repeatsLast ? ", ..." : ""
    switch style {
    case .global: return "\(name)(\(shown.joined(separator: ", "))\(rest))"
    case .member:
      return "\(shown.first ?? "").\(name)(\(shown.dropFirst().joined(separator: ", "))\(rest))"
    }
  }
}
