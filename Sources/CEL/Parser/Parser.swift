/// Reads tokens by precedence into a tree, and expands macros on the way.
///
/// Nesting is limited, so that neither the parser nor anything that walks its tree can exhaust the
/// stack; so is the length of the source.
struct Parser {
  static let maximumDepth = 100
  static let maximumLength = 100_000

  let tokens: [Token]
  let extensions: Set<Extension>
  var position = 0
  var nesting = 0
  var nextID = 0

  /// The tree of `source` and the number of its nodes.
  static func parse(
    _ source: String, extensions: Set<Extension>
  ) throws(CompileError) -> (root: Expression, nodeCount: Int) {
    let length = source.utf8.count
    guard length <= maximumLength else {
      throw CompileError(
        CompileError.Problem("expected at most \(maximumLength) bytes", at: 0..<length))
    }
    var parser = Parser(tokens: try Lexer.tokens(of: source), extensions: extensions)
    let root = try parser.expression()
    guard parser.current.kind == .end else {
      throw parser.expected("an operator or the end of the expression")
    }
    return (root, parser.nextID)
  }

  init(tokens: [Token], extensions: Set<Extension>) {
    self.tokens = tokens
    self.extensions = extensions
  }

  var current: Token { tokens[position] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func require(_ symbol: String) throws(CompileError) {
    guard take(symbol) else { throw expected("`\(symbol)`") }
  }

  func expected(_ what: String) -> CompileError {
    CompileError(
      CompileError.Problem("expected \(what), found \(current.display)", at: current.range))
  }

  /// Makes a node that begins at `start` and ends with the last token taken.
  mutating func node(
    _ kind: Expression.Kind, from start: Int, over children: [Expression] = []
  ) throws(CompileError) -> Expression {
    let end = position > 0 ? tokens[position - 1].range.upperBound : start
    let range = start..<max(start, end)
    let depth = 1 + (children.map(\.depth).max() ?? 0)
    guard depth <= Self.maximumDepth else { throw tooDeep(range) }
    defer { nextID += 1 }
    return Expression(id: nextID, range: range, depth: depth, kind: kind)
  }

  private func tooDeep(_ range: Range<Int>) -> CompileError {
    CompileError(
      CompileError.Problem("expected at most \(Self.maximumDepth) levels of nesting", at: range))
  }

  /// A whole expression: a condition with its two outcomes, or what stands in its place.
  mutating func expression() throws(CompileError) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.maximumDepth else { throw tooDeep(current.range) }
    let start = current.range.lowerBound
    let condition = try logical(.or)
    guard take("?") else { return condition }
    let positive = try logical(.or)
    try require(":")
    let negative = try expression()
    return try node(
      .conditional(condition, positive, negative), from: start,
      over: [condition, positive, negative])
  }

  private mutating func logical(_ operation: LogicalOperator) throws(CompileError) -> Expression {
    let start = current.range.lowerBound
    var terms = [operation == .or ? try logical(.and) : try relation()]
    while take(operation.rawValue) {
      terms.append(operation == .or ? try logical(.and) : try relation())
    }
    if terms.count == 1 { return terms[0] }
    return try node(.logical(operation, terms), from: start, over: terms)
  }

  private mutating func relation() throws(CompileError) -> Expression {
    try binary(
      [.equal, .notEqual, .lessOrEqual, .less, .greaterOrEqual, .greater, .isIn], level: 0)
  }

  /// A chain of operators of one level, which associate to the left.
  private mutating func binary(
    _ operators: [BinaryOperator], level: Int
  ) throws(CompileError) -> Expression {
    let start = current.range.lowerBound
    var result = try operand(below: level)
    while let operation = operators.first(where: { current.kind == .symbol($0.rawValue) }) {
      advance()
      let right = try operand(below: level)
      result = try node(.binary(operation, result, right), from: start, over: [result, right])
    }
    return result
  }

  private mutating func operand(below level: Int) throws(CompileError) -> Expression {
    switch level {
    case 0: try binary([.add, .subtract], level: 1)
    case 1: try binary([.multiply, .divide, .remainder], level: 2)
    default: try unary()
    }
  }

  private mutating func unary() throws(CompileError) -> Expression {
    var signs: [(operation: UnaryOperator, start: Int)] = []
    while true {
      let start = current.range.lowerBound
      if take("!") {
        signs.append((.not, start))
      } else if current.kind == .symbol("-"), !isNumber(tokens[min(position + 1, tokens.count - 1)])
      {
        advance()
        signs.append((.negate, start))
      } else {
        break
      }
    }
    var result = try member()
    for sign in signs.reversed() {
      result = try node(.unary(sign.operation, result), from: sign.start, over: [result])
    }
    return result
  }

  private func isNumber(_ token: Token) -> Bool {
    switch token.kind {
    case .int, .double: true
    default: false
    }
  }
}
