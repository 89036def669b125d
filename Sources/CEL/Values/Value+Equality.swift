extension Value: Equatable {
  /// Equality as the language defines it: numbers compare across `int`, `uint` and `double`, and values
  /// of unlike types are unequal rather than an error.
  public static func == (lhs: Value, rhs: Value) -> Bool {
    switch (lhs, rhs) {
    case (.string(let a), .string(let b)): return a.hasSameCodePoints(as: b)
    case (.int(let a), .int(let b)): return a == b
    case (.bool(let a), .bool(let b)): return a == b
    case (.null, .null): return true
    case (.uint(let a), .uint(let b)): return a == b
    case (.double(let a), .double(let b)): return a == b
    case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): return a >= 0 && b == UInt64(a)
    case (.int(let a), .double(let b)), (.double(let b), .int(let a)): return Double(a) == b
    case (.uint(let a), .double(let b)), (.double(let b), .uint(let a)): return Double(a) == b
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.list(let a), .list(let b)): return a == b
    case (.map(let a), .map(let b)): return a == b
    case (.timestamp(let a), .timestamp(let b)): return a == b
    case (.duration(let a), .duration(let b)): return a == b
    case (.type(let a), .type(let b)): return a == b
    case (.optional(let a), .optional(let b)): return a == b
    case (.ip(let a), .ip(let b)): return a == b
    case (.cidr(let a), .cidr(let b)): return a == b
    case (.object(let a), .object(let b)): return a === b
    default: return false
    }
  }
}

extension String {
  /// Equality without Unicode normalization: `é` written with one and with two code points differs.
  func hasSameCodePoints(as other: String) -> Bool {
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }

  /// Order of code points, which in UTF-8 is the order of bytes.
  func codePointsPrecede(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
