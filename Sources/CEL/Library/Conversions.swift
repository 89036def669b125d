/// The functions named after types, `type` and `dyn`.
enum Conversions {
  static let functions: [Function] = {
    let conversions: [(name: String, result: ValueType, body: Function.Unary)] = [
      ("bool", .bool, bool), ("int", .int, int), ("uint", .uint, uint), ("double", .double, double),
      ("string", .string, string), ("bytes", .bytes, bytes), ("timestamp", .timestamp, timestamp),
      ("duration", .duration, duration),
      ("type", .type, { .type($0.type) }),
      ("dyn", .dyn, { $0 }),
    ]
    return conversions.map { Function.global($0.name, .dyn, returns: $0.result, body: $0.body) }
  }()

  private static func failure(_ value: Value, _ type: String) -> EvaluationError {
    switch value {
    case .string, .bytes, .int, .uint, .double:
      .invalidArgument("cannot convert \(value.display) to \(type)")
    default: .noSuchOverload("\(type)(\(value.type.name))")
    }
  }

  private static let bool: Function.Unary = { (value) throws(EvaluationError) in
    switch value {
    case .bool: return value
    case .string(let text):
      if ["1", "t", "T", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "F", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw failure(value, "bool")
    default: throw failure(value, "bool")
    }
  }

  private static let int: Function.Unary = { (value) throws(EvaluationError) in
    let result: Int64? =
      switch value {
      case .int(let value): value
      case .uint(let value): Int64(exactly: value)
      // The lowest int is excluded: a double so large cannot be told from one just beyond.
      case .double(let value): value > -0x1p63 ? Int64(exactly: value.rounded(.towardZero)) : nil
      case .string(let text): text.utf8.first == UInt8(ascii: "+") ? nil : Int64(text)
      case .timestamp(let value): value.seconds
      case .duration(let value): value.nanoseconds / 1_000_000_000
      default: nil
      }
    guard let result else { throw failure(value, "int") }
    return .int(result)
  }

  private static let uint: Function.Unary = { (value) throws(EvaluationError) in
    let result: UInt64? =
      switch value {
      case .int(let value): UInt64(exactly: value)
      case .uint(let value): value
      case .double(let value): UInt64(exactly: value.rounded(.towardZero))
      case .string(let text): text.utf8.first == UInt8(ascii: "+") ? nil : UInt64(text)
      default: nil
      }
    guard let result else { throw failure(value, "uint") }
    return .uint(result)
  }

  private static let double: Function.Unary = { (value) throws(EvaluationError) in
    let result: Double? =
      switch value {
      case .int(let value): Double(value)
      case .uint(let value): Double(value)
      case .double(let value): value
      case .string(let text): Double(text)
      default: nil
      }
    guard let result else { throw failure(value, "double") }
    return .double(result)
  }

  private static let string: Function.Unary = { (value) throws(EvaluationError) in
    switch value {
    case .string: return value
    case .bool, .int, .uint, .double, .timestamp, .duration, .ip, .cidr:
      return .string(value.display)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .invalidArgument("cannot convert bytes that are not UTF-8 to string")
      }
      return .string(text)
    default: throw failure(value, "string")
    }
  }

  private static let bytes: Function.Unary = { (value) throws(EvaluationError) in
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw failure(value, "bytes")
    }
  }

  private static let timestamp: Function.Unary = { (value) throws(EvaluationError) in
    let result: Timestamp? =
      switch value {
      case .timestamp(let value): value
      case .int(let seconds): Timestamp(seconds: seconds)
      case .string(let text): Timestamp(parsing: text)
      default: nil
      }
    guard let result else { throw failure(value, "timestamp") }
    return .timestamp(result)
  }

  private static let duration: Function.Unary = { (value) throws(EvaluationError) in
    let result: TimeSpan? =
      switch value {
      case .duration(let value): value
      case .int(let seconds): TimeSpan(seconds: seconds)
      case .string(let text): TimeSpan(parsing: text)
      default: nil
      }
    guard let result else { throw failure(value, "duration") }
    return .duration(result)
  }
}
