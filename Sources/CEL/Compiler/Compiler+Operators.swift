extension Compiler {
  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Evaluation {
    switch operation {
    case .equal, .notEqual: return equality(left, right, expected: operation == .equal)
    case .isIn: return membership(left, right)
    case .less: return comparison("<", left, right) { $0 == .ascending }
    case .lessOrEqual: return comparison("<=", left, right) { $0 == .ascending || $0 == .same }
    case .greater: return comparison(">", left, right) { $0 == .descending }
    case .greaterOrEqual: return comparison(">=", left, right) { $0 == .descending || $0 == .same }
    case .add: return sum(Self.terms(of: left) + [right])
    case .subtract: return arithmetic(left, right, Arithmetic.subtract)
    case .multiply: return arithmetic(left, right, Arithmetic.multiply)
    case .divide: return arithmetic(left, right, Arithmetic.divide)
    case .remainder: return arithmetic(left, right, Arithmetic.remainder)
    }
  }

  /// The terms of a sum that `expression` may be, from left to right; itself where it is none.
  private static func terms(of expression: Expression) -> [Expression] {
    var terms: [Expression] = []
    var first = expression
    while case .binary(.add, let left, let right) = first.kind {
      terms.append(right)
      first = left
    }
    return [first] + terms.reversed()
  }

  /// The sum of at least two terms, each added to what is before it; a text grows in place.
  private mutating func sum(_ terms: [Expression]) -> Evaluation {
    let first = compile(terms[0])
    let rest = operands(Array(terms.dropFirst()))
    return { (frame) throws(EvaluationError) in
      var total = try first(&frame)
      for operand in rest {
        try Arithmetic.add(operand.evaluation(&frame), to: &total, &frame.meter)
      }
      return total
    }
  }

  private mutating func equality(
    _ left: Expression, _ right: Expression, expected: Bool
  ) -> Evaluation {
    let left = compile(left)
    if case .literal(let literal) = right.kind {
      return equality(of: left, with: literal, expected: expected)
    }
    let right = compile(right)
    return { (frame) throws(EvaluationError) in
      let a = try left(&frame)
      let b = try right(&frame)
      try frame.meter.charge(min(a.weight, b.weight))
      return .bool((a == b) == expected)
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

  private mutating func arithmetic(
    _ left: Expression, _ right: Expression,
    _ operation: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value
  ) -> Evaluation {
    let left = compile(left)
    let right = compile(right)
    return { (frame) throws(EvaluationError) in
      let a = try left(&frame)
      let b = try right(&frame)
      return try operation(a, b)
    }
  }

  private mutating func comparison(
    _ name: String, _ left: Expression, _ right: Expression,
    _ holds: @escaping @Sendable (Value.Order) -> Bool
  ) -> Evaluation {
    let left = compile(left)
    let right = compile(right)
    return { (frame) throws(EvaluationError) in
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
