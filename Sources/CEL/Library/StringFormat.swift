/// `format`: text with verbs such as `%s`, `%d` and `%.2f`, each of which takes the next argument.
enum StringFormat {
  static let functions: [Function] = [
    .member("format", of: .string, parameters: [.list(.dyn)], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      guard case .string(let template) = operands[0], case .list(let arguments) = operands[1] else {
        throw Arithmetic.noOverload("format", operands[0], operands[1])
      }
      return .string(try format(template, arguments, &meter))
    }
  ]

  static let maximumPrecision = 1_000

  private static func format(
    _ template: String, _ arguments: [Value], _ meter: inout CostMeter
  ) throws(EvaluationError) -> String {
    var result = ""
    var scalars = template.unicodeScalars[...]
    var next = 0
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if scalars.first == "%" {
        scalars.removeFirst()
        result += "%"
        continue
      }
      let precision = try precision(&scalars)
      guard let verb = scalars.popFirst() else {
        throw .invalidArgument("expected a verb after % at the end of the format")
      }
      guard next < arguments.count else { throw .indexOutOfRange(Int64(next)) }
      // The exact digits of a double take as long as those of a long text.
      if verb == "f" || verb == "e" { try meter.charge(forText: 4_096) }
      let text = try text(arguments[next], verb, precision)
      try meter.charge(forText: text.utf8.count)
      result += text
      next += 1
    }
    return result
  }

  /// The digits after a point, or `nil` where there is no point.
  private static func precision(
    _ scalars: inout Substring.UnicodeScalarView
  ) throws(EvaluationError) -> Int? {
    guard scalars.first == "." else { return nil }
    scalars.removeFirst()
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    scalars = scalars.dropFirst(digits.count)
    guard let precision = Int(String(digits)), precision <= maximumPrecision else {
      throw .invalidArgument("expected a precision of at most \(maximumPrecision)")
    }
    return precision
  }

  private static func text(
    _ value: Value, _ verb: Unicode.Scalar, _ precision: Int?
  ) throws(EvaluationError) -> String {
    switch verb {
    case "s": return try plain(value)
    case "d": return try decimal(value)
    case "f", "e": return try floating(value, verb, precision ?? 6)
    case "b", "o": return try radix(value, verb)
    case "x": return try hexadecimal(value)
    case "X": return try hexadecimal(value).uppercased()
    default: throw .invalidArgument("unknown formatting verb %\(verb)")
    }
  }

  private static func mismatch(_ verb: Unicode.Scalar, _ value: Value) -> EvaluationError {
    .noSuchOverload("%\(verb) of \(value.type.name)")
  }

  /// Everything that can be shown to people; what a list or map holds too.
  private static func plain(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .list(let elements):
      for element in elements { _ = try plain(element) }
    case .map(let map):
      for element in map.values { _ = try plain(element) }
    case .object, .optional: throw mismatch("s", value)
    default: break
    }
    return value.display
  }

  private static func decimal(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .int, .uint: return value.display
    case .double(let number) where !number.isFinite: return value.display
    case .double: return value.display
    default: throw mismatch("d", value)
    }
  }

  private static func floating(
    _ value: Value, _ verb: Unicode.Scalar, _ precision: Int
  ) throws(EvaluationError) -> String {
    let number: Double
    switch value {
    case .double(let value): number = value
    case .int(let value): number = Double(value)
    case .uint(let value): number = Double(value)
    default: throw mismatch(verb, value)
    }
    guard number.isFinite else { return value.display }
    let digits = DecimalDigits(number)
    return verb == "f"
      ? digits.fixed(precision: precision) : digits.scientific(precision: precision)
  }

  private static func radix(
    _ value: Value, _ verb: Unicode.Scalar
  ) throws(EvaluationError) -> String {
    let radix = verb == "b" ? 2 : 8
    switch value {
    case .int(let value): return String(value, radix: radix)
    case .uint(let value): return String(value, radix: radix)
    case .bool(let value) where verb == "b": return value ? "1" : "0"
    default: throw mismatch(verb, value)
    }
  }

  private static func hexadecimal(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .int(let value): return String(value, radix: 16)
    case .uint(let value): return String(value, radix: 16)
    case .string(let text): return hexadecimal(Array(text.utf8))
    case .bytes(let bytes): return hexadecimal(bytes)
    default: throw mismatch("x", value)
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
