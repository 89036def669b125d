import FoundationEssentials
import TestSupport

/// Events that others have labelled, as they lie beside the checkout.
///
/// Of the 36 files of SAFE-MCP these hold events that facts of the audit log are about: T1106 (a call made
/// again and again), T1301 (servers that nobody registered) and T1804 (results that are too large), and,
/// though labelled for other reasons, T1101, T1305, T1702 and T1910, whose records hold raw inputs. The
/// others are about what texts and arguments say (T1001, T1008, T1105, T1110, T1302, T1401, T1402, T1404,
/// T1502, T1503, T1505, T1603, T1605, T1606, T2103, T2106, T2107), which audit logs hold as digests, or about
/// processes, hosts, networks and token servers (T1004, T1009, T1104, T1109, T1111, T1201, T1202, T1203, T1306,
/// T1308, T1408, T1601), which are no records of MCP calls.
enum LabelledEvents {
  /// A JSON value, to be written as a line of a log.
  enum Value: Codable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([Value])
    case object([String: Value])
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let flag = try Self.decoded(Bool.self, container) {
        self = .flag(flag)
      } else if let number = try Self.decoded(Double.self, container) {
        self = .number(number)
      } else if let text = try Self.decoded(String.self, container) {
        self = .text(text)
      } else if let list = try Self.decoded([Value].self, container) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      case .list(let list): try container.encode(list)
      case .object(let members): try container.encode(members)
      case .none: try container.encodeNil()
      }
    }

    /// The value as a `T`; `nil` where it is something else.
    private static func decoded<T: Decodable>(
      _ type: T.Type, _ container: any SingleValueDecodingContainer
    ) throws -> T? {
      do {
        return try container.decode(type)
      } catch is DecodingError {
        return nil
      }
    }

    /// The member `name`.
    subscript(name: String) -> Value? {
      if case .object(let members) = self { members[name] } else { nil }
    }

    var elements: [Value] {
      if case .list(let list) = self { list } else { [] }
    }

    var text: String? {
      if case .text(let text) = self { text } else { nil }
    }

    var isTrue: Bool {
      if case .flag(true) = self { true } else { false }
    }

    /// The value with `other` in place of the member `name`.
    func with(_ name: String, _ other: String) -> Value {
      guard case .object(var members) = self else { return self }
      members[name] = .text(other)
      return .object(members)
    }

    /// The value in one line.
    func line() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// What the file of `technique` holds; `nil`, with a line that says so, where it is absent.
  static func read(_ technique: String) throws -> Value? {
    guard
      let path = SharedFolder.path("labelled/SAFE-MCP+safe-mcp/SAFE-\(technique).test-logs.json")
    else { return nil }
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: path)))
  }
}
