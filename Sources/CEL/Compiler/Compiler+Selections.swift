extension Compiler {
  mutating func select(
    _ field: String, of operand: Expression, isOptional: Bool, _ expression: Expression
  ) -> Evaluation {
    switch checked.references[expression.id] {
    case .variable(let slot): return variable(field, slot)
    case .type(let type): return { _ in .type(type) }
    case .field(_, let slot) where !isOptional && isStrict:
      return read(slot, named: field, from: operand)
    default: break
    }
    let operand = compile(operand)
    if isOptional {
      return { (frame) throws(EvaluationError) in
        try Selection.optional(field, of: operand(&frame), &frame)
      }
    }
    return { (frame) throws(EvaluationError) in
      try Selection.value(field, of: operand(&frame), &frame)
    }
  }

  /// A field whose place is known; the host answers for the type of its objects.
  ///
  /// Most fields are read from a variable: then no value is passed on for its sake.
  private mutating func read(
    _ slot: Int, named field: String, from operand: Expression
  ) -> Evaluation {
    switch (operand.kind, checked.references[operand.id]) {
    case (.identifier(let name, _), .variable(let variable)):
      return { (frame) throws(EvaluationError) in
        guard case .object(let object)? = frame.variables[variable] else {
          guard let value = frame.variables[variable] else { throw .unknownVariable(name) }
          return try Selection.value(field, of: value, &frame)
        }
        return try Selection.read(slot, of: object, &frame)
      }
    case (.identifier, .local(let local)) where lazyValues[local] == nil:
      return { (frame) throws(EvaluationError) in
        guard case .object(let object)? = frame.locals[local] else {
          return try Selection.value(field, of: frame.locals[local] ?? .null, &frame)
        }
        return try Selection.read(slot, of: object, &frame)
      }
    default:
      let operand = compile(operand)
      return { (frame) throws(EvaluationError) in
        let value = try operand(&frame)
        guard case .object(let object) = value else {
          return try Selection.value(field, of: value, &frame)
        }
        return try Selection.read(slot, of: object, &frame)
      }
    }
  }

  mutating func presence(
    of field: String, in operand: Expression, _ expression: Expression
  ) -> Evaluation {
    let operand = compile(operand)
    if isStrict, case .field(_, let slot) = checked.references[expression.id] {
      return { (frame) throws(EvaluationError) in
        let value = try operand(&frame)
        guard case .object(let object) = value else {
          return try .bool(Selection.isPresent(field, in: value, &frame))
        }
        return try .bool(Selection.isPresent(slot, in: object, &frame))
      }
    }
    return { (frame) throws(EvaluationError) in
      try .bool(Selection.isPresent(field, in: operand(&frame), &frame))
    }
  }

  mutating func index(
    _ operand: Expression, _ index: Expression, isOptional: Bool
  ) -> Evaluation {
    let operand = compile(operand)
    let index = compile(index)
    return { (frame) throws(EvaluationError) in
      let container = try operand(&frame)
      let key = try index(&frame)
      try frame.meter.charge(1)
      guard case .optional(let wrapped) = container else {
        guard isOptional else { return try Selection.element(at: key, of: container) }
        return .optional(try Selection.optionalElement(at: key, of: container))
      }
      guard let wrapped else { return container }
      return .optional(try Selection.optionalElement(at: key, of: wrapped))
    }
  }
}
