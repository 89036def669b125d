import Patterns
import Syntax

/// The keywords that apply other schemas.
extension KeywordReader {
  mutating func readReferences(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    if let value = value("$ref") {
      guard let reference = value.string else { throw wrong("$ref", expected: "a string") }
      let target = try compiler.target(of: reference, in: node, at: value.span)
      add("$ref", .reference(try compiler.schema(target.schema)))
    }
    if dialect == .draft2020, let value = value("$dynamicRef") {
      guard let reference = value.string else { throw wrong("$dynamicRef", expected: "a string") }
      let target = try compiler.target(of: reference, in: node, at: value.span)
      let schema = try compiler.schema(target.schema)
      if let anchor = target.anchor,
        compiler.index.resources[target.resource].dynamicAnchors[anchor] != nil
      {
        add("$dynamicRef", .dynamicReference(anchor: anchor, fallback: schema))
      } else {
        add("$dynamicRef", .reference(schema))
      }
    }
    if dialect == .draft2019, let value = value("$recursiveRef") {
      let target = try compiler.target(of: "#", in: node, at: value.span)
      let schema = try compiler.schema(target.schema)
      let isDynamic = compiler.index.resources[target.resource].dynamicAnchors[""] != nil
      add(
        "$recursiveRef",
        isDynamic ? .dynamicReference(anchor: "", fallback: schema) : .reference(schema))
    }
  }

  mutating func readLogic(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    if let schemas = try schemas("allOf", &compiler) { add("allOf", .allOf(schemas)) }
    if let schemas = try schemas("anyOf", &compiler) { add("anyOf", .anyOf(schemas)) }
    if let schemas = try schemas("oneOf", &compiler) { add("oneOf", .oneOf(schemas)) }
    if let value = value("not") { add("not", .not(try compiler.schema(value))) }
    if let condition = value("if") {
      let then = try optional("then", &compiler)
      let otherwise = try optional("else", &compiler)
      add(
        "if",
        .conditional(
          condition: try compiler.schema(condition), then: then, otherwise: otherwise))
    }
    if dialect != .draft7 {
      var dependent: [(key: ExactText, schema: Int)] = []
      for pair in try pairs("dependentSchemas") {
        dependent.append((pair.key, try compiler.schema(pair.value)))
      }
      if !dependent.isEmpty { add("dependentSchemas", .dependentSchemas(dependent)) }
    }
    // 2020-12 keeps `dependencies` only for old schemas, and it does no harm.
    guard value("dependencies")?.kind == .mapping else { return }
    var schemas: [(key: ExactText, schema: Int)] = []
    var required: [(key: ExactText, required: [ExactText])] = []
    for pair in try pairs("dependencies") {
      if pair.value.kind == .sequence {
        required.append((pair.key, try strings(pair.value, "dependencies")))
      } else {
        schemas.append((pair.key, try compiler.schema(pair.value)))
      }
    }
    if !schemas.isEmpty { add("dependencies", .dependentSchemas(schemas)) }
    if !required.isEmpty { add("dependencies", .dependentRequired(required)) }
  }

  mutating func readProperties(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    var named: [ExactText: Int] = [:]
    for pair in try pairs("properties") { named[pair.key] = try compiler.schema(pair.value) }
    var patterns: [(pattern: Pattern, schema: Int)] = []
    for pair in try pairs("patternProperties") {
      let pattern = try pattern(pair.key.text, at: pair.span)
      patterns.append((pattern, try compiler.schema(pair.value)))
    }
    let additional = try optional("additionalProperties", &compiler)
    if !named.isEmpty || !patterns.isEmpty || additional != nil {
      let keyword =
        additional != nil
        ? "additionalProperties" : named.isEmpty ? "patternProperties" : "properties"
      add(
        keyword,
        .properties(
          SchemaProgram.PropertyRules(named: named, patterns: patterns, additional: additional)))
    }
    if let value = value("propertyNames") {
      add("propertyNames", .propertyNames(try compiler.schema(value)))
    }
  }

  mutating func readItems(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    if dialect == .draft2020 {
      let prefix = try schemas("prefixItems", &compiler) ?? []
      let rest = try optional("items", &compiler)
      if !prefix.isEmpty || rest != nil {
        add(rest == nil ? "prefixItems" : "items", .items(prefix: prefix, rest: rest))
      }
    } else if let items = value("items") {
      if items.kind == .sequence {
        let prefix = try schemas("items", &compiler) ?? []
        let rest = try optional("additionalItems", &compiler)
        add(rest == nil ? "items" : "additionalItems", .items(prefix: prefix, rest: rest))
      } else {
        add("items", .items(prefix: [], rest: try compiler.schema(items)))
      }
    }
    guard let value = value("contains") else { return }
    let counts = dialect != .draft7 && vocabularies.contains(.validation)
    add(
      "contains",
      .contains(
        try compiler.schema(value), minimum: counts ? try count("minContains") ?? 1 : 1,
        maximum: counts ? try count("maxContains") : nil, annotates: dialect == .draft2020))
  }

  private func optional(
    _ keyword: String, _ compiler: inout SchemaCompiler
  ) throws(SchemaError) -> Int? {
    guard let value = value(keyword) else { return nil }
    return try compiler.schema(value)
  }
}
