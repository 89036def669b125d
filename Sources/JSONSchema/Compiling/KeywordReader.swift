import Patterns
import SourceText
import Syntax

/// Reads the keywords of one schema object into rules.
struct KeywordReader {
  typealias Rule = SchemaProgram.Rule
  typealias Check = SchemaProgram.Check

  let node: Node
  let vocabularies: VocabularySet
  private var rules: [Rule] = []
  private let keywords: [String: (key: Node, value: Node)]

  init(node: Node, vocabularies: VocabularySet) {
    self.node = node
    self.vocabularies = vocabularies
    var keywords: [String: (key: Node, value: Node)] = [:]
    for (key, value) in node.members {
      if let name = key.scalarText { keywords[name] = (key, value) }
    }
    self.keywords = keywords
  }

  var dialect: SchemaDialect { vocabularies.dialect }

  /// The rules, with those that ask for unevaluated values last.
  mutating func rules(with compiler: inout SchemaCompiler) throws(SchemaError) -> [Rule] {
    rules = []
    try readReferences(&compiler)
    // In draft-07, `$ref` hides everything beside it.
    if dialect == .draft7, keywords["$ref"] != nil { return rules }
    if vocabularies.contains(.validation) { try readAssertions(&compiler) }
    try readFormat(&compiler)
    if vocabularies.contains(.applicator) {
      try readLogic(&compiler)
      try readProperties(&compiler)
      try readItems(&compiler)
    }
    if vocabularies.contains(.unevaluated), dialect != .draft7 {
      if let value = value("unevaluatedItems") {
        add("unevaluatedItems", .unevaluatedItems(try compiler.schema(value)))
      }
      if let value = value("unevaluatedProperties") {
        add("unevaluatedProperties", .unevaluatedProperties(try compiler.schema(value)))
      }
    }
    return rules
  }

  // MARK: Reading values

  func value(_ keyword: String) -> Node? { keywords[keyword]?.value }

  mutating func add(_ keyword: String, _ check: Check) {
    let span = (keywords[keyword]?.key ?? node).span
    rules.append(
      Rule(
        keyword: keyword, span: MetaSchemaDocuments.holds(span.source) ? nil : span, check: check))
  }

  func wrong(_ keyword: String, expected: String) -> SchemaError {
    SchemaError(
      (value(keyword) ?? node).span, "`\(keyword)` is not \(expected)", expected: expected)
  }

  func count(_ keyword: String) throws(SchemaError) -> Int? {
    guard let value = value(keyword) else { return nil }
    guard let number = Instance(value: value).number, !number.isNegative, number.isInteger else {
      throw wrong(keyword, expected: "a whole number that is not negative")
    }
    return number.small.map { Int(clamping: $0) } ?? .max
  }

  func number(_ keyword: String) throws(SchemaError) -> (value: ExactNumber, shown: String)? {
    guard let value = value(keyword) else { return nil }
    guard let number = Instance(value: value).number else {
      throw wrong(keyword, expected: "a number")
    }
    return (number, value.scalarText ?? "")
  }

  func strings(_ value: Node, _ keyword: String) throws(SchemaError) -> [ExactText] {
    guard value.kind == .sequence else { throw wrong(keyword, expected: "an array of strings") }
    var strings: [ExactText] = []
    for element in value.elements {
      guard let string = element.string else {
        throw wrong(keyword, expected: "an array of strings")
      }
      strings.append(ExactText(string))
    }
    return strings
  }

  func schemas(_ keyword: String, _ compiler: inout SchemaCompiler) throws(SchemaError) -> [Int]? {
    guard let value = value(keyword) else { return nil }
    guard value.kind == .sequence else { throw wrong(keyword, expected: "an array of schemas") }
    var schemas: [Int] = []
    for element in value.elements { schemas.append(try compiler.schema(element)) }
    return schemas
  }

  /// The pairs of the object that is the keyword's value.
  func pairs(_ keyword: String) throws(SchemaError) -> [(
    key: ExactText, value: Node, span: SourceSpan
  )] {
    guard let value = value(keyword) else { return [] }
    guard value.kind == .mapping else { throw wrong(keyword, expected: "an object") }
    return Instance(value: value).members.map { ($0.key, $0.value.node, $0.keyNode.span) }
  }

  func pattern(_ source: String, at span: SourceSpan) throws(SchemaError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(source, syntax: .ecma262)
    } catch {
      throw SchemaError(
        span, "the pattern `\(source)` cannot be used: \(error.message)",
        expected: "a regular expression")
    }
  }
}
