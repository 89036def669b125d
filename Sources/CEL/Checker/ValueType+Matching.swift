extension ValueType {
  /// Whether a value of type `argument` may be passed where this type is asked for.
  ///
  /// `dyn` matches everything. Type parameters are bound to what they meet first and must then agree.
  func accepts(_ argument: ValueType, binding parameters: inout [String: ValueType]) -> Bool {
    switch (self, argument) {
    case (.parameter(let name), _):
      guard let bound = parameters[name], bound != .dyn else {
        parameters[name] = argument
        return true
      }
      guard let joined = bound.joined(with: argument) else { return false }
      parameters[name] = joined
      return true
    case (.dyn, _), (_, .dyn), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp),
      (.duration, .duration), (.type, .type), (.ip, .ip), (.cidr, .cidr),
      (.string, .enumeration), (.enumeration, .string), (.object, .null), (.optional, .null):
      return true
    case (.enumeration(let a, _), .enumeration(let b, _)): return a == b
    case (.object(let a), .object(let b)): return a == b
    case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)):
      return a.accepts(b, binding: &parameters)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return key.accepts(otherKey, binding: &parameters)
        && value.accepts(otherValue, binding: &parameters)
    default: return false
    }
  }

  func accepts(_ argument: ValueType) -> Bool {
    var parameters: [String: ValueType] = [:]
    return accepts(argument, binding: &parameters)
  }

  /// The narrowest type for values of either type, or `nil` where they have nothing in common.
  func joined(with other: ValueType) -> ValueType? {
    if self == other { return self }
    switch (self, other) {
    case (.dyn, _), (_, .dyn): return .dyn
    case (.enumeration, .string), (.string, .enumeration), (.enumeration, .enumeration):
      return .string
    case (.null, .object), (.null, .optional), (.null, .timestamp), (.null, .duration): return other
    case (.object, .null), (.optional, .null), (.timestamp, .null), (.duration, .null): return self
    case (.list(let a), .list(let b)): return a.joined(with: b).map(ValueType.list)
    case (.optional(let a), .optional(let b)): return a.joined(with: b).map(ValueType.optional)
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      guard let key = keyA.joined(with: keyB), let value = valueA.joined(with: valueB) else {
        return nil
      }
      return .map(key, value)
    default: return nil
    }
  }

  /// Whether `==` can ever hold between values of the two types.
  func isComparable(with other: ValueType) -> Bool {
    if isNumeric && other.isNumeric { return true }
    return joined(with: other) != nil
  }

  /// The type with its parameters replaced by what they were bound to.
  func substituting(_ parameters: [String: ValueType]) -> ValueType {
    switch self {
    case .parameter(let name): parameters[name] ?? .dyn
    case .list(let element): .list(element.substituting(parameters))
    case .optional(let wrapped): .optional(wrapped.substituting(parameters))
    case .map(let key, let value):
      .map(key.substituting(parameters), value.substituting(parameters))
    default: self
    }
  }
}
