/// Selects fields of host objects and entries of maps and lists.
enum Selection {
  /// Reads the field of a host object and tells the observer.
  @inline(__always)
  static func read(
    _ slot: Int, of object: any ObjectValue, _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    try frame.meter.charge(1)
    let reading =
      if let observer = frame.observer {
        object.field(at: slot, observedBy: observer)
      } else {
        object.field(at: slot)
      }
    switch reading {
    case .value(let value): return value
    case .absent(let absence): throw .absent(absence)
    }
  }

  /// `operand.field`: of an optional operand, the field is optional too.
  static func value(
    _ field: String, of operand: Value, _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch operand {
    case .object(let object):
      guard let slot = object.objectType.slot(of: field) else { throw .unknownField(field) }
      return try read(slot, of: object, &frame)
    case .map(let map):
      try frame.meter.charge(1)
      guard let value = map[.string(field)] else { throw .noSuchKey(field) }
      return value
    case .optional: return try optional(field, of: operand, &frame)
    default: throw .noSuchOverload("\(operand.type.name).\(field)")
    }
  }

  /// `operand.?field`, which is missing where the field is absent.
  static func optional(
    _ field: String, of operand: Value, _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if case .optional(let wrapped) = operand {
      guard let wrapped else { return operand }
      return try optional(field, of: wrapped, &frame)
    }
    do throws(EvaluationError) {
      return .optional(try value(field, of: operand, &frame))
    } catch {
      switch error {
      case .absent, .noSuchKey: return .optional(nil)
      default: throw error
      }
    }
  }

  /// `has(operand.field)` of a field that is looked up by name.
  static func isPresent(
    _ field: String, in operand: Value, _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    if case .map(let map) = operand {
      try frame.meter.charge(1)
      return map[.string(field)] != nil
    }
    guard case .optional(let value) = try optional(field, of: operand, &frame) else { return false }
    return value != nil
  }

  /// `has(object.field)` of a field whose place is known.
  static func isPresent(
    _ slot: Int, in object: any ObjectValue, _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    try frame.meter.charge(1)
    return object.hasField(at: slot, observedBy: frame.observer)
  }

  /// `container[key]`, where a list takes any whole number.
  static func element(at key: Value, of container: Value) throws(EvaluationError) -> Value {
    switch container {
    case .list(let elements):
      let position = try position(key)
      guard position >= 0, position < elements.count else { throw .indexOutOfRange(position) }
      return elements[Int(position)]
    case .map(let map):
      guard let value = map[key] else { throw .noSuchKey(key.display) }
      return value
    default: throw .noSuchOverload("\(container.type.name)[\(key.type.name)]")
    }
  }

  /// `container[?key]`, which is missing where there is no such element.
  static func optionalElement(
    at key: Value, of container: Value
  ) throws(EvaluationError) -> Value? {
    switch container {
    case .list(let elements):
      let position = try position(key)
      return position >= 0 && position < elements.count ? elements[Int(position)] : nil
    case .map(let map): return map[key]
    default: throw .noSuchOverload("\(container.type.name)[?\(key.type.name)]")
    }
  }

  /// A whole number of any type.
  private static func position(_ key: Value) throws(EvaluationError) -> Int64 {
    let position: Int64? =
      switch key {
      case .int(let value): value
      case .uint(let value): Int64(exactly: value)
      case .double(let value): Int64(exactly: value)
      default: nil
      }
    guard let position else { throw .invalidArgument("a list has no index \(key.display)") }
    return position
  }
}
