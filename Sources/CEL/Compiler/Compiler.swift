/// Turns a checked tree into closures, with every name already replaced by its slot.
struct Compiler {
  let checked: CheckedExpression
  let isStrict: Bool
  /// How the lazily computed variables of `cel.bind` come by their values, by slot.
  var lazyValues: [Int: Evaluation] = [:]
  var problems: [CompileError.Problem] = []

  static func compile(
    _ root: Expression, _ checked: CheckedExpression, isStrict: Bool
  ) throws(CompileError) -> Evaluation {
    var compiler = Compiler(checked: checked, isStrict: isStrict)
    let evaluation = compiler.compile(root)
    if let error = CompileError(compiler.problems) { throw error }
    return evaluation
  }

  mutating func compile(_ expression: Expression) -> Evaluation {
    switch expression.kind {
    case .literal(let value): return { _ in value }
    case .identifier(let name, _): return identifier(name, expression)
    case .select(let operand, let field, let isOptional):
      return select(field.text, of: operand, isOptional: isOptional, expression)
    case .presence(let operand, let field): return presence(of: field.text, in: operand, expression)
    case .index(let operand, let index, let isOptional):
      return self.index(operand, index, isOptional: isOptional)
    case .unary(let operation, let operand): return unary(operation, compile(operand))
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .logical(let operation, let terms):
      return Logic.chain(operands(terms)[...], decidedBy: operation == .or)
    case .conditional(let condition, let positive, let negative):
      return Logic.conditional(compile(condition), compile(positive), compile(negative))
    case .call(let name, let target, let arguments):
      return call(name, on: target, arguments, expression)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let name, _):
      return { (_) throws(EvaluationError) in throw .unknownFunction(name) }
    case .comprehension(let comprehension): return self.comprehension(comprehension, expression)
    case .binding(_, let value, let body):
      let slot = checked.locals[expression.id][0]
      lazyValues[slot] = compile(value)
      let body = compile(body)
      return { (frame) throws(EvaluationError) in
        frame.locals[slot] = nil
        return try body(&frame)
      }
    case .optionalMap(let operand, _, let body, let isFlat):
      return optionalMap(operand, body, isFlat: isFlat, slot: checked.locals[expression.id][0])
    }
  }

  /// Each of `expressions`, compiled.
  mutating func operands(_ expressions: [Expression]) -> [Operand] {
    expressions.map { Operand(evaluation: compile($0)) }
  }

  private func identifier(_ name: String, _ expression: Expression) -> Evaluation {
    switch checked.references[expression.id] {
    case .variable(let slot): return variable(name, slot)
    case .type(let type): return { _ in .type(type) }
    case .local(let slot):
      guard let lazyValue = lazyValues[slot] else {
        return { (frame) throws(EvaluationError) in
          guard let value = frame.locals[slot] else { throw .unknownVariable(name) }
          return value
        }
      }
      return { (frame) throws(EvaluationError) in
        if let value = frame.locals[slot] { return value }
        try frame.meter.charge(1)
        let value = try lazyValue(&frame)
        frame.locals[slot] = value
        return value
      }
    default: return { (_) throws(EvaluationError) in throw .unknownVariable(name) }
    }
  }

  func variable(_ name: String, _ slot: Int) -> Evaluation {
    { (frame) throws(EvaluationError) in
      guard let value = frame.variables[slot] else { throw .unknownVariable(name) }
      return value
    }
  }

  private func unary(
    _ operation: UnaryOperator, _ operand: @escaping Evaluation
  ) -> Evaluation {
    switch operation {
    case .negate:
      return { (frame) throws(EvaluationError) in try Arithmetic.negate(operand(&frame)) }
    case .not:
      return { (frame) throws(EvaluationError) in
        let value = try operand(&frame)
        guard case .bool(let isTrue) = value else { throw .noSuchOverload("!\(value.type.name)") }
        return .bool(!isTrue)
      }
    }
  }

  private mutating func list(_ elements: [ListElement]) -> Evaluation {
    if let constant = constant(elements) { return { _ in constant } }
    let compiled = elements.map { (value: compile($0.value), isOptional: $0.isOptional) }
    return { (frame) throws(EvaluationError) in
      try frame.meter.charge(compiled.count)
      var values: [Value] = []
      values.reserveCapacity(compiled.count)
      for element in compiled {
        let value = try element.value(&frame)
        guard element.isOptional else {
          values.append(value)
          continue
        }
        guard case .optional(let wrapped) = value else {
          throw .noSuchOverload("an optional element of type \(value.type.name)")
        }
        if let wrapped { values.append(wrapped) }
      }
      return .list(values)
    }
  }

  /// The list itself, where all of its elements are literals.
  private func constant(_ elements: [ListElement]) -> Value? {
    var values: [Value] = []
    for element in elements {
      guard !element.isOptional, case .literal(let value) = element.value.kind else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func map(_ entries: [MapEntry]) -> Evaluation {
    let compiled = entries.map {
      (key: compile($0.key), value: compile($0.value), isOptional: $0.isOptional)
    }
    return { (frame) throws(EvaluationError) in
      try frame.meter.charge(compiled.count)
      var entries: [(key: Value, value: Value)] = []
      entries.reserveCapacity(compiled.count)
      for entry in compiled {
        let key = try entry.key(&frame)
        let value = try entry.value(&frame)
        guard entry.isOptional else {
          entries.append((key, value))
          continue
        }
        guard case .optional(let wrapped) = value else {
          throw .noSuchOverload("an optional entry of type \(value.type.name)")
        }
        if let wrapped { entries.append((key, wrapped)) }
      }
      return .map(try MapValue(entries: entries))
    }
  }

  private mutating func optionalMap(
    _ operand: Expression, _ body: Expression, isFlat: Bool, slot: Int
  ) -> Evaluation {
    let operand = compile(operand)
    let body = compile(body)
    return { (frame) throws(EvaluationError) in
      let value = try operand(&frame)
      guard case .optional(let wrapped) = value else {
        throw .noSuchOverload("\(value.type.name).optMap")
      }
      guard let wrapped else { return value }
      frame.locals[slot] = wrapped
      let result = try body(&frame)
      if !isFlat { return .optional(result) }
      guard case .optional = result else {
        throw .noSuchOverload("optFlatMap to \(result.type.name)")
      }
      return result
    }
  }
}
