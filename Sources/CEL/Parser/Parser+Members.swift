extension Parser {
  /// A primary and all that follows it: selections, indices and member calls.
  mutating func member() throws(CompileError) -> Expression {
    let start = current.range.lowerBound
    var result = try primary()
    while true {
      if take(".") {
        result = try selectOrCall(on: result, from: start)
      } else if take(".?") {
        let field = try fieldName()
        result = try node(
          .select(result, field: field, isOptional: true), from: start, over: [result])
      } else if current.kind == .symbol("[") || current.kind == .symbol("[?") {
        let isOptional = current.kind == .symbol("[?")
        advance()
        let index = try expression()
        try require("]")
        result = try node(
          .index(result, index, isOptional: isOptional), from: start, over: [result, index])
      } else if current.kind == .symbol("{"), let name = result.qualifiedName {
        result = try message(name.text, from: start)
      } else {
        return result
      }
    }
  }

  private mutating func selectOrCall(
    on operand: Expression, from start: Int
  ) throws(CompileError) -> Expression {
    let field = try fieldName()
    guard current.kind == .symbol("(") else {
      return try node(
        .select(operand, field: field, isOptional: false), from: start, over: [operand])
    }
    let arguments = try arguments()
    return try call(field, target: operand, arguments: arguments, from: start)
  }

  /// A name after a dot, which may be a reserved word but not a keyword.
  private mutating func fieldName() throws(CompileError) -> Name {
    let token = current
    switch token.kind {
    case .identifier(let text), .quotedIdentifier(let text):
      advance()
      return Name(text: text, range: token.range)
    default: throw expected("the name of a field")
    }
  }

  private mutating func arguments() throws(CompileError) -> [Expression] {
    try require("(")
    var arguments: [Expression] = []
    if take(")") { return arguments }
    repeat { arguments.append(try expression()) } while take(",")
    try require(")")
    return arguments
  }

  private mutating func primary() throws(CompileError) -> Expression {
    let token = current
    let start = token.range.lowerBound
    switch token.kind {
    case .string(let text): return try literal(.string(text), from: start)
    case .bytes(let bytes): return try literal(.bytes(bytes), from: start)
    case .double(let value): return try literal(.double(value), from: start)
    case .uint(let value): return try literal(.uint(value), from: start)
    case .int(let magnitude):
      guard let value = Int64(exactly: magnitude) else { throw expected("an int of 64 bits") }
      return try literal(.int(value), from: start)
    case .symbol("true"): return try literal(.bool(true), from: start)
    case .symbol("false"): return try literal(.bool(false), from: start)
    case .symbol("null"): return try literal(.null, from: start)
    case .symbol("-"): return try negativeNumber(from: start)
    case .symbol("("):
      advance()
      let inner = try expression()
      try require(")")
      return inner
    case .symbol("["), .symbol("[?"): return try list(from: start)
    case .symbol("{"):
      advance()
      return try map(from: start)
    case .symbol("."), .identifier: return try identifierOrCall(from: start)
    default: throw expected("a value, a name or `(`")
    }
  }

  private mutating func literal(
    _ value: Value, from start: Int
  ) throws(CompileError) -> Expression {
    advance()
    return try node(.literal(value), from: start)
  }

  private mutating func negativeNumber(from start: Int) throws(CompileError) -> Expression {
    advance()
    switch current.kind {
    case .double(let value): return try literal(.double(-value), from: start)
    case .int(let magnitude) where magnitude <= 1 << 63:
      return try literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude)), from: start)
    default: throw expected("a number that fits 64 bits")
    }
  }

  private mutating func identifierOrCall(from start: Int) throws(CompileError) -> Expression {
    let isAbsolute = take(".")
    let token = current
    guard case .identifier(let text) = token.kind else { throw expected("a name") }
    guard !Token.reserved.contains(text) else { throw expected("a name that is not reserved") }
    advance()
    guard current.kind == .symbol("(") else {
      return try node(.identifier(text, isAbsolute: isAbsolute), from: start)
    }
    let arguments = try arguments()
    return try call(
      Name(text: text, range: token.range), target: nil, arguments: arguments, from: start)
  }

  private mutating func list(from start: Int) throws(CompileError) -> Expression {
    var elements: [ListElement] = []
    // `[?` is one token where it indexes; at the start of a list, the mark belongs to the element.
    var isOptional = current.kind == .symbol("[?")
    advance()
    while isOptional || current.kind != .symbol("]") {
      isOptional = take("?") || isOptional
      elements.append(ListElement(value: try expression(), isOptional: isOptional))
      isOptional = false
      guard take(",") else { break }
    }
    try require("]")
    return try node(.list(elements), from: start, over: elements.map(\.value))
  }

  private mutating func map(from start: Int) throws(CompileError) -> Expression {
    var entries: [MapEntry] = []
    while current.kind != .symbol("}") {
      let isOptional = take("?")
      let key = try expression()
      try require(":")
      entries.append(MapEntry(key: key, value: try expression(), isOptional: isOptional))
      guard take(",") else { break }
    }
    try require("}")
    return try node(.map(entries), from: start, over: entries.flatMap { [$0.key, $0.value] })
  }

  private mutating func message(
    _ type: String, from start: Int
  ) throws(CompileError) -> Expression {
    try require("{")
    var values: [Expression] = []
    while current.kind != .symbol("}") {
      _ = take("?")
      _ = try fieldName()
      try require(":")
      values.append(try expression())
      guard take(",") else { break }
    }
    try require("}")
    return try node(.message(type, values), from: start, over: values)
  }
}
