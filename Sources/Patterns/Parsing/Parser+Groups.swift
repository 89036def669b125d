extension Parser {
  /// Reads a group from its `(` to its `)`.
  ///
  /// A bare group of flags yields `.empty` and lasts until the group around it closes.
  mutating func parseGroup() throws(PatternError) -> Node {
    let start = index
    index += 1
    guard consume("?") else {
      if syntax == .pcre, isNext("*") {
        throw error("backtracking verbs are not supported", at: start)
      }
      let number = try openCapture(named: nil, at: start)
      return .capture(number, try parseGroupBody(from: start))
    }
    if let node = try parseLookaround(from: start) { return node }
    if let name = try parseGroupName() {
      let number = try openCapture(named: name, at: start)
      return .capture(number, try parseGroupBody(from: start))
    }
    if syntax == .pcre, consume("#") { return try parseComment(from: start) }
    try rejectUnsupportedGroup(from: start)
    return try parseFlags(from: start)
  }

  /// Reads what follows the opening of a group, and the `)`, and restores the flags.
  private mutating func parseGroupBody(from start: Int) throws(PatternError) -> Node {
    let outer = flags
    defer { flags = outer }
    let body = try parseAlternation()
    guard consume(")") else { throw error("missing ')' for this group", at: start) }
    return body
  }

  private mutating func parseLookaround(from start: Int) throws(PatternError) -> Node? {
    let kinds: [(opening: String, isAhead: Bool, isNegative: Bool)] = [
      ("=", true, false), ("!", true, true), ("<=", false, false), ("<!", false, true),
    ]
    guard let kind = kinds.first(where: { isNext($0.opening) }) else { return nil }
    guard syntax != .re2 else { throw error("RE2 has no lookaround", at: start) }
    _ = consume(kind.opening)
    let ordinal = try openLookaround(at: start)
    let body = try parseGroupBody(from: start)
    closeLookaround()
    return .lookaround(
      Lookaround(
        isAhead: kind.isAhead, isNegative: kind.isNegative, ordinal: ordinal, body: body))
  }

  /// Reads `P<name>`, `<name>` or `'name'`, as far as the syntax has them.
  private mutating func parseGroupName() throws(PatternError) -> String? {
    let openings: [(opening: String, closing: Unicode.Scalar)] =
      switch syntax {
      case .re2: [("P<", ">"), ("<", ">")]
      case .ecma262: [("<", ">")]
      case .pcre: [("P<", ">"), ("<", ">"), ("'", "'")]
      }
    for (opening, closing) in openings where consume(opening) {
      let nameStart = index
      while let scalar = peek(), isNamePart(scalar, first: index == nameStart) { index += 1 }
      guard index > nameStart else { throw error("expected a group name") }
      guard peek() == closing else { throw error("expected '\(closing)' after the group name") }
      var name = ""
      name.unicodeScalars.append(contentsOf: scalars[nameStart..<index])
      index += 1
      return name
    }
    return nil
  }

  private func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    if scalar == "_" || (scalar == "$" && syntax == .ecma262) { return true }
    let isDigitAllowed = !first || syntax == .re2
    return scalar.properties.isIDStart || (isDigitAllowed && scalar.properties.isIDContinue)
  }

  private mutating func parseComment(from start: Int) throws(PatternError) -> Node {
    while let scalar = peek() {
      index += 1
      if scalar == ")" { return .empty }
    }
    throw error("missing ')' for this comment", at: start)
  }

  private func rejectUnsupportedGroup(from start: Int) throws(PatternError) {
    if isNext("P=") || isNext("P>") || isNext("R") || isNext("&") {
      throw error("backreferences and recursion cannot be matched in linear time", at: start)
    }
    if syntax == .pcre {
      if isNext(">") { throw error("atomic groups are not supported", at: start) }
      if isNext("|") { throw error("branch reset groups are not supported", at: start) }
      if isNext("(") { throw error("conditional groups are not supported", at: start) }
      if let next = peek(), ("0"..."9").contains(next) {
        throw error("recursion cannot be matched in linear time", at: start)
      }
    }
  }

  /// Reads `flags)` or `flags:body)`, where flags may be empty before the colon.
  private mutating func parseFlags(from start: Int) throws(PatternError) -> Node {
    let outer = flags
    var changed = flags
    var isRemoving = false
    var isFlagExpected = false
    while let scalar = peek() {
      switch scalar {
      case "-" where !isRemoving:
        isRemoving = true
        isFlagExpected = true
      case ":":
        guard !isFlagExpected else { throw error("expected a flag after '-'") }
        index += 1
        flags = changed
        let body = try parseGroupBody(from: start)
        flags = outer
        return body
      case ")" where syntax != .ecma262:
        guard !isFlagExpected, index > start + 2 else { throw error("expected a flag") }
        index += 1
        flags = changed
        return .empty
      default:
        guard let flag = flag(scalar) else {
          throw error("expected a flag, ':' or another kind of group after '(?'")
        }
        isFlagExpected = false
        if isRemoving { changed.remove(flag) } else { changed.insert(flag) }
      }
      index += 1
    }
    throw error("missing ')' for this group", at: start)
  }

  private func flag(_ scalar: Unicode.Scalar) -> Pattern.Options? {
    switch scalar {
    case "i": .caseInsensitive
    case "s": .dotMatchesNewline
    case "m": .multiline
    case "U" where syntax != .ecma262: .swapGreed
    default: nil
    }
  }
}
