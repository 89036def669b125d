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
    case (.int(let a), .double(let b)): .init(a, comparedWith: b)
    case (.double(let a), .int(let b)): Order(b, comparedWith: a).reversed
    case (.uint(let a), .double(let b)): .init(a, comparedWith: b)
    case (.double(let a), .uint(let b)): Order(b, comparedWith: a).reversed
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
  var reversed: Self {
    switch self {
    case .ascending: .descending
    case .descending: .ascending
    case .same, .unordered: self
    }
  }

  init<Operand: Comparable>(_ a: Operand, _ b: Operand) {
    self = a < b ? .ascending : a == b ? .same : a > b ? .descending : .unordered
  }

  /// Compares exactly, also where the double could not hold the integer.
  init<Integer: FixedWidthInteger>(_ integer: Integer, comparedWith double: Double) {
    guard !double.isNaN else {
      self = .unordered
      return
    }
    guard let floor = Integer(exactly: double.rounded(.down)) else {
      self = double > 0 ? .ascending : .descending
      return
    }
    if integer == floor {
      self = double == double.rounded(.down) ? .same : .ascending
    } else {
      self = integer < floor ? .ascending : .descending
    }
  }
}
