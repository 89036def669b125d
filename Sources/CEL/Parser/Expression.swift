/// A node of the syntax tree, macros already expanded.
struct Expression: Sendable {
  /// The node's number within its expression: side tables are arrays over it.
  let id: Int
  /// UTF-8 offsets into the source.
  let range: Range<Int>
  /// How many nodes lie on the longest way down, this one included.
  let depth: Int
  let kind: Kind

  indirect enum Kind: Sendable {
    case literal(Value)
    case identifier(String, isAbsolute: Bool)
    case select(Expression, field: Name, isOptional: Bool)
    /// `has(operand.field)`.
    case presence(Expression, field: Name)
    case index(Expression, Expression, isOptional: Bool)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// Three or more terms of a chain lie side by side rather than nested.
    case logical(LogicalOperator, [Expression])
    case conditional(Expression, Expression, Expression)
    case call(Name, target: Expression?, arguments: [Expression])
    case list([ListElement])
    case map([MapEntry])
    /// Construction of a message, which this implementation parses but has no types for.
    case message(String, [Expression])
    case comprehension(Comprehension)
    /// `cel.bind(variable, value, body)`: the value is computed when the body first needs it.
    case binding(variable: String, value: Expression, body: Expression)
    /// `optMap` and, where flat, `optFlatMap`.
    case optionalMap(Expression, variable: String, body: Expression, isFlat: Bool)
  }
}

/// A name and where it stands.
struct Name: Sendable {
  let text: String
  let range: Range<Int>
}

/// An element of a list literal; an optional one is left out where it has no value.
struct ListElement: Sendable {
  let value: Expression
  let isOptional: Bool
}

/// An entry of a map literal; an optional one is left out where its value is missing.
struct MapEntry: Sendable {
  let key: Expression
  let value: Expression
  let isOptional: Bool
}

/// A macro that goes through a list or map.
struct Comprehension: Sendable {
  enum Form: Sendable {
    case all, exists, existsOne, filter
    /// `map` and `transformList`.
    case list
    case map
    case mapEntries
  }

  let form: Form
  let range: Expression
  /// The element or key; with two, the index or key and the value.
  let variables: [String]
  /// What an element must satisfy: the whole of `all`, the filter of `map`.
  let condition: Expression?
  let transform: Expression?
}

enum UnaryOperator: String, Sendable {
  case not = "!"
  case negate = "-"
}

enum LogicalOperator: String, Sendable {
  case and = "&&"
  case or = "||"
}

enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
}

extension Expression {
  /// The dotted name that the expression spells, where it is nothing but identifiers and dots.
  var qualifiedName: (text: String, isAbsolute: Bool)? {
    switch kind {
    case .identifier(let name, let isAbsolute): (name, isAbsolute)
    case .select(let operand, let field, isOptional: false):
      operand.qualifiedName.map { ($0.text + "." + field.text, $0.isAbsolute) }
    default: nil
    }
  }

  /// The first identifier of a dotted name.
  var rootIdentifier: (name: String, isAbsolute: Bool)? {
    switch kind {
    case .identifier(let name, let isAbsolute): (name, isAbsolute)
    case .select(let operand, _, _): operand.rootIdentifier
    default: nil
    }
  }
}
