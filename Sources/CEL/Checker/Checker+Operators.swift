extension Checker {
  mutating func unary(_ operation: UnaryOperator, _ operand: Expression) -> ValueType {
    switch operation {
    case .not:
      expect(.bool, of: operand)
      return .bool
    case .negate:
      let type = check(operand)
      guard ![.int, .double, .duration, .dyn].contains(type) else { return type }
      report("expected int or double after `-`, found \(type)", at: operand.range)
      return .dyn
    }
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> ValueType {
    let types = (check(left), check(right))
    let range = left.range.lowerBound..<right.range.upperBound
    switch operation {
    case .equal, .notEqual:
      if !types.0.isComparable(with: types.1) {
        report("expected operands of one type, found \(types.0) and \(types.1)", at: range)
      }
      checkLiteral(right, against: types.0)
      checkLiteral(left, against: types.1)
      return .bool
    case .isIn:
      membership(left, types.0, right, types.1)
      return .bool
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if !Self.areOrdered(types.0, types.1) {
        report(
          "expected operands that `\(operation.rawValue)` can order, found \(types.0) and \(types.1)",
          at: range)
      }
      return .bool
    case .add, .subtract, .multiply, .divide, .remainder:
      guard let result = Self.arithmetic(operation, types.0, types.1) else {
        report(
          "expected operands that `\(operation.rawValue)` takes, found \(types.0) and \(types.1)",
          at: range)
        return .dyn
      }
      return result
    }
  }

  private mutating func membership(
    _ element: Expression, _ elementType: ValueType, _ container: Expression,
    _ containerType: ValueType
  ) {
    let type: ValueType
    switch containerType {
    case .list(let element): type = element
    case .map(let key, _): type = key
    case .dyn: return
    default:
      report("expected a list or a map after `in`, found \(containerType)", at: container.range)
      return
    }
    if !elementType.isComparable(with: type) {
      report("expected \(type) before `in`, found \(elementType)", at: element.range)
    }
    checkLiteral(element, against: type)
    guard case .list(let elements) = container.kind else { return }
    for element in elements { checkLiteral(element.value, against: elementType) }
  }

  /// A string literal that is compared with an enumeration must be one of its values.
  private mutating func checkLiteral(_ expression: Expression, against type: ValueType) {
    guard case .enumeration(let name, let values) = type,
      case .literal(.string(let text)) = expression.kind, !values.contains(text)
    else { return }
    report(
      "expected a value of \(name), found \"\(text)\"", at: expression.range,
      suggestion: Suggestion.nearest(to: text, among: values))
  }

  private static func areOrdered(_ left: ValueType, _ right: ValueType) -> Bool {
    if left == .dyn || right == .dyn || (left.isNumeric && right.isNumeric) { return true }
    switch (left, right) {
    case (.bool, .bool), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration),
      (.string, .string), (.enumeration, .string), (.string, .enumeration):
      return true
    default: return false
    }
  }

  private static func arithmetic(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    switch (operation, left, right) {
    case (_, .dyn, _), (_, _, .dyn): return .dyn
    case (_, .int, .int), (_, .uint, .uint): return left
    case (.remainder, _, _): return nil
    case (_, .double, .double): return .double
    case (.add, .list(let a), .list(let b)): return .list(a.joined(with: b) ?? .dyn)
    case (.add, .bytes, .bytes): return .bytes
    case (.add, .timestamp, .duration), (.subtract, .timestamp, .duration),
      (.add, .duration, .timestamp):
      return .timestamp
    case (.subtract, .timestamp, .timestamp), (.add, .duration, .duration),
      (.subtract, .duration, .duration):
      return .duration
    case (.add, _, _) where ValueType.string.accepts(left) && ValueType.string.accepts(right):
      return .string
    default: return nil
    }
  }
}
