/// A type as the checker knows it, with its parameters.
public indirect enum ValueType: Hashable, Sendable {
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case list(ValueType)
  case map(ValueType, ValueType)
  case timestamp
  case duration
  case type
  case optional(ValueType)
  case ip
  case cidr
  /// An object type of the host, by the name under which the environment declares it.
  case object(String)
  /// A string out of a closed set: comparing it with a literal outside of the set is an error.
  case enumeration(name: String, values: [String])
  /// A stand-in in the signature of a generic function, such as the `T` of `orValue`.
  case parameter(String)
  /// Any type: checked when the expression is evaluated.
  case dyn
}

extension ValueType: CustomStringConvertible {
  /// The type as messages show it, such as `list(string)`.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .type: "type"
    case .optional(let wrapped): "optional(\(wrapped))"
    case .ip: "ip"
    case .cidr: "cidr"
    case .object(let name): name
    case .enumeration(let name, _): name
    case .parameter(let name): name
    case .dyn: "dyn"
    }
  }
}

extension ValueType {
  /// Whether a value met at run time can be of this type, its parameters left aside.
  func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.dyn, _), (.parameter, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.enumeration, .string), (.bytes, .bytes),
      (.list, .list), (.map, .map), (.timestamp, .timestamp), (.duration, .duration),
      (.type, .type), (.optional, .optional), (.ip, .ip), (.cidr, .cidr):
      true
    case (.object(let name), .object(let object)): object.objectType.name == name
    default: false
    }
  }

  /// Whether every value of a type that the checker has inferred can be of this type.
  ///
  /// Left out are types that `null` counts as well as.
  func admitsAll(of inferred: ValueType) -> Bool {
    switch (self, inferred) {
    case (.dyn, _), (.list, .list), (.map, .map), (.string, .enumeration): true
    default: self == inferred
    }
  }

  /// Whether the type is one of the three number types.
  var isNumeric: Bool { self == .int || self == .uint || self == .double }
}
