import FoundationEssentials

/// A JSON text as it was read back, numbers exact.
enum JSONValue: Hashable, Decodable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads `text`; fails where it is not JSON.
  init(reading text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try Self.decoded(Bool.self, container) {
      self = .bool(value)
    } else if let value = try Self.decoded(Decimal.self, container) {
      self = .number(value)
    } else if let value = try Self.decoded(String.self, container) {
      self = .string(value)
    } else if let value = try Self.decoded([JSONValue].self, container) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value where it is of the wanted type.
  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ container: any SingleValueDecodingContainer
  ) throws -> Value? {
    do {
      return try container.decode(type)
    } catch DecodingError.typeMismatch {
      return nil
    }
  }

  /// The member `name`; `null` where there is none.
  subscript(name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// The element at `index`; `null` where there is none.
  subscript(index: Int) -> JSONValue {
    elements.indices.contains(index) ? elements[index] : .null
  }

  /// The elements of an array; none of anything else.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The text of a string.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number.
  var number: Decimal? { if case .number(let number) = self { number } else { nil } }

  /// The number, where it is whole.
  var int: Int? { number.flatMap { Int($0.description) } }

  /// Whether there is a value.
  var isPresent: Bool { self != .null }

  /// The value and everything in it.
  var descendants: [JSONValue] {
    switch self {
    case .array(let elements): [self] + elements.flatMap(\.descendants)
    case .object(let members):
      [self] + members.sorted { $0.key < $1.key }.flatMap(\.value.descendants)
    default: [self]
    }
  }
}
