/// The run-time identity of a type, which forgets type parameters: every list is of type `list`.
public struct TypeValue: Hashable, Sendable {
  /// The name that the expression language gives the type, such as `google.protobuf.Timestamp`.
  public let name: String

  /// The type called `name`, be it the language's own or the host's.
  public init(name: String) {
    self.name = name
  }

  static let null = TypeValue(name: "null_type")
  static let bool = TypeValue(name: "bool")
  static let int = TypeValue(name: "int")
  static let uint = TypeValue(name: "uint")
  static let double = TypeValue(name: "double")
  static let string = TypeValue(name: "string")
  static let bytes = TypeValue(name: "bytes")
  static let list = TypeValue(name: "list")
  static let map = TypeValue(name: "map")
  static let timestamp = TypeValue(name: "google.protobuf.Timestamp")
  static let duration = TypeValue(name: "google.protobuf.Duration")
  static let type = TypeValue(name: "type")
  static let optional = TypeValue(name: "optional_type")
  static let ip = TypeValue(name: "net.IP")
  static let cidr = TypeValue(name: "net.CIDR")

  /// The types that an expression may name, by that name.
  static let named: [String: TypeValue] = {
    let all: [TypeValue] = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .timestamp, .duration,
      .type, .optional, .ip, .cidr,
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }()
}
