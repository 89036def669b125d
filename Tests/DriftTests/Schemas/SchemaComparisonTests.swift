import Estate
import SourceText
import Syntax
import Testing

@testable import Drift

/// Two schemas and what the step from the first to the second means for callers.
struct SchemaCase: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  let input: ContractChange.Effect
  let output: ContractChange.Effect

  var testDescription: String { name }

  init(
    _ name: String, _ old: String, _ new: String, input: ContractChange.Effect,
    output: ContractChange.Effect
  ) {
    (self.name, self.old, self.new, self.input, self.output) = (name, old, new, input, output)
  }
}

@Suite struct SchemaComparisonTests {
  private static let closed = #""additionalProperties": false"#

  private static let members: [SchemaCase] = [
    SchemaCase(
      "a member became required", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}}, "required": ["a"]}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "a member came in that may be left out", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}, "b": {"type": "string"}}}"#, input: .compatible,
      output: .compatible),
    SchemaCase(
      "a member came in that has to be given", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}, "b": {}}, "required": ["b"]}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "a member is gone where others are refused",
      #"{"properties": {"a": {}, "b": {}}, \#(closed)}"#,
      #"{"properties": {"a": {}}, \#(closed)}"#, input: .breaking, output: .unknown),
    SchemaCase(
      "a member is gone where others are let pass", #"{"properties": {"a": {}, "b": {}}}"#,
      #"{"properties": {"a": {}}}"#, input: .unknown, output: .unknown),
    SchemaCase(
      "a member that was always there is gone",
      #"{"properties": {"a": {}, "b": {}}, "required": ["b"]}"#, #"{"properties": {"a": {}}}"#,
      input: .unknown, output: .breaking),
    SchemaCase(
      "a member came in where others are refused", #"{"properties": {"a": {}}, \#(closed)}"#,
      #"{"properties": {"a": {}, "b": {}}, \#(closed)}"#, input: .compatible, output: .breaking),
    SchemaCase(
      "other members came to be refused", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}}, \#(closed)}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "other members came to be let pass", #"{"properties": {"a": {}}, \#(closed)}"#,
      #"{"properties": {"a": {}}}"#, input: .compatible, output: .breaking),
    SchemaCase(
      "other members have to be texts", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}}, "additionalProperties": {"type": "string"}}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "a member nested three deep became required",
      #"{"properties": {"a": {"properties": {"b": {"properties": {"c": {}}}}}}}"#,
      #"{"properties": {"a": {"properties": {"b": {"properties": {"c": {}}, "required": ["c"]}}}}}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "a member demands another one", #"{"properties": {"a": {}, "b": {}}}"#,
      #"{"properties": {"a": {}, "b": {}}, "dependentRequired": {"a": ["b"]}}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "more members have to be given", #"{"minProperties": 1}"#, #"{"minProperties": 2}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "a member may no longer be given at all", #"{"properties": {"a": {"type": "string"}}}"#,
      #"{"properties": {"a": false}}"#, input: .breaking, output: .compatible),
  ]

  private static let values: [SchemaCase] = [
    SchemaCase(
      "the type narrowed", #"{"type": ["string", "null"]}"#, #"{"type": "string"}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "an integer became any number", #"{"type": "integer"}"#, #"{"type": "number"}"#,
      input: .compatible, output: .breaking),
    SchemaCase(
      "the type changed", #"{"type": "string"}"#, #"{"type": "integer"}"#, input: .breaking,
      output: .breaking),
    SchemaCase(
      "a type was demanded of what was anything", "{}", #"{"type": "string"}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "a value was struck off", #"{"enum": ["a", "b"]}"#, #"{"enum": ["a"]}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "a value came in", #"{"enum": ["a"]}"#, #"{"enum": ["b", "a"]}"#, input: .compatible,
      output: .breaking),
    SchemaCase(
      "a list of values came in", #"{"type": "string"}"#, #"{"type": "string", "enum": ["a"]}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "a list of values became any text", #"{"enum": ["a"]}"#, #"{"type": "string"}"#,
      input: .compatible, output: .breaking),
    SchemaCase(
      "values of a list meet the new bound", #"{"enum": [1, 2]}"#,
      #"{"type": "integer", "minimum": 1}"#, input: .compatible, output: .breaking),
    SchemaCase(
      "a value of a list fails the new bound", #"{"enum": [1, 2]}"#,
      #"{"type": "integer", "minimum": 2}"#, input: .breaking, output: .breaking),
    SchemaCase(
      "both Booleans written out", #"{"type": "boolean"}"#, #"{"enum": [true, false]}"#,
      input: .compatible, output: .compatible),
    SchemaCase(
      "the range narrowed", #"{"type": "integer", "maximum": 100}"#,
      #"{"type": "integer", "maximum": 50}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "the same range in other words", #"{"type": "integer", "exclusiveMinimum": 0}"#,
      #"{"type": "integer", "minimum": 1}"#, input: .compatible, output: .compatible),
    SchemaCase(
      "the bound no longer belongs to the range", #"{"type": "number", "minimum": 0}"#,
      #"{"type": "number", "exclusiveMinimum": 0}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "a bound beyond the range of a double",
      #"{"type": "integer", "maximum": 90071992547409930}"#,
      #"{"type": "integer", "maximum": 90071992547409929}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "a finer step", #"{"type": "number", "multipleOf": 0.5}"#,
      #"{"type": "number", "multipleOf": 0.25}"#, input: .compatible, output: .breaking),
    SchemaCase(
      "bounds of texts say nothing about numbers", #"{"type": "integer"}"#,
      #"{"type": "integer", "maxLength": 3}"#, input: .compatible, output: .compatible),
    SchemaCase(
      "texts got shorter", #"{"type": "string", "maxLength": 100}"#,
      #"{"type": "string", "maxLength": 20}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "a pattern came in", #"{"type": "string"}"#, #"{"type": "string", "pattern": "^a"}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "the pattern changed", #"{"type": "string", "pattern": "^a+$"}"#,
      #"{"type": "string", "pattern": "^a*$"}"#, input: .unknown, output: .unknown),
    SchemaCase(
      "a format came in, which not every server checks", #"{"type": "string"}"#,
      #"{"type": "string", "format": "date"}"#, input: .unknown, output: .compatible),
    SchemaCase(
      "the default changed", #"{"type": "integer", "default": 10}"#,
      #"{"type": "integer", "default": 20}"#, input: .unknown, output: .compatible),
    SchemaCase(
      "only the description changed", #"{"type": "string", "description": "a"}"#,
      #"{"type": "string", "description": "b"}"#, input: .compatible, output: .compatible),
  ]

  private static let lists: [SchemaCase] = [
    SchemaCase(
      "elements narrowed", #"{"items": {"type": ["string", "integer"]}}"#,
      #"{"items": {"type": "string"}}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "fewer elements", #"{"type": "array", "maxItems": 10}"#, #"{"type": "array", "maxItems": 5}"#,
      input: .breaking, output: .compatible),
    SchemaCase(
      "elements have to differ", #"{"type": "array"}"#,
      #"{"type": "array", "uniqueItems": true}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "the first element has a type of its own",
      #"{"type": "array", "items": {"type": "string"}}"#,
      #"{"type": "array", "prefixItems": [{"type": "integer"}], "items": {"type": "string"}}"#,
      input: .breaking, output: .breaking),
    SchemaCase(
      "the same tuple in the words of draft 7",
      #"{"items": [{"type": "string"}], "additionalItems": false}"#,
      #"{"prefixItems": [{"type": "string"}], "items": false}"#, input: .compatible,
      output: .compatible),
  ]

  private static let composition: [SchemaCase] = [
    SchemaCase(
      "a definition was written in place",
      ##"{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"type": "string"}}}"##,
      #"{"properties": {"a": {"type": "string"}}}"#, input: .compatible, output: .compatible),
    SchemaCase(
      "a definition changed under the same reference",
      ##"{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"type": "string"}}}"##,
      ##"{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"type": "integer"}}}"##,
      input: .breaking, output: .breaking),
    SchemaCase(
      "a recursive definition got a member",
      ##"{"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"next": {"$ref": "#/$defs/N"}}}}}"##,
      ##"{"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"v": {}, "next": {"$ref": "#/$defs/N"}}}}}"##,
      input: .compatible, output: .compatible),
    SchemaCase(
      "a recursive definition demands a member",
      ##"{"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"next": {"$ref": "#/$defs/N"}}}}}"##,
      ##"{"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"next": {"$ref": "#/$defs/N"}}, "required": ["v"]}}}"##,
      input: .breaking, output: .compatible),
    SchemaCase(
      "a reference leads out of the schema", #"{"type": "string"}"#,
      #"{"$ref": "https://example.com/schema.json"}"#, input: .unknown, output: .unknown),
    SchemaCase(
      "beside a reference of draft 7 nothing counts",
      ##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/A", "maxLength": 2, "definitions": {"A": {"type": "string"}}}"##,
      ##"{"$schema": "http://json-schema.org/draft-07/schema#", "type": "string", "maxLength": 5}"##,
      input: .breaking, output: .compatible),
    SchemaCase(
      "demands parted by allOf", #"{"type": "string", "maxLength": 5}"#,
      #"{"allOf": [{"type": "string"}, {"maxLength": 5}]}"#, input: .compatible,
      output: .compatible),
    SchemaCase(
      "allOf got a demand", #"{"allOf": [{"properties": {"a": {}}}]}"#,
      #"{"allOf": [{"properties": {"a": {}}}, {"required": ["a"]}]}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "null is refused", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
      #"{"type": "string"}"#, input: .breaking, output: .compatible),
    SchemaCase(
      "null is let pass", #"{"type": "string"}"#,
      #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, input: .compatible,
      output: .breaking),
    SchemaCase(
      "a union got a branch", #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      #"{"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}"#,
      input: .compatible, output: .breaking),
    SchemaCase(
      "a branch of its type got narrower", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
      #"{"anyOf": [{"type": "string", "maxLength": 9}, {"type": "null"}]}"#, input: .breaking,
      output: .compatible),
    SchemaCase(
      "one of several branches of a type may do", #"{"type": "string"}"#,
      #"{"anyOf": [{"type": "string", "maxLength": 9}, {"type": "string", "minLength": 5}]}"#,
      input: .unknown, output: .compatible),
    SchemaCase(
      "oneOf whose branches overlap", #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
      #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]}"#,
      input: .unknown, output: .unknown),
    SchemaCase(
      "oneOf whose branches bear a tag got a branch",
      #"{"oneOf": [{"type": "object", "properties": {"k": {"const": "a"}}, "required": ["k"]}]}"#,
      #"{"oneOf": [{"type": "object", "properties": {"k": {"const": "a"}}, "required": ["k"]}, {"type": "object", "properties": {"k": {"const": "b"}}, "required": ["k"]}]}"#,
      input: .compatible, output: .breaking),
    SchemaCase(
      "what is not allowed changed", #"{"not": {"required": ["a"]}}"#,
      #"{"not": {"required": ["b"]}}"#, input: .unknown, output: .unknown),
    SchemaCase(
      "a condition came in", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}}, "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#,
      input: .unknown, output: .compatible),
    SchemaCase(
      "names of members have to match", #"{"properties": {"a": {}}}"#,
      #"{"properties": {"a": {}}, "propertyNames": {"maxLength": 3}}"#, input: .unknown,
      output: .compatible),
    SchemaCase(
      "members by pattern", #"{"patternProperties": {"^x": {"type": "string"}}}"#,
      #"{"patternProperties": {"^x": {"type": "integer"}}}"#, input: .unknown, output: .unknown),
    SchemaCase(
      "a member is gone and unevaluated ones are refused",
      #"{"properties": {"a": {}, "b": {}}, "unevaluatedProperties": false}"#,
      #"{"properties": {"a": {}}, "unevaluatedProperties": false}"#, input: .unknown,
      output: .unknown),
    SchemaCase(
      "a certain loss beside a doubt", #"{"not": {"required": ["z"]}, "properties": {"a": {}}}"#,
      #"{"not": {"required": ["z"]}, "properties": {"a": {}}, "required": ["a"]}"#,
      input: .unknown, output: .compatible),
    SchemaCase(
      "layout only", #"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
      #"{"properties": {"a": {"type": ["string"]}}, "type": ["object"]}"#, input: .compatible,
      output: .compatible),
  ]

  @Test(arguments: members + values + lists + composition)
  func `a step means for callers what the table says`(step: SchemaCase) throws {
    #expect(try effect(.input, step.old, step.new) == step.input, "\(step.old) to \(step.new)")
    #expect(try effect(.output, step.old, step.new) == step.output, "\(step.old) to \(step.new)")
  }

  @Test(arguments: members + values + lists + composition)
  func `a schema is compatible with itself`(step: SchemaCase) throws {
    #expect(
      SchemaInclusion(of: try node(step.old), in: try node(step.old)).findings.allSatisfy {
        // References and overlapping branches cannot be told even of one's own text.
        !$0.isCertain
      })
  }

  @Test func `what changed is said at its place`() throws {
    let details = SchemaComparison(
      .input,
      from: try node(
        #"{"properties": {"filter": {"properties": {"currency": {"enum": ["EUR", "USD"]}}}}}"#),
      to: try node(
        #"{"properties": {"filter": {"properties": {"currency": {"enum": ["EUR"]}, "year": {}}, "required": ["year"]}}}"#
      )
    ).details
    #expect(
      details == [
        .init("`filter.year` became required", .breaking),
        .init(#"`filter.currency` no longer takes `"USD"`"#, .breaking),
        .init("`filter.year` came in", .compatible),
      ])
  }

  @Test func `a schema that doubles at every level ends as unknown`() throws {
    var old = #"{"type": "string"}"#
    var new = #"{"type": "string", "maxLength": 9}"#
    for _ in 0..<7 {
      old = #"{"anyOf": [{"properties": {"a": \#(old)}}, {"properties": {"b": \#(old)}}]}"#
      new = #"{"anyOf": [{"properties": {"b": \#(new)}}, {"properties": {"a": \#(new)}}]}"#
    }
    #expect(try effect(.input, old, new) != .compatible)
  }

  private func effect(
    _ direction: SchemaComparison.Direction, _ old: String, _ new: String
  ) throws -> ContractChange.Effect {
    SchemaComparison(direction, from: try node(old), to: try node(new)).details
      .reduce(.compatible) { $0.joined(with: $1.effect) }
  }

  private func node(_ text: String) throws -> Node {
    let source = SourceFile(id: SourceID(index: 0), path: "", bytes: Array(text.utf8))
    return try #require(try JSONParser.parse(source).root)
  }
}
