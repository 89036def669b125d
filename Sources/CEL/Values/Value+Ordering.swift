extension Value {
  /// How the value relates to another one in order.
  enum Order {
    case ascending, same, descending
    /// Neither: one of the two is not a number.
    case unordered
  }

  /// The order of two values of comparable types, or `nil` where `<` has no overload for them.
  func ordered(against other: Value) -> Order? {
    switch (self, other) {
    case (.int(let a), .int(let b)): .init(a, b)
    case (.uint(let a), .uint(let b)): .init(a, b)
    case (.double(let a), .double(let b)): .init(a, b)
    case (.int(let a), .uint(let b)): a < 0 ? .ascending : .init(UInt64(a), b)
    case (.uint(let a), .int(let b)): b < 0 ? .descending : .init(a, UInt64(b))
    // As the specification's suite has it, an integer is rounded to the double that it is compared with.
    case (.int(let a), .double(let b)): .init(Double(a), b)
    case (.double(let a), .int(let b)): .init(a, Double(b))
    case (.uint(let a), .double(let b)): .init(Double(a), b)
    case (.double(let a), .uint(let b)): .init(a, Double(b))
    case (.string(let a), .string(let b)):
      a.codePointsPrecede(b) ? .ascending : a.hasSameCodePoints(as: b) ? .same : .descending
    case (.bytes(let a), .bytes(let b)):
      a.lexicographicallyPrecedes(b) ? .ascending : a == b ? .same : .descending
    case (.bool(let a), .bool(let b)): a == b ? .same : a ? .descending : .ascending
    case (.timestamp(let a), .timestamp(let b)): .init(a, b)
    case (.duration(let a), .duration(let b)): .init(a.nanoseconds, b.nanoseconds)
    default: nil
    }
  }
}

extension Value.Order {
  init<Operand: Comparable>(_ a: Operand, _ b: Operand) {
    self = a < b ? .ascending : a == b ? .same : a > b ? .descending : .unordered
  }
}
