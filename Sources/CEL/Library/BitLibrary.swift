/// Operations on the bits of `int` and `uint`.
enum BitLibrary {
  static let functions: [Function] = combinations + negations + shifts

  private static let combinations: [Function] = {
    let operations: [(name: String, body: @Sendable (UInt64, UInt64) -> UInt64)] = [
      ("math.bitAnd", { $0 & $1 }), ("math.bitOr", { $0 | $1 }), ("math.bitXor", { $0 ^ $1 }),
    ]
    return operations.flatMap { name, body in
      [ValueType.int, .uint].map { type in
        Function.global(name, type, type, returns: type) { (a, b) throws(EvaluationError) in
          switch (a, b) {
          case (.int(let a), .int(let b)):
            .int(Int64(bitPattern: body(UInt64(bitPattern: a), UInt64(bitPattern: b))))
          case (.uint(let a), .uint(let b)): .uint(body(a, b))
          default: throw Arithmetic.noOverload(name, a, b)
          }
        }
      }
    }
  }()

  private static let negations: [Function] = [ValueType.int, .uint].map { type in
    Function.global("math.bitNot", type, returns: type) { (value) throws(EvaluationError) in
      switch value {
      case .int(let value): .int(~value)
      case .uint(let value): .uint(~value)
      default: throw .noSuchOverload("math.bitNot")
      }
    }
  }

  /// Bits that are moved out are lost; moving right never copies the sign.
  private static let shifts: [Function] = {
    let operations: [(name: String, body: @Sendable (UInt64, Int64) -> UInt64)] = [
      ("math.bitShiftLeft", { $1 > 63 ? 0 : $0 << UInt64($1) }),
      ("math.bitShiftRight", { $1 > 63 ? 0 : $0 >> UInt64($1) }),
    ]
    return operations.flatMap { name, body in
      [ValueType.int, .uint].map { type in
        Function.global(name, type, .int, returns: type) {
          (value, distance) throws(EvaluationError) in
          guard case .int(let distance) = distance else {
            throw Arithmetic.noOverload(name, value, distance)
          }
          guard distance >= 0 else {
            throw .invalidArgument("\(name) expects a distance of at least 0")
          }
          switch value {
          case .int(let value):
            return .int(Int64(bitPattern: body(UInt64(bitPattern: value), distance)))
          case .uint(let value): return .uint(body(value, distance))
          default: throw Arithmetic.noOverload(name, value, .int(distance))
          }
        }
      }
    }
  }()
}
