import SourceText
import Syntax
import Testing

@testable import JSONSchema

@Suite struct PlainSchemaTests {
  private static let plain = [
    "true", "{}", #"{"type": "object"}"#,
    #"{"type": "object", "properties": {"a": {"type": "string", "maxLength": 5}}, "required": ["a"]}"#,
    #"{"items": {"enum": [1, "x", null]}, "minItems": 0, "uniqueItems": true, "default": {}}"#,
    #"{"properties": {"n": {"minimum": -3, "maximum": 9}}, "additionalProperties": false}"#,
    #"{"description": "d", "title": "t", "format": "date", "pattern": "("}"#,
    #"{"const": 1, "examples": [1]}"#,
  ]

  /// Unusual or wrong: the first ones are sound all the same.
  private static let unusual = [
    #"{"$schema": "https://json-schema.org/draft/2020-12/schema"}"#,
    #"{"type": ["string", "null"]}"#,
    #"{"anyOf": [{"type": "string"}]}"#, #"{"pattern": 1}"#, #"{"minimum": 0.5}"#,
    #"{"x-own": 1}"#, "3", #"{"type": "text"}"#, #"{"type": 1}"#, #"{"properties": []}"#,
    #"{"properties": {"a": 1}}"#, #"{"required": "a"}"#, #"{"required": ["a", "a"]}"#,
    #"{"required": [1]}"#, #"{"maxLength": -1}"#, #"{"maxLength": "5"}"#, #"{"title": 1}"#,
    #"{"enum": "a"}"#, #"{"uniqueItems": 1}"#, #"{"examples": 1}"#, #"{"minimum": "1"}"#,
    #"{"items": [{}]}"#, #"{"additionalProperties": "no"}"#,
  ]

  private func root(_ text: String) throws -> Node {
    let source = SourceFile(id: SourceID(index: 0), path: "s.json", bytes: Array(text.utf8))
    return try #require(try JSONParser.parse(source).root)
  }

  /// Within a schema that the meta-schema has to look at, so that it looks at this one too.
  private func isSound(_ text: String) throws -> Bool {
    try MetaSchema.violations(of: root(#"{"allOf": [\#(text)]}"#)).isEmpty
  }

  @Test(arguments: plain)
  func `what is plain is sound by the meta-schema`(_ text: String) throws {
    #expect(try PlainSchema.matches(root(text)))
    #expect(try isSound(text))
    #expect(try MetaSchema.violations(of: root(text)).isEmpty)
  }

  @Test(arguments: unusual)
  func `what is unusual is judged by the meta-schema`(_ text: String) throws {
    #expect(try !PlainSchema.matches(root(text)))
    #expect(try MetaSchema.violations(of: root(text)).isEmpty == isSound(text))
  }

  @Test func `deep and large schemas are left to the bounds of the meta-schema`() throws {
    let deep = String(repeating: #"{"items": "#, count: 9) + "{}" + String(repeating: "}", count: 9)
    #expect(try !PlainSchema.matches(root(deep)))
    let members = (0..<1_001).map { #""p\#($0)": {"title": "t"}"# }.joined(separator: ", ")
    #expect(try !PlainSchema.matches(root(#"{"properties": {\#(members)}}"#)))
  }
}
