extension Parser {
  /// Reads a bracketed class.
  mutating func parseClass() throws(PatternError) -> Node {
    let start = index
    index += 1
    let isNegated = consume("^")
    var ranges: [ClosedRange<UInt32>] = []
    // Outside ECMA-262 a bracket that comes first is a member.
    var mayClose = syntax == .ecma262
    while true {
      guard let scalar = peek() else { throw error("missing ']' for this class", at: start) }
      if scalar == "]", mayClose {
        index += 1
        break
      }
      mayClose = true
      if syntax != .ecma262 {
        if try parsePOSIXClass(into: &ranges) { continue }
        if consume("\\Q") {
          parseQuotedMembers(into: &ranges)
          continue
        }
      }
      try parseMember(into: &ranges)
    }
    let set = folding(ScalarSet(ranges))
    let result = isNegated ? set.inverted : set
    if let only = result.onlyMember { return .scalar(only) }
    return .set(result)
  }

  /// Reads one member, or the range that it starts.
  private mutating func parseMember(into ranges: inout [ClosedRange<UInt32>]) throws(PatternError) {
    let start = index
    let first = try parseClassAtom()
    guard peek() == "-", let next = peek(1), next != "]" else {
      add(first, to: &ranges)
      return
    }
    index += 1
    let second = try parseClassAtom()
    switch (first, second) {
    case (.scalar(let lower), .scalar(let upper)):
      guard lower <= upper else { throw error("the range is out of order", at: start) }
      ranges.append(lower...upper)
    default:
      guard syntax != .re2 else { throw error("a range cannot end in a class", at: start) }
      add(first, to: &ranges)
      ranges.append(0x2D...0x2D)
      add(second, to: &ranges)
    }
  }

  private func add(_ atom: Escape, to ranges: inout [ClosedRange<UInt32>]) {
    switch atom {
    case .scalar(let value): ranges.append(value...value)
    case .set(let set): ranges.append(contentsOf: set.ranges)
    }
  }

  private mutating func parseClassAtom() throws(PatternError) -> Escape {
    guard let scalar = peek() else { throw error("missing ']'") }
    guard scalar == "\\" else {
      index += 1
      return .scalar(scalar.value)
    }
    if peek(1) == "b", syntax != .re2 {
      index += 2
      return .scalar(0x08)
    }
    return try parseEscapedMember()
  }

  /// Reads `[:name:]` or `[:^name:]`; anything else after a bracket is an ordinary member.
  private mutating func parsePOSIXClass(
    into ranges: inout [ClosedRange<UInt32>]
  ) throws(PatternError) -> Bool {
    let start = index
    guard consume("[:") else { return false }
    let isNegated = consume("^")
    var name = ""
    while let scalar = peek(), ("a"..."z").contains(scalar) {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard consume(":]") else {
      index = start
      return false
    }
    guard let set = ScalarSet(posix: name) else {
      throw error("'\(name)' is not a POSIX class", at: start)
    }
    ranges.append(contentsOf: (isNegated ? folding(set).inverted : set).ranges)
    return true
  }

  private mutating func parseQuotedMembers(into ranges: inout [ClosedRange<UInt32>]) {
    while let scalar = peek(), !consume("\\E") {
      ranges.append(scalar.value...scalar.value)
      index += 1
    }
  }
}
