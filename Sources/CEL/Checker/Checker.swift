/// Finds out what each name stands for and which type each node has.
///
/// In a dynamic environment the same walk resolves what it can and reports nothing.
struct Checker {
  struct Local {
    let name: String
    let slot: Int
    let type: ValueType
  }

  let environment: Environment
  var result: CheckedExpression
  var scope: [Local] = []

  static func check(
    _ root: Expression, nodeCount: Int, in environment: Environment, expecting: ValueType?
  ) -> CheckedExpression {
    var checker = Checker(
      environment: environment, result: CheckedExpression(nodeCount: nodeCount))
    checker.expect(expecting ?? .dyn, of: root)
    return checker.result
  }

  var isStrict: Bool { environment.checking == .strict }

  mutating func report(
    _ message: String, at range: Range<Int>, suggestion: String? = nil
  ) {
    guard isStrict else { return }
    result.problems.append(CompileError.Problem(message, at: range, suggestion: suggestion))
  }

  /// The type of a node, which is kept for the compiler too.
  @discardableResult
  mutating func check(_ expression: Expression) -> ValueType {
    let type = type(of: expression)
    result.types[expression.id] = type
    return type
  }

  /// Checks a node that must be of type `expected`.
  @discardableResult
  mutating func expect(_ expected: ValueType, of expression: Expression) -> ValueType {
    let found = check(expression)
    if !expected.accepts(found) {
      report("expected \(expected), found \(found)", at: expression.range)
    }
    return found
  }

  private mutating func type(of expression: Expression) -> ValueType {
    switch expression.kind {
    case .literal(let value): return Self.type(ofLiteral: value)
    case .identifier(let name, let isAbsolute):
      return identifier(name, isAbsolute: isAbsolute, expression)
    case .select(let operand, let field, let isOptional):
      return select(field, of: operand, isOptional: isOptional, expression)
    case .presence(let operand, let field):
      _ = fieldType(field, of: check(operand), expression)
      return .bool
    case .index(let operand, let index, let isOptional):
      return self.index(operand, index, isOptional: isOptional)
    case .unary(let operation, let operand): return unary(operation, operand)
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .logical(_, let terms):
      for term in terms { expect(.bool, of: term) }
      return .bool
    case .conditional(let condition, let positive, let negative):
      expect(.bool, of: condition)
      let types = (check(positive), check(negative))
      guard let joined = types.0.joined(with: types.1) else {
        report(
          "expected two outcomes of one type, found \(types.0) and \(types.1)", at: expression.range
        )
        return .dyn
      }
      return joined
    case .call(let name, let target, let arguments):
      return call(name, on: target, arguments, expression)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let name, let values):
      for value in values { check(value) }
      report(
        "expected a value, found a message of the unknown type `\(name)`", at: expression.range)
      return .dyn
    case .comprehension(let comprehension): return self.comprehension(comprehension, expression)
    case .binding(let variable, let value, let body):
      let type = check(value)
      return scoped([(variable, type)], at: expression) { $0.check(body) }
    case .optionalMap(let operand, let variable, let body, let isFlat):
      return optionalMap(operand, variable, body, isFlat: isFlat, expression)
    }
  }

  private static func type(ofLiteral value: Value) -> ValueType {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    default: .dyn
    }
  }

  private mutating func list(_ elements: [ListElement]) -> ValueType {
    var joined: ValueType?
    for element in elements {
      var type = check(element.value)
      if element.isOptional { type = unwrapped(type, element.value) }
      joined = joined.map { $0.joined(with: type) ?? .dyn } ?? type
    }
    return .list(joined ?? .dyn)
  }

  private mutating func map(_ entries: [MapEntry]) -> ValueType {
    var types: (key: ValueType, value: ValueType)?
    for entry in entries {
      let key = check(entry.key)
      switch key {
      case .bool, .int, .uint, .string, .enumeration, .dyn: break
      default:
        report(
          "expected a key of type bool, int, uint or string, found \(key)", at: entry.key.range)
      }
      var value = check(entry.value)
      if entry.isOptional { value = unwrapped(value, entry.value) }
      types =
        types.map { ($0.key.joined(with: key) ?? .dyn, $0.value.joined(with: value) ?? .dyn) }
        ?? (key, value)
    }
    return .map(types?.key ?? .dyn, types?.value ?? .dyn)
  }

  private mutating func unwrapped(_ type: ValueType, _ expression: Expression) -> ValueType {
    switch type {
    case .optional(let wrapped): return wrapped
    case .dyn: return .dyn
    default:
      report("expected an optional value, found \(type)", at: expression.range)
      return .dyn
    }
  }

  /// Declares variables for the time of `body`, each at a slot that no other variable has.
  mutating func scoped<Result>(
    _ variables: [(name: String, type: ValueType)], at expression: Expression,
    _ body: (inout Checker) -> Result
  ) -> Result {
    for (name, type) in variables {
      let slot = result.localCount
      result.localCount += 1
      result.locals[expression.id].append(slot)
      scope.append(Local(name: name, slot: slot, type: type))
    }
    defer { scope.removeLast(variables.count) }
    return body(&self)
  }
}
