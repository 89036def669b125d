// Links the C library's mathematics, which the standard library's rounding calls.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Functions of numbers; nothing is converted but where the function says so.
enum MathLibrary {
  static let functions = extremes + roundings + tests + signs + BitLibrary.functions

  private static let extremes: [Function] = [
    ("math.greatest", Value.Order.descending), ("math.least", .ascending),
  ]
  .flatMap { name, wanted in
    [
      Function(
        .global, name, [.list(.dyn)], returns: .dyn,
        body: .variadic { (operands, meter) throws(EvaluationError) in
          guard case .list(let numbers) = operands[0] else { throw .noSuchOverload(name) }
          return try extreme(of: numbers, wanted, name)
        }),
      Function(
        .global, name, [.dyn], repeatsLast: true, returns: .dyn,
        body: .variadic { (operands, _) throws(EvaluationError) in
          try extreme(of: operands, wanted, name)
        }),
    ]
  }

  /// The first of the numbers that no other exceeds in the wanted direction.
  private static func extreme(
    of numbers: [Value], _ wanted: Value.Order, _ name: String
  ) throws(EvaluationError) -> Value {
    guard var best = numbers.first else {
      throw .invalidArgument("\(name) expects at least one number")
    }
    for number in numbers {
      switch number {
      case .int, .uint, .double: break
      default: throw .noSuchOverload("\(name)(\(number.type.name))")
      }
      if number.ordered(against: best) == wanted { best = number }
    }
    return best
  }

  private static let roundings: [Function] = {
    let functions: [(name: String, body: @Sendable (Double) -> Double)] = [
      ("math.ceil", { $0.rounded(.up) }), ("math.floor", { $0.rounded(.down) }),
      ("math.round", { $0.rounded(.toNearestOrAwayFromZero) }),
      ("math.trunc", { $0.rounded(.towardZero) }),
    ]
    return functions.map { name, body in
      Function.global(name, .double, returns: .double) { (value) throws(EvaluationError) in
        guard case .double(let value) = value else { throw .noSuchOverload(name) }
        return .double(body(value))
      }
    }
      + [.int, .uint, .double].map { type in
        Function.global("math.sqrt", type, returns: .double) { (value) throws(EvaluationError) in
          switch value {
          case .int(let value): .double(Double(value).squareRoot())
          case .uint(let value): .double(Double(value).squareRoot())
          case .double(let value): .double(value.squareRoot())
          default: throw .noSuchOverload("math.sqrt")
          }
        }
      }
  }()

  private static let tests: [Function] = {
    let functions: [(name: String, body: @Sendable (Double) -> Bool)] = [
      ("math.isNaN", \.isNaN), ("math.isInf", \.isInfinite), ("math.isFinite", \.isFinite),
    ]
    return functions.map { name, body in
      Function.global(name, .double, returns: .bool) { (value) throws(EvaluationError) in
        guard case .double(let value) = value else { throw .noSuchOverload(name) }
        return .bool(body(value))
      }
    }
  }()

  private static let signs: [Function] = [ValueType.int, .uint, .double].flatMap { type in
    [
      Function.global("math.abs", type, returns: type) { (value) throws(EvaluationError) in
        switch value {
        case .int(.min): throw .overflow
        case .int(let value): .int(abs(value))
        case .double(let value): .double(abs(value))
        default: value
        }
      },
      Function.global("math.sign", type, returns: type) { (value) throws(EvaluationError) in
        switch value {
        case .int(let value): .int(value.signum())
        case .uint(let value): .uint(value == 0 ? 0 : 1)
        case .double(let value):
          .double(value.isNaN || value == 0 ? value : value < 0 ? -1 : 1)
        default: throw .noSuchOverload("math.sign")
        }
      },
    ]
  }
}
