import CEL
import Foundation

/// One file of the suite, with the names that its JSON uses.
struct CELSuiteFile: Decodable {
  /// The suite's own value cannot be read.
  struct Malformation: Error {
    let type: String
  }

  struct Test: Decodable {
    let id: String
    let expr: String
    let dynamic_ok: Bool
    let disable_check: Bool?
    let container: String?
    let bindings: [String: TypedValue]?
    let expect: Expectation
  }

  struct Expectation: Decodable {
    let kind: String
    let value: TypedValue?
  }

  /// A value with its type beside it.
  indirect enum TypedValue: Decodable {
    case scalar(type: String, text: String)
    case bool(Bool)
    case bytes([UInt8])
    case list([TypedValue])
    case map([[TypedValue]])

    private enum Key: String, CodingKey {
      case type, value, elements, entries, base64
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let type = try container.decode(String.self, forKey: .type)
      switch type {
      case "bool": self = .bool(try container.decode(Bool.self, forKey: .value))
      case "bytes": self = .bytes(Array(try container.decode(Data.self, forKey: .base64)))
      case "list": self = .list(try container.decode([TypedValue].self, forKey: .elements))
      case "map": self = .map(try container.decode([[TypedValue]].self, forKey: .entries))
      case "enum", "message": self = .scalar(type: type, text: "")
      default:
        let text = try container.decodeIfPresent(String.self, forKey: .value)
        self = .scalar(type: type, text: text ?? "")
      }
    }

    func value() throws -> Value {
      switch self {
      case .bool(let value): return .bool(value)
      case .bytes(let value): return .bytes(value)
      case .list(let elements): return .list(try elements.map { try $0.value() })
      case .map(let entries):
        return .map(
          try MapValue(entries: entries.map { (key: try $0[0].value(), value: try $0[1].value()) }))
      case .scalar(let type, let text):
        guard let value = Self.scalar(type, text) else { throw Malformation(type: type) }
        return value
      }
    }

    private static func scalar(_ type: String, _ text: String) -> Value? {
      switch type {
      case "null": .null
      case "string": .string(text)
      case "int": Int64(text).map(Value.int)
      case "uint": UInt64(text).map(Value.uint)
      case "double": Double(text).map(Value.double)
      case "type": .type(TypeValue(name: text))
      case "timestamp": Timestamp(parsing: text).map(Value.timestamp)
      case "duration": TimeSpan(parsing: text).map(Value.duration)
      default: nil
      }
    }
  }

  let tests: [Test]
}
