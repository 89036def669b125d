/// Reads a pattern's source into a tree.
///
/// Extensions beside this file read groups, escapes and classes.
struct Parser {
  let syntax: Pattern.Syntax
  let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar, and the source's length.
  private var offsets: [Int] = []
  var index = 0
  var flags: Pattern.Options

  /// The name of each capture group so far; the first stands for the whole match.
  private(set) var captureNames: [String?] = [nil]

  private var usedNames: Set<String> = []

  /// How many lookarounds have been opened in each pattern or lookaround that is still open.
  private var lookaroundCounts = [0]
  private var lookaroundTotal = 0
  private var depth = 0

  /// Property sets are dear to build, and a pattern may name one many times.
  var properties: [String: ScalarSet] = [:]

  init(_ source: String, syntax: Pattern.Syntax, options: Pattern.Options) {
    self.syntax = syntax
    self.flags = options
    scalars = Array(source.unicodeScalars)
    var offset = 0
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  mutating func parse() throws(PatternError) -> Node {
    if let length = offsets.last, length > PatternLimits.sourceBytes {
      throw error("the pattern is longer than \(PatternLimits.sourceBytes) bytes", at: 0)
    }
    let node = try parseAlternation()
    guard index == scalars.count else { throw error("unexpected ')'") }
    return node
  }

  // MARK: Reading

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  func isNext(_ expected: String) -> Bool {
    var position = index
    for scalar in expected.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
    }
    return true
  }

  mutating func consume(_ expected: String) -> Bool {
    guard isNext(expected) else { return false }
    index += expected.unicodeScalars.count
    return true
  }

  func error(_ message: String, at position: Int? = nil) -> PatternError {
    PatternError(message: message, offset: offsets[min(position ?? index, scalars.count)])
  }

  // MARK: Alternation and concatenation

  mutating func parseAlternation() throws(PatternError) -> Node {
    guard depth < PatternLimits.nesting else {
      throw error("groups are nested more than \(PatternLimits.nesting) deep")
    }
    depth += 1
    defer { depth -= 1 }
    var branches = [try parseConcatenation()]
    while consume("|") { branches.append(try parseConcatenation()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func parseConcatenation() throws(PatternError) -> Node {
    var parts: [Node] = []
    while let next = peek(), next != "|", next != ")" {
      if syntax != .ecma262, consume("\\Q") {
        try parseQuotation(into: &parts)
        continue
      }
      let atom = try parseAtom()
      let node = try parseRepetition(of: atom)
      if node != .empty { parts.append(node) }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .concatenation(parts)
  }

  /// Reads the rest of `\Q...\E`; an operator after it applies to the last scalar only.
  private mutating func parseQuotation(into parts: inout [Node]) throws(PatternError) {
    while let scalar = peek(), !consume("\\E") {
      index += 1
      guard isNext("\\E"), index + 2 < scalars.count else {
        parts.append(literal(scalar.value))
        continue
      }
      index += 2
      parts.append(try parseRepetition(of: literal(scalar.value)))
      return
    }
  }

  private mutating func parseAtom() throws(PatternError) -> Node {
    guard let scalar = peek() else { return .empty }
    switch scalar {
    case "(": return try parseGroup()
    case "[": return try parseClass()
    case "\\": return try parseEscape()
    case ".":
      index += 1
      return .set(dot)
    case "^":
      index += 1
      return .assertion(flags.contains(.multiline) ? .startOfLine : .startOfText)
    case "$":
      index += 1
      if flags.contains(.multiline) { return .assertion(.endOfLine) }
      return .assertion(syntax == .pcre ? .endOfTextOrFinalNewline : .endOfText)
    case "*", "+", "?":
      throw error("'\(scalar)' has nothing to repeat")
    case "{":
      if try parseCount() != nil { throw error("the count has nothing to repeat") }
      index += 1
      return literal(scalar.value)
    default:
      index += 1
      return literal(scalar.value)
    }
  }

  private var dot: ScalarSet {
    if flags.contains(.dotMatchesNewline) { return .everything }
    return (syntax == .ecma262 ? ScalarSet.ecmaLineTerminators : .newline).inverted
  }

  func literal(_ value: UInt32) -> Node {
    guard flags.contains(.caseInsensitive) else { return .scalar(value) }
    let folded = CaseFolding.closure(of: ScalarSet([value...value]))
    return folded.onlyMember == nil ? .set(folded) : .scalar(value)
  }

  /// `set` as a node, with the other cases of its members where case is ignored.
  func folding(_ set: ScalarSet) -> ScalarSet {
    flags.contains(.caseInsensitive) ? CaseFolding.closure(of: set) : set
  }

  // MARK: Repetition

  private mutating func parseRepetition(of atom: Node) throws(PatternError) -> Node {
    let operatorStart = index
    guard let bounds = try parseOperator() else { return atom }
    try checkRepeatable(atom, operator: operatorStart)
    if syntax == .pcre, peek() == "+" {
      throw error("possessive repetition is not supported")
    }
    let isLazy = consume("?")
    let afterwards = index
    if try parseOperator() != nil {
      throw error("a repetition cannot be repeated without a group", at: afterwards)
    }
    if atom == .empty || bounds.upper == 0 { return .empty }
    if bounds.lower == 1 && bounds.upper == 1 { return atom }
    return .repetition(
      atom,
      Repetition(
        minimum: bounds.lower, maximum: bounds.upper,
        isGreedy: isLazy == flags.contains(.swapGreed), offset: offsets[operatorStart]))
  }

  private func checkRepeatable(_ atom: Node, operator operatorStart: Int) throws(PatternError) {
    guard syntax == .ecma262 else { return }
    switch atom {
    case .assertion: throw error("an assertion cannot be repeated", at: operatorStart)
    case .lookaround: throw error("a lookaround cannot be repeated", at: operatorStart)
    default: break
    }
  }

  /// Reads `*`, `+`, `?` or a count; `nil`, with nothing consumed, where none stands here.
  private mutating func parseOperator() throws(PatternError) -> (lower: Int, upper: Int?)? {
    switch peek() {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{": return try parseCount()
    default: return nil
    }
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; a brace that starts none of them is a literal.
  private mutating func parseCount() throws(PatternError) -> (lower: Int, upper: Int?)? {
    let start = index
    guard consume("{"), let lower = parseNumber() else {
      index = start
      return nil
    }
    var upper: Int? = lower
    if consume(",") { upper = parseNumber() }
    guard consume("}") else {
      index = start
      return nil
    }
    if syntax == .re2, max(lower, upper ?? 0) > PatternLimits.re2Repeat {
      throw error("a repeat count exceeds \(PatternLimits.re2Repeat)", at: start)
    }
    if let upper, upper < lower { throw error("the repeat counts are out of order", at: start) }
    return (lower, upper)
  }

  /// A number that stops growing once no program could hold so many copies.
  private mutating func parseNumber() -> Int? {
    var value: Int?
    while let digit = peek(), ("0"..."9").contains(digit) {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), PatternLimits.instructions + 1)
      index += 1
    }
    return value
  }

  // MARK: Numbering

  mutating func openCapture(named name: String?, at position: Int) throws(PatternError) -> Int {
    if let name, !usedNames.insert(name).inserted {
      throw error("the group name '\(name)' is used twice", at: position)
    }
    captureNames.append(name)
    return captureNames.count - 1
  }

  mutating func openLookaround(at position: Int) throws(PatternError) -> Int {
    let ordinal = lookaroundCounts[lookaroundCounts.count - 1]
    guard ordinal < PatternLimits.lookaroundsPerLevel,
      lookaroundCounts.count <= PatternLimits.lookaroundNesting,
      lookaroundTotal < PatternLimits.lookarounds
    else { throw error("too many lookarounds", at: position) }
    lookaroundTotal += 1
    lookaroundCounts[lookaroundCounts.count - 1] += 1
    lookaroundCounts.append(0)
    return ordinal
  }

  mutating func closeLookaround() { lookaroundCounts.removeLast() }
}
