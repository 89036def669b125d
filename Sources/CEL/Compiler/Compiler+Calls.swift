extension Compiler {
  mutating func call(
    _ name: Name, on target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Evaluation {
    guard
      case .functions(let overloads, let isNamespaced) = checked.references[expression.id]
    else {
      let name = name.text
      return { (_) throws(EvaluationError) in throw .unknownFunction(name) }
    }
    var operands = arguments
    if let target, !isNamespaced { operands.insert(target, at: 0) }
    if name.text == "or" || name.text == "orValue", operands.count == 2, target != nil,
      overloads.allSatisfy({ $0.parameters.first == .optional(.parameter("T")) })
    {
      return alternative(name.text, compile(operands[0]), compile(operands[1]))
    }
    if name.text == "matches", operands.count == 2,
      overloads.allSatisfy({ $0.parameters == [.string, .string] }),
      case .literal(.string(let source)) = operands[1].kind
    {
      return matches(compile(operands[0]), source, operands[1])
    }
    let compiled = self.operands(operands)
    let usable = overloads.filter { $0.takes(compiled.count) }
    let isCertain = usable.count == 1 && isExact(usable[0], operands)
    switch (compiled.count, usable.first?.body) {
    case (1, .unary(let body)) where isCertain: return direct(compiled[0].evaluation, body)
    case (2, .binary(let body)) where isCertain:
      return direct(compiled[0].evaluation, compiled[1].evaluation, body)
    default: return dispatched(name.text, compiled, usable)
    }
  }

  /// Whether the operands' types are known well enough that evaluation need not look at them again.
  private func isExact(_ function: Function, _ operands: [Expression]) -> Bool {
    guard isStrict else { return false }
    return operands.enumerated().allSatisfy { index, operand in
      function.parameter(at: index).admitsAll(of: checked.types[operand.id])
    }
  }

  private func direct(
    _ operand: @escaping Evaluation, _ body: @escaping Function.Unary
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let value = try operand(&frame)
      try frame.meter.charge(value.weight)
      return try body(value)
    }
  }

  private func direct(
    _ first: @escaping Evaluation, _ second: @escaping Evaluation, _ body: @escaping Function.Binary
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let a = try first(&frame)
      let b = try second(&frame)
      try frame.meter.charge(a.weight + b.weight)
      return try body(a, b)
    }
  }

  /// `or` and `orValue` evaluate the alternative only where there is no value.
  private func alternative(
    _ name: String, _ first: @escaping Evaluation, _ second: @escaping Evaluation
  ) -> Evaluation {
    let isFlat = name == "or"
    return { (frame) throws(EvaluationError) in
      let value = try first(&frame)
      guard case .optional(let wrapped) = value else {
        throw .noSuchOverload("\(value.type.name).\(name)")
      }
      if let wrapped { return isFlat ? value : wrapped }
      let other = try second(&frame)
      guard isFlat else { return other }
      guard case .optional = other else { throw .noSuchOverload("or(\(other.type.name))") }
      return other
    }
  }

  /// Chooses the overload by the operands that it meets.
  private func dispatched(
    _ name: String, _ operands: [Operand], _ overloads: [Function]
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      var values: [Value] = []
      values.reserveCapacity(operands.count)
      for operand in operands { values.append(try operand.evaluation(&frame)) }
      for value in values { try frame.meter.charge(value.weight) }
      for overload in overloads where overload.admits(values) {
        switch overload.body {
        case .unary(let body): return try body(values[0])
        case .binary(let body): return try body(values[0], values[1])
        case .variadic(let body): return try body(values, &frame.meter)
        }
      }
      let types = values.map(\.type.name).joined(separator: ", ")
      throw .noSuchOverload("\(name)(\(types))")
    }
  }

  /// A literal pattern is compiled once, and a malformed one is an error of the expression.
  private mutating func matches(
    _ operand: @escaping Evaluation, _ source: String, _ literal: Expression
  ) -> Evaluation {
    do throws(Matcher.Malformation) {
      let matcher = try Matcher(source)
      return { (frame) throws(EvaluationError) in
        let value = try operand(&frame)
        try frame.meter.charge(value.weight)
        guard case .string(let text) = value else {
          throw .noSuchOverload("matches(\(value.type.name), string)")
        }
        return .bool(matcher.matches(text))
      }
    } catch {
      let message = "expected a regular expression: \(error.message)"
      if isStrict { problems.append(CompileError.Problem(message, at: literal.range)) }
      return { (_) throws(EvaluationError) in throw .invalidArgument(message) }
    }
  }
}

extension Function {
  /// Whether the values that were met can be the function's operands.
  func admits(_ values: [Value]) -> Bool {
    guard takes(values.count) else { return false }
    for index in values.indices where !parameter(at: index).admits(values[index]) { return false }
    return true
  }
}
