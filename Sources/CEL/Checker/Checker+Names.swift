extension Checker {
  mutating func identifier(
    _ name: String, isAbsolute: Bool, _ expression: Expression
  ) -> ValueType {
    if !isAbsolute, let local = scope.last(where: { $0.name == name }) {
      result.references[expression.id] = .local(slot: local.slot)
      return local.type
    }
    if let type = resolve(name, isAbsolute: isAbsolute, expression) { return type }
    let known = environment.variables.map(\.name) + scope.map(\.name)
    report(
      "unknown variable `\(name)`", at: expression.range,
      suggestion: Suggestion.nearest(to: name, among: known))
    return .dyn
  }

  /// A dotted name as a variable or type, whichever the container's innermost candidate is.
  private mutating func resolve(
    _ name: String, isAbsolute: Bool, _ expression: Expression
  ) -> ValueType? {
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      if let slot = environment.slot(of: candidate) {
        result.references[expression.id] = .variable(slot: slot)
        return environment.variables[slot].type
      }
      if let type = TypeValue.named[candidate] {
        result.references[expression.id] = .type(type)
        return .type
      }
      if environment.objectTypes[candidate] != nil {
        result.references[expression.id] = .type(TypeValue(name: candidate))
        return .type
      }
    }
    return nil
  }

  func isLocal(_ root: (name: String, isAbsolute: Bool)?) -> Bool {
    guard let root, !root.isAbsolute else { return false }
    return scope.contains { $0.name == root.name }
  }

  /// The longest dotted name that is a variable wins; what follows selects fields.
  mutating func select(
    _ field: Name, of operand: Expression, isOptional: Bool, _ expression: Expression
  ) -> ValueType {
    if let name = expression.qualifiedName, !isLocal(expression.rootIdentifier),
      let type = resolve(name.text, isAbsolute: name.isAbsolute, expression)
    {
      return type
    }
    let type = fieldType(field, of: check(operand), expression)
    guard isOptional else { return type }
    if case .optional = type { return type }
    return .optional(type)
  }

  /// The type of a field of a value of type `type`; within an optional, the field is optional too.
  mutating func fieldType(
    _ field: Name, of type: ValueType, _ expression: Expression
  ) -> ValueType {
    switch type {
    case .dyn: return .dyn
    case .map(let key, let value):
      if !key.accepts(.string) {
        report("expected a key of type \(key), found a field name", at: field.range)
      }
      return value
    case .optional(let wrapped):
      let type = fieldType(field, of: wrapped, expression)
      if case .optional = type { return type }
      return .optional(type)
    case .object(let name):
      guard let objectType = environment.objectTypes[name] else {
        report("expected a declared object type, found `\(name)`", at: field.range)
        return .dyn
      }
      guard let slot = objectType.slot(of: field.text) else {
        report(
          "unknown field `\(field.text)` of \(name)", at: field.range,
          suggestion: Suggestion.nearest(
            to: field.text, among: objectType.fields.map(\.name)))
        return .dyn
      }
      result.references[expression.id] = .field(objectType, slot: slot)
      let reference = FieldReference(objectType: name, field: field.text)
      if !result.fieldsRead.contains(reference) { result.fieldsRead.append(reference) }
      return objectType.fields[slot].type
    default:
      report("expected an object or a map with fields, found \(type)", at: field.range)
      return .dyn
    }
  }

  mutating func index(
    _ operand: Expression, _ index: Expression, isOptional: Bool
  ) -> ValueType {
    let operandType = check(operand)
    let indexType = check(index)
    var container = operandType
    var wraps = isOptional
    if case .optional(let wrapped) = operandType {
      container = wrapped
      wraps = true
    }
    let element: ValueType
    switch container {
    case .list(let type):
      if !ValueType.int.accepts(indexType) {
        report("expected an index of type int, found \(indexType)", at: index.range)
      }
      element = type
    case .map(let key, let value):
      if !key.isComparable(with: indexType) {
        report("expected a key of type \(key), found \(indexType)", at: index.range)
      }
      element = value
    case .dyn: element = .dyn
    default:
      report("expected a list or a map, found \(container)", at: operand.range)
      element = .dyn
    }
    return wraps ? .optional(element) : element
  }
}
