import Syntax

/// Schemas of the plain kind that most tools have, which are known to be sound without a look at the
/// meta-schema of 2020-12.
///
/// Whatever is unusual, wrong things included, is left to the meta-schema.
struct PlainSchema {
  private var members = 0

  /// Deeper and larger schemas are left to the meta-schema and its bounds.
  private static let depthLimit = 8
  private static let memberLimit = 1_000

  /// Whether `schema` is plain, and with that sound.
  static func matches(_ schema: Node) -> Bool {
    var reader = PlainSchema()
    return reader.isPlain(schema, depth: 0)
  }

  private mutating func isPlain(_ schema: Node, depth: Int) -> Bool {
    if schema.kind == .boolean { return true }
    guard schema.kind == .mapping, depth < Self.depthLimit else { return false }
    for (key, value) in schema.members {
      members += 1
      guard members < Self.memberLimit, let keyword = key.string,
        isPlain(value, of: keyword, depth: depth)
      else { return false }
    }
    return true
  }

  private mutating func isPlain(_ value: Node, of keyword: String, depth: Int) -> Bool {
    switch keyword {
    case "type": return value.string.map(Self.types.contains) ?? false
    case "description", "title", "format", "pattern": return value.kind == .string
    case "properties": return arePlain(value, depth: depth + 1)
    case "items", "additionalProperties": return isPlain(value, depth: depth + 1)
    case "required": return Self.areDistinctTexts(value)
    case "enum", "examples": return value.kind == .sequence
    case "default", "const": return true
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
      return value.kind == .integer && value.integer != nil
    case "minLength", "maxLength", "minItems", "maxItems":
      return value.kind == .integer && value.integer.map { $0 >= 0 } ?? false
    case "uniqueItems", "deprecated", "readOnly", "writeOnly": return value.kind == .boolean
    default: return false
    }
  }

  private static let types: Set<String> = [
    "array", "boolean", "integer", "null", "number", "object", "string",
  ]

  private mutating func arePlain(_ schemas: Node, depth: Int) -> Bool {
    guard schemas.kind == .mapping else { return false }
    for (key, schema) in schemas.members {
      guard key.kind == .string, isPlain(schema, depth: depth) else { return false }
    }
    return true
  }

  private static func areDistinctTexts(_ list: Node) -> Bool {
    guard list.kind == .sequence else { return false }
    var texts: [ExactText] = []
    for element in list.elements {
      // More are compared in less time by the meta-schema.
      guard texts.count < 32, let text = element.string.map(ExactText.init),
        !texts.contains(text)
      else { return false }
      texts.append(text)
    }
    return true
  }
}
