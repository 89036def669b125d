import Estate
import JSONSchema
import SourceText
import Syntax

/// Reads what an input schema asks of a caller: parameters at every depth, and how they are bounded.
///
/// References inside the document are followed, to a bounded depth and a bounded number of steps: a schema
/// that refers to itself ends, and one that multiplies by references is cut off and says so.
struct InputSchemaReader {
  private let root: Node
  private var steps = 0
  private var parameters: [Parameter] = []
  /// The members that describe a parameter.
  private var descriptionKeys = ["description", "title"]

  /// Parameters below this depth are not listed; no caller fills them by hand.
  private static let depthLimit = 6
  /// More parameters than any tool has; a bound for hostile schemas that multiply through references.
  private static let parameterLimit = 500
  /// Subschemas that are looked at before the rest is left out.
  private static let stepLimit = 20_000

  private init(_ schema: Node) {
    root = schema
  }

  /// The facts of `schema`.
  static func read(_ schema: Node) -> InputSchema {
    var reader = InputSchemaReader(schema)
    return reader.read()
  }

  /// The types that a schema may have and one of arguments may not.
  private static let otherTypes = Set(["array", "boolean", "integer", "null", "number", "string"])

  private mutating func read() -> InputSchema {
    collect(from: root, prefix: "", depth: 0)
    let closed = root["additionalProperties"] ?? root["unevaluatedProperties"]
    var violations = MetaSchema.violations(of: root).map {
      Evidence($0.message, at: $0.instance, grade: .configured)
    }
    violations += impossibleNames
    if let type = root["type"], Self.otherTypes.contains(type.string ?? "") {
      // MCP specification, Tools: arguments are an object.
      violations.append(
        Evidence(
          "its type is not `object`, which arguments always are", at: type.span, grade: .configured)
      )
    }
    if steps >= Self.stepLimit || parameters.count >= Self.parameterLimit {
      violations.append(
        Evidence(
          "the schema is too large to be read whole", at: root.span.collapsed, grade: .configured))
    }
    return InputSchema(
      span: root.span, parameters: parameters,
      refusesUnknownProperties: Evidence(
        closed?.boolean == false,
        at: closed?.span ?? root["properties"]?.span.collapsed ?? root.span.collapsed,
        grade: .configured),
      violations: violations)
  }

  /// The names that every call must give and none may, because the schema lists no such property and allows
  /// no other.
  private var impossibleNames: [Evidence<String>] {
    let others = ["patternProperties", "allOf", "anyOf", "oneOf", "if", "$ref", "dependentSchemas"]
    guard root["additionalProperties"]?.boolean == false, others.allSatisfy({ root[$0] == nil })
    else { return [] }
    let known = Set(Self.members(root["properties"]).compactMap(\.key.scalarText))
    return Self.elements(root["required"]).compactMap { name in
      guard let text = name.string, !known.contains(text) else { return nil }
      return Evidence(
        "`required` names '\(text)', which is none of its properties, and no other is allowed",
        at: name.span, grade: .configured)
    }
  }

  /// The facts of a list of arguments, each with its name, type and `desc`, as Docker's catalog shows them.
  ///
  /// Such a list can neither bound a text nor say whether other arguments are refused.
  static func read(arguments list: Node) -> InputSchema {
    var reader = InputSchemaReader(list)
    reader.descriptionKeys = ["desc", "description"]
    for argument in list.elements.prefix(parameterLimit) {
      guard let name = argument["name"] else { continue }
      reader.add(
        name, argument, isRequired: argument["optional"]?.boolean != true, prefix: "", depth: 0)
    }
    return InputSchema(
      span: list.span, parameters: reader.parameters, refusesUnknownProperties: nil,
      violations: [])
  }

  /// Whether one more subschema may be looked at.
  private mutating func step(_ depth: Int) -> Bool {
    steps += 1
    return depth < Self.depthLimit && steps < Self.stepLimit
  }

  private mutating func collect(from schema: Node, prefix: String, depth: Int) {
    guard step(depth) else { return }
    let schema = resolved(schema)
    let required = Set(Self.elements(schema["required"]).compactMap(\.string))
    for member in Self.members(schema["properties"]) {
      guard parameters.count < Self.parameterLimit else { return }
      let isRequired = required.contains(member.key.scalarText ?? "")
      add(member.key, member.value, isRequired: isRequired, prefix: prefix, depth: depth)
    }
    for keyword in ["allOf", "anyOf", "oneOf"] {
      for branch in Self.elements(schema[keyword]) {
        collect(from: branch, prefix: prefix, depth: depth + 1)
      }
    }
  }

  /// Adds the parameter `key` that `value` defines, and those within it.
  private mutating func add(
    _ key: Node, _ value: Node, isRequired: Bool, prefix: String, depth: Int
  ) {
    let name = prefix + (key.scalarText ?? "")
    let definition = resolved(value)
    let isConstrained = isConstrained(definition, depth: depth)
    var parameter = Parameter(
      name: Evidence(name, at: key.span, grade: .configured),
      types: types(of: definition, depth: depth), isRequired: isRequired,
      isConstrained: isConstrained, isDescribed: isDescribed(value) || isDescribed(definition))
    parameter.isPatterned = isPatterned(definition, depth: depth)
    if let items = definition["items"] {
      parameter.itemTypes = types(of: resolved(items), depth: depth + 1)
    }
    if parameter.freeForm == .path {
      parameter.isInsideStore = isInsideStore(value) || isInsideStore(definition)
    }
    parameter.upperBound = ResultBoundsReader.upperBound(of: definition)
    parameters.append(parameter)
    collect(from: definition, prefix: name + ".", depth: depth + 1)
    if let items = definition["items"] {
      collect(from: items, prefix: name + "[].", depth: depth + 1)
    }
  }

  private static func members(_ node: Node?) -> [(key: Node, value: Node)] {
    node.map { Array($0.members) } ?? []
  }

  private static func elements(_ node: Node?) -> [Node] {
    node.map { Array($0.elements) } ?? []
  }

  /// The schema that `node` refers to inside its own document, or `node` itself.
  private func resolved(_ node: Node) -> Node {
    var current = node
    for _ in 0..<8 {
      guard let reference = current["$ref"]?.string, reference.hasPrefix("#") else {
        return current
      }
      guard let target = target(of: reference) else { return current }
      current = target
    }
    return current
  }

  private func target(of reference: String) -> Node? {
    var node = root
    for part in reference.dropFirst().split(separator: "/") {
      let key = part.replacing("~1", with: "/").replacing("~0", with: "~")
      if node.kind == .sequence {
        guard let index = Int(key),
          let element = node.elements.dropFirst(index).first(where: { _ in true })
        else { return nil }
        node = element
      } else {
        guard let member = node[String(key)] else { return nil }
        node = member
      }
    }
    return node
  }

  private mutating func types(of schema: Node, depth: Int) -> [String] {
    guard step(depth) else { return [] }
    guard let type = schema["type"] else {
      if schema["properties"] != nil { return ["object"] }
      if schema["items"] != nil { return ["array"] }
      var found: Set<String> = []
      for branch in Self.elements(schema["anyOf"]) + Self.elements(schema["oneOf"]) {
        found.formUnion(types(of: resolved(branch), depth: depth + 1))
      }
      return found.sorted()
    }
    if let single = type.string { return [single] }
    return type.elements.compactMap(\.string)
  }

  private static let textBounds = ["pattern", "maxLength"]
  private static let numberBounds = [
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
  ]

  /// Whether the values of a parameter are bounded (SPEC row 203).
  private mutating func isConstrained(_ schema: Node, depth: Int) -> Bool {
    guard step(depth) else { return false }
    if schema["enum"] != nil || schema["const"] != nil { return true }
    let types = types(of: schema, depth: depth).filter { $0 != "null" }
    guard !types.isEmpty else { return hasConstrainedBranches(schema, depth: depth) }
    for type in types {
      guard isConstrained(schema, as: type, depth: depth) else {
        return hasConstrainedBranches(schema, depth: depth)
      }
    }
    return true
  }

  /// Whether a text, or each entry of a list, is chosen or has to match something, by the schema or all
  /// its branches.
  private mutating func isPatterned(_ schema: Node, depth: Int) -> Bool {
    guard step(depth) else { return false }
    if schema["enum"] != nil || schema["const"] != nil || schema["pattern"] != nil { return true }
    if isBoundingFormat(schema) { return true }
    if let items = schema["items"] { return isPatterned(resolved(items), depth: depth + 1) }
    for keyword in ["anyOf", "oneOf"] {
      let branches = Self.elements(schema[keyword]).filter { $0["type"]?.string != "null" }
      guard !branches.isEmpty else { continue }
      for branch in branches {
        guard isPatterned(resolved(branch), depth: depth + 1) else { return false }
      }
      return true
    }
    return false
  }

  private mutating func isConstrained(_ schema: Node, as type: String, depth: Int) -> Bool {
    switch type {
    case "boolean", "object": return true
    case "string":
      return Self.textBounds.contains { schema[$0] != nil } || isBoundingFormat(schema)
    case "number", "integer": return Self.numberBounds.contains { schema[$0] != nil }
    case "array":
      if schema["maxItems"] != nil { return true }
      guard let items = schema["items"] else { return false }
      return isConstrained(resolved(items), depth: depth + 1)
    default: return false
    }
  }

  /// Formats that leave little room; `uri` and `uri-reference` still allow any address.
  private func isBoundingFormat(_ schema: Node) -> Bool {
    guard let format = schema["format"]?.string else { return false }
    return ["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "email", "hostname"]
      .contains(format)
  }

  private mutating func hasConstrainedBranches(_ schema: Node, depth: Int) -> Bool {
    for keyword in ["anyOf", "oneOf"] {
      let branches = Self.elements(schema[keyword])
      guard !branches.isEmpty else { continue }
      for branch in branches {
        guard isConstrained(resolved(branch), depth: depth + 1) else { return false }
      }
      return true
    }
    for branch in Self.elements(schema["allOf"]) {
      if isConstrained(resolved(branch), depth: depth + 1) { return true }
    }
    return false
  }

  private func isDescribed(_ schema: Node) -> Bool {
    let text = description(of: schema)
    return text.utf8.contains { (0x21..<0x7F).contains($0) } || text.contains { !$0.isWhitespace }
  }

  private func isInsideStore(_ schema: Node) -> Bool {
    let words = description(of: schema).lowercased().split { !$0.isLetter }
    return words.contains { Self.stores.contains(String($0)) }
  }

  private static let stores: Set<String> = ["repo", "repository", "bucket"]

  private func description(of schema: Node) -> String {
    descriptionKeys.lazy.compactMap { schema[$0]?.string }.first ?? ""
  }
}

extension InputSchema {
  /// The schema of a tool that, by the format of its list, takes no argument.
  static func withoutParameters(at span: SourceSpan) -> InputSchema {
    InputSchema(span: span, parameters: [], refusesUnknownProperties: nil, violations: [])
  }
}

extension SourceSpan {
  /// The first byte of the span, for a place where something is missing.
  var collapsed: SourceSpan {
    SourceSpan(source: source, start: start, end: min(end, start + 1))
  }
}
