import CEL
import FoundationEssentials
import Syntax

/// The suite's own file holds something that its description does not allow.
struct CELMalformation: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

extension Value {
  /// Reads a value that the suite writes with its type beside it.
  init(suiteNotation node: Node) throws(CELMalformation) {
    guard let type = node["type"]?.string, let value = try Self.value(of: type, node) else {
      throw CELMalformation("\(node["type"]?.string ?? "a value without type") cannot be read")
    }
    self = value
  }

  private static func value(of type: String, _ node: Node) throws(CELMalformation) -> Value? {
    let text = node["value"]?.string
    switch type {
    case "null": return .null
    case "bool": return node["value"]?.boolean.map(Value.bool)
    case "string": return text.map(Value.string)
    case "int": return text.flatMap { Int64($0) }.map(Value.int)
    case "uint": return text.flatMap { UInt64($0) }.map(Value.uint)
    case "double": return text.flatMap { Double($0) }.map(Value.double)
    case "type": return text.map { .type(TypeValue(name: $0)) }
    case "timestamp": return text.flatMap(Timestamp.init(parsing:)).map(Value.timestamp)
    case "duration": return text.flatMap(TimeSpan.init(parsing:)).map(Value.duration)
    case "bytes":
      return node["base64"]?.string.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
    case "list": return try list(node["elements"])
    case "map": return try map(node["entries"])
    default: return nil
    }
  }

  private static func list(_ node: Node?) throws(CELMalformation) -> Value? {
    guard let node else { return nil }
    var elements: [Value] = []
    for element in node.elements { elements.append(try Value(suiteNotation: element)) }
    return .list(elements)
  }

  private static func map(_ node: Node?) throws(CELMalformation) -> Value? {
    guard let node else { return nil }
    var entries: [(key: Value, value: Value)] = []
    for entry in node.elements {
      let pair = Array(entry.elements)
      guard pair.count == 2 else { throw CELMalformation("an entry is not a key and a value") }
      entries.append(
        (key: try Value(suiteNotation: pair[0]), value: try Value(suiteNotation: pair[1])))
    }
    do throws(EvaluationError) {
      return .map(try MapValue(entries: entries))
    } catch {
      throw CELMalformation("the suite's own map: \(error)")
    }
  }

  /// Whether both are the same value of the same type: numbers of different types differ, NaN is NaN,
  /// and zeros differ by their sign.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.double(let own), .double(let other)):
      return (own.isNaN && other.isNaN) || (own == other && own.sign == other.sign)
    case (.list(let own), .list(let other)):
      return own.count == other.count && zip(own, other).allSatisfy { $0.isIdentical(to: $1) }
    case (.map(let own), .map(let other)):
      return own.count == other.count
        && zip(own.keys, own.values).allSatisfy { key, value in
          zip(other.keys, other.values).contains {
            $0.isIdentical(to: key) && $1.isIdentical(to: value)
          }
        }
    case (.optional(let own?), .optional(let other?)): return own.isIdentical(to: other)
    default: return type == other.type && self == other
    }
  }
}
