extension Compiler {
  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Evaluation {
    if operation == .equal || operation == .notEqual, case .literal(let literal) = right.kind {
      return equality(of: compile(left), with: literal, expected: operation == .equal)
    }
    if operation == .isIn { return membership(left, right) }
    let left = compile(left)
    let right = compile(right)
    switch operation {
    case .equal, .notEqual:
      let isEqual = operation == .equal
      return { (frame) throws(EvaluationError) in
        let a = try left(&frame)
        let b = try right(&frame)
        try frame.meter.charge(min(a.weight, b.weight))
        return .bool((a == b) == isEqual)
      }
    case .less: return comparison("<", left, right) { $0 == .ascending }
    case .lessOrEqual: return comparison("<=", left, right) { $0 == .ascending || $0 == .same }
    case .greater: return comparison(">", left, right) { $0 == .descending }
    case .greaterOrEqual: return comparison(">=", left, right) { $0 == .descending || $0 == .same }
    case .add:
      return { (frame) throws(EvaluationError) in
        let a = try left(&frame)
        let b = try right(&frame)
        return try Arithmetic.add(a, b, &frame.meter)
      }
    case .subtract: return arithmetic(left, right, Arithmetic.subtract)
    case .multiply: return arithmetic(left, right, Arithmetic.multiply)
    case .divide: return arithmetic(left, right, Arithmetic.divide)
    case .remainder, .isIn: return arithmetic(left, right, Arithmetic.remainder)
    }
  }

  private func equality(
    of operand: @escaping Evaluation, with literal: Value, expected: Bool
  ) -> Evaluation {
    if case .string(let text) = literal {
      // Normalization makes no other text of the same length equal to ASCII.
      guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
        return { (frame) throws(EvaluationError) in
          guard case .string(let value) = try operand(&frame) else { return .bool(!expected) }
          return .bool((value.utf8.count == text.utf8.count && value == text) == expected)
        }
      }
      return { (frame) throws(EvaluationError) in
        guard case .string(let value) = try operand(&frame) else { return .bool(!expected) }
        return .bool(value.hasSameCodePoints(as: text) == expected)
      }
    }
    return { (frame) throws(EvaluationError) in
      .bool((try operand(&frame) == literal) == expected)
    }
  }

  private func arithmetic(
    _ left: @escaping Evaluation, _ right: @escaping Evaluation,
    _ operation: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let a = try left(&frame)
      let b = try right(&frame)
      return try operation(a, b)
    }
  }

  private func comparison(
    _ name: String, _ left: @escaping Evaluation, _ right: @escaping Evaluation,
    _ holds: @escaping @Sendable (Value.Order) -> Bool
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let a = try left(&frame)
      let b = try right(&frame)
      try frame.meter.charge(min(a.weight, b.weight))
      guard let order = a.ordered(against: b) else { throw Arithmetic.noOverload(name, a, b) }
      return .bool(holds(order))
    }
  }

  private mutating func membership(_ element: Expression, _ container: Expression) -> Evaluation {
    let element = compile(element)
    let container = compile(container)
    return { (frame) throws(EvaluationError) in
      let value = try element(&frame)
      switch try container(&frame) {
      case .list(let elements):
        try frame.meter.charge(elements.count)
        for other in elements where other == value { return .bool(true) }
        return .bool(false)
      case .map(let map): return .bool(map[value] != nil)
      case let other: throw Arithmetic.noOverload("in", value, other)
      }
    }
  }
}
