/// A value of the expression language, as variables hold it and evaluation returns it.
///
/// Strings and bytes are compared by code point and by byte, never by canonical equivalence.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(MapValue)
  case timestamp(Timestamp)
  case duration(TimeSpan)
  /// A type as a value: what `type(x)` returns and what the name `int` stands for.
  case type(TypeValue)
  /// A value that may be missing; `optional(nil)` is `optional.none()`.
  indirect case optional(Value?)
  indirect case ip(IPAddress)
  indirect case cidr(AddressBlock)
  /// A typed object of the host, compared by identity.
  case object(any ObjectValue)
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral
{
  /// A `string` value.
  public init(stringLiteral value: String) { self = .string(value) }

  /// An `int` value.
  public init(integerLiteral value: Int64) { self = .int(value) }

  /// A `bool` value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A `double` value.
  public init(floatLiteral value: Double) { self = .double(value) }

  /// A `list` value.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value {
  /// The value's type, as `type(x)` would return it.
  public var type: TypeValue {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .optional: .optional
    case .ip: .ip
    case .cidr: .cidr
    case .object(let object): TypeValue(name: object.objectType.name)
    }
  }

  /// Whether the value is what `optional.ofNonZeroValue` turns into `optional.none()`.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let value): value.isEmpty
    case .bytes(let value): value.isEmpty
    case .list(let value): value.isEmpty
    case .map(let value): value.isEmpty
    case .duration(let value): value.nanoseconds == 0
    case .timestamp(let value): value == Timestamp.epoch
    case .optional(let value): value == nil
    case .type, .ip, .cidr, .object: false
    }
  }

  /// How much reading the whole value once costs: 1 for a scalar, more for text and collections.
  var weight: Int {
    switch self {
    case .string(let value): value.utf8.count / 16 + 1
    case .bytes(let value): value.count / 16 + 1
    case .list(let value): value.count / 4 + 1
    case .map(let value): value.count / 4 + 1
    default: 1
    }
  }
}
