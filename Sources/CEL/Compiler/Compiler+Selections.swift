extension Compiler {
  mutating func select(
    _ field: String, of operand: Expression, isOptional: Bool, _ expression: Expression
  ) -> Evaluation {
    switch checked.references[expression.id] {
    case .variable(let slot): return variable(field, slot)
    case .type(let type): return { _ in .type(type) }
    case .field(let type, let slot) where !isOptional:
      return read(slot, of: type, named: field, from: compile(operand))
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

  /// A field whose place is known; an object of another type than declared is asked by name.
  private func read(
    _ slot: Int, of type: ObjectType, named field: String, from operand: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let value = try operand(&frame)
      guard case .object(let object) = value, object.objectType === type else {
        return try Selection.value(field, of: value, &frame)
      }
      return try Selection.read(slot, of: object, &frame)
    }
  }

  mutating func presence(
    of field: String, in operand: Expression, _ expression: Expression
  ) -> Evaluation {
    let operand = compile(operand)
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
