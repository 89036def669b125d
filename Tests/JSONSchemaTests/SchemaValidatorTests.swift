import JSONSchema
import SourceText
import Syntax
import Testing

@Suite struct SchemaValidatorTests {
  @Test func `a violation names the place, the keyword and what is wrong`() throws {
    let schema = try node(
      #"{"type": "object", "required": ["owner"], "properties": {"tier": {"enum": ["a", "b"]}}}"#)
    let instance = try node(#"{"tier": "c"}"#)
    let violations = try SchemaValidator(schema: schema).validate(instance)
    #expect(
      violations.map(\.message) == [
        "has no property `owner`, which is required", "must be one of `a`, `b`",
      ])
    #expect(violations.map(\.instancePath) == ["", "/tier"])
    #expect(violations.map(\.keywordPath) == ["/required", "/properties/tier/enum"])
    #expect(violations.map { instance.tree.source.text(in: $0.instance.range) }.last == "\"c\"")
    let keyword = try #require(violations.last?.schema)
    #expect(schema.tree.source.text(in: keyword.range) == "\"enum\"")
  }

  @Test(arguments: [
    (#"{"type": ["string", "integer"]}"#, "1.5", "must be a string or an integer, and is a number"),
    (#"{"multipleOf": 0.01}"#, "0.0075", "must be a multiple of 0.01"),
    (#"{"exclusiveMaximum": 3}"#, "3.0", "must be less than 3"),
    (#"{"minLength": 2}"#, #""😀""#, "must have at least 2 characters, and has 1"),
    (#"{"maxProperties": 1}"#, #"{"a":1,"b":2}"#, "must have at most 1 property, and has 2"),
    (#"{"minItems": 1}"#, "[]", "must have at least 1 item, and has 0"),
    (#"{"additionalProperties": false}"#, #"{"a":1}"#, "is not a known property"),
    (#"{"uniqueItems": true}"#, "[1, 2, 1.0]", "is the same as item 0, and items must be unique"),
    (#"{"pattern": "^a"}"#, #""b""#, "must match the pattern `^a`"),
    (#"{"not": {}}"#, "1", "matches a schema that it must not match"),
    (
      #"{"oneOf": [{"minimum": 1}, {"minimum": 2}]}"#, "3",
      "must match exactly one of 2 alternatives, and matches numbers 1 and 2"
    ),
    (
      #"{"anyOf": [{"type": "string"}, {"type": "number", "minimum": 2}]}"#, "1",
      "must be at least 2"
    ),
    (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "1", "matches none of 2 alternatives"),
    (
      #"{"contains": {"const": 1}}"#, "[2]",
      "must contain at least 1 matching item, and contains 0"
    ),
    (#"false"#, "1", "is not allowed here"),
  ])
  func `messages are for people`(schema: String, instance: String, message: String) throws {
    let violations = try SchemaValidator(schema: node(schema)).validate(node(instance))
    #expect(violations.map(\.message) == [message])
  }

  @Test func `numbers are compared exactly`() throws {
    func accepts(_ schema: String, _ instance: String) throws -> Bool {
      try SchemaValidator(schema: node(schema)).isValid(node(instance))
    }
    #expect(try accepts(#"{"const": 1}"#, "1.0"))
    #expect(try accepts(#"{"const": 100}"#, "1e2"))
    #expect(try accepts(#"{"type": "integer"}"#, "12345678901234567890123.0"))
    #expect(try !accepts(#"{"const": 12345678901234567890}"#, "12345678901234567891"))
    #expect(try !accepts(#"{"minimum": 12345678901234567891}"#, "12345678901234567890"))
    #expect(try accepts(#"{"multipleOf": 0.5}"#, "1e308"))
    #expect(try accepts(#"{"multipleOf": 0.1}"#, "0.3"))
    #expect(try !accepts(#"{"multipleOf": 7}"#, "1e400"))
    #expect(try accepts(#"{"multipleOf": 1e-8}"#, "12391239123"))
    #expect(try accepts(#"{"multipleOf": 12345678901234567891}"#, "24691357802469135782"))
    #expect(try !accepts(#"{"multipleOf": 12345678901234567891}"#, "24691357802469135783"))
    #expect(try accepts(#"{"maximum": 1e999999999999999999999}"#, "1e99999999999999999999"))
    #expect(try accepts(#"{"exclusiveMinimum": -1e-400}"#, "0"))
  }

  @Test func `draft-07 reads its own keywords`() throws {
    let draft7 = #""$schema": "http://json-schema.org/draft-07/schema#""#
    let items = try SchemaValidator(
      schema: node("{\(draft7), \"items\": [{\"type\": \"string\"}], \"additionalItems\": false}"))
    #expect(items.isValid(try node(#"["a"]"#)))
    #expect(!items.isValid(try node(#"["a", 1]"#)))
    let siblings = try SchemaValidator(
      schema: node(
        "{\(draft7), \"definitions\": {\"a\": {}}, \"properties\": {\"x\": {\"$ref\": \"#/definitions/a\", \"type\": \"null\"}}}"
      ))
    #expect(siblings.isValid(try node(#"{"x": 1}"#)))
    let dependencies = try SchemaValidator(
      schema: node(
        "{\(draft7), \"dependencies\": {\"a\": [\"b\"], \"c\": {\"required\": [\"d\"]}}}"))
    #expect(!dependencies.isValid(try node(#"{"a": 1}"#)))
    #expect(!dependencies.isValid(try node(#"{"c": 1}"#)))
  }

  @Test(arguments: [
    (##"{"$ref": "#/nowhere"}"##, "leads nowhere"),
    (#"{"$ref": "https://example.com/x"}"#, "was not given"),
    (#"{"$schema": "http://json-schema.org/draft-04/schema#"}"#, "is not supported"),
    (#"{"type": "text"}"#, "`type` is not one of"),
    (#"{"minimum": "1"}"#, "`minimum` is not a number"),
    (#"{"pattern": "("}"#, "cannot be used"),
    ("5", "is not a schema"),
  ])
  func `an unusable schema is an error with a place`(schema: String, message: String) throws {
    let error = try #require(throws: SchemaError.self) {
      try SchemaValidator(schema: node(schema))
    }
    #expect(error.diagnostic.message.contains(message), "\(error.diagnostic.message)")
  }

  @Test func `a schema without end is found too expensive`() throws {
    let loops = [
      ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##,
      ##"{"$dynamicAnchor": "a", "anyOf": [{"$dynamicRef": "#a"}]}"##,
    ]
    for loop in loops {
      let violations = try SchemaValidator(schema: node(loop)).validate(node("1"))
      #expect(violations.map(\.message).last?.contains("too expensive") == true)
    }
  }

  @Test func `a schema that doubles its work is found too expensive`() throws {
    let levels = (0..<40).map { level in
      "\"l\(level)\": {\"anyOf\": [{\"$ref\": \"#/$defs/l\(level + 1)\"}, {\"$ref\": \"#/$defs/l\(level + 1)\"}]}"
    }
    let schema = try node(
      "{\"$ref\": \"#/$defs/l0\", \"$defs\": {\(levels.joined(separator: ",")), \"l40\": false}}")
    var options = SchemaOptions()
    options.steps = 100_000
    let violations = try SchemaValidator(schema: schema, options: options).validate(node("1"))
    #expect(violations.map(\.message).last?.contains("too expensive") == true)
  }

  @Test func `keys are the same only as the same code points`() throws {
    let schema = try node("{\"properties\": {\"e\u{301}\": false}}")
    #expect(try SchemaValidator(schema: schema).isValid(node("{\"\u{E9}\": 1}")))
  }

  @Test func `references lead into the registry`() throws {
    var registry = SchemaRegistry()
    registry.add(
      document: try node(##"{"$id": "https://a.example/b", "$defs": {"c": {"type": "null"}}}"##),
      uri: "file:b.json")
    let schema = try node(##"{"$ref": "https://a.example/b#/$defs/c"}"##)
    let validator = try SchemaValidator(schema: schema, registry: registry)
    #expect(validator.isValid(try node("null")))
    #expect(!validator.isValid(try node("1")))
  }
}

@Suite struct MetaSchemaTests {
  @Test func `a sound schema has no violations`() throws {
    #expect(
      try MetaSchema.violations(
        of: node(#"{"type": "object", "properties": {"a": {"type": "string"}}}"#)
      ).isEmpty)
    #expect(
      try MetaSchema.violations(
        of: node(#"{"$schema": "http://json-schema.org/draft-07/schema#", "items": [{}, true]}"#)
      ).isEmpty)
  }

  @Test func `a broken schema is violated at the place`() throws {
    let schema = try node(#"{"type": "object", "properties": {"a": {"type": "text"}}}"#)
    let violations = MetaSchema.violations(of: schema)
    #expect(violations.map(\.instancePath) == ["/properties/a/type"])
    #expect(violations.allSatisfy { $0.schema == nil })
    #expect(try !MetaSchema.violations(of: node(#"{"items": [{}]}"#)).isEmpty)
    #expect(try !MetaSchema.violations(of: node(#"{"required": "a"}"#)).isEmpty)
    #expect(try !MetaSchema.violations(of: node("[]")).isEmpty)
  }

  @Test func `an unknown dialect cannot be checked`() throws {
    let schema = try node(#"{"$schema": "http://json-schema.org/draft-04/schema#"}"#)
    #expect(MetaSchema.violations(of: schema).map(\.instancePath) == ["/$schema"])
  }
}

private func node(_ text: String) throws -> Node {
  let source = SourceFile(id: SourceID(index: 0), path: "test.json", bytes: Array(text.utf8))
  return try #require(try JSONParser.parse(source).root)
}
