/// The operators that compute; integers never wrap.
enum Arithmetic {
  static func add(
    _ left: Value, _ right: Value, _ meter: inout CostMeter
  ) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): return .int(try checked(a.addingReportingOverflow(b)))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.addingReportingOverflow(b)))
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.string(let a), .string(let b)):
      try meter.charge(forText: a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.bytes(let a), .bytes(let b)):
      try meter.charge(forText: a.count + b.count)
      return .bytes(a + b)
    case (.list(let a), .list(let b)):
      try meter.charge(a.count + b.count)
      return .list(a + b)
    case (.timestamp(let instant), .duration(let span)),
      (.duration(let span), .timestamp(let instant)):
      return .timestamp(try some(instant.advanced(by: span)))
    case (.duration(let a), .duration(let b)):
      return .duration(
        TimeSpan(nanoseconds: try checked(a.nanoseconds.addingReportingOverflow(b.nanoseconds))))
    default: throw noOverload("+", left, right)
    }
  }

  /// Adds `right` to `total`; a text takes in another one without being copied.
  static func add(
    _ right: Value, to total: inout Value, _ meter: inout CostMeter
  ) throws(EvaluationError) {
    guard case .string(let tail) = right, case .string(var text) = total else {
      total = try add(total, right, &meter)
      return
    }
    try meter.charge(forText: text.utf8.count + tail.utf8.count)
    // Given back before it grows, so that nothing else holds it.
    total = .null
    text += tail
    total = .string(text)
  }

  static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): return .int(try checked(a.subtractingReportingOverflow(b)))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.subtractingReportingOverflow(b)))
    case (.double(let a), .double(let b)): return .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): return .duration(try some(a.since(b)))
    case (.timestamp(let instant), .duration(let span)):
      let negated = try checked(Int64(0).subtractingReportingOverflow(span.nanoseconds))
      return .timestamp(try some(instant.advanced(by: TimeSpan(nanoseconds: negated))))
    case (.duration(let a), .duration(let b)):
      let difference = try checked(a.nanoseconds.subtractingReportingOverflow(b.nanoseconds))
      return .duration(TimeSpan(nanoseconds: difference))
    default: throw noOverload("-", left, right)
    }
  }

  static func multiply(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): .int(try checked(a.multipliedReportingOverflow(by: b)))
    case (.uint(let a), .uint(let b)): .uint(try checked(a.multipliedReportingOverflow(by: b)))
    case (.double(let a), .double(let b)): .double(a * b)
    default: throw noOverload("*", left, right)
    }
  }

  static func divide(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(_), .int(0)), (.uint(_), .uint(0)): throw .divisionByZero
    case (.int(let a), .int(let b)): .int(try checked(a.dividedReportingOverflow(by: b)))
    case (.uint(let a), .uint(let b)): .uint(a / b)
    case (.double(let a), .double(let b)): .double(a / b)
    default: throw noOverload("/", left, right)
    }
  }

  static func remainder(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(_), .int(0)), (.uint(_), .uint(0)): throw .divisionByZero
    case (.int(let a), .int(let b)): .int(try checked(a.remainderReportingOverflow(dividingBy: b)))
    case (.uint(let a), .uint(let b)): .uint(a % b)
    default: throw noOverload("%", left, right)
    }
  }

  static func negate(_ operand: Value) throws(EvaluationError) -> Value {
    switch operand {
    case .int(let value): return .int(try checked(Int64(0).subtractingReportingOverflow(value)))
    case .double(let value): return .double(-value)
    case .duration(let span):
      let negated = try checked(Int64(0).subtractingReportingOverflow(span.nanoseconds))
      return .duration(TimeSpan(nanoseconds: negated))
    default: throw .noSuchOverload("-\(operand.type.name)")
    }
  }

  static func noOverload(_ name: String, _ left: Value, _ right: Value) -> EvaluationError {
    .noSuchOverload("\(left.type.name) \(name) \(right.type.name)")
  }

  private static func checked<Integer>(
    _ result: (partialValue: Integer, overflow: Bool)
  ) throws(EvaluationError) -> Integer {
    if result.overflow { throw .overflow }
    return result.partialValue
  }

  private static func some<Result>(_ result: Result?) throws(EvaluationError) -> Result {
    guard let result else { throw .overflow }
    return result
  }
}
