/// Tells the names of other tools from all the names that programs use: they are called, or said to be tools.
struct ToolNames {
  private let text: FoldedText
  private let lexicon: Lexicon
  /// The name of the tool that the text describes, as folding leaves it; empty where it is unknown.
  private let own: [UInt8]

  /// Marks the names of tools among `tokens`, which are those of `text`.
  ///
  /// The tool's `own` name means this tool, every other one a named tool. Where its own name is not known, as
  /// in the instructions of a server, no name is that of another's tool.
  static func mark(
    _ tokens: inout [Token], in text: FoldedText, own: [UInt8], using lexicon: Lexicon
  ) {
    let names = ToolNames(text: text, lexicon: lexicon, own: own)
    var index = 0
    while index < tokens.count {
      let next = own.isEmpty ? index + 1 : names.markName(at: index, in: &tokens)
      names.markLiteral(at: index, in: &tokens)
      index = next
    }
  }

  /// Marks what is quoted at `index` and no name: it has blanks, capitals or digits.
  private func markLiteral(at index: Int, in tokens: inout [Token]) {
    let token = tokens[index]
    if token.range.count > 3, text.source[token.range].allSatisfy({ (0x30...0x39).contains($0) }) {
      tokens[index].classes.insert(.literal)
      return
    }
    guard token.isQuoted, token.boundary >= .comma, !token.classes.contains(.namedTool) else {
      return
    }
    let isPhrase =
      index + 1 < tokens.count && token.range.upperBound < text.source.count
      && tokens[index + 1].isQuoted && tokens[index + 1].boundary == .none
      && text.source[token.range.upperBound] == 0x20
    let hasCapitals = text.source[token.range].contains {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
    }
    tokens[index].classes.insert(isPhrase || hasCapitals ? .literal : .slot)
  }

  /// Marks the name that begins at `index`, if there is one, and returns where to go on.
  private func markName(at index: Int, in tokens: inout [Token]) -> Int {
    let end = endOfName(at: index, in: tokens)
    guard let end,
      isCalled(index, in: tokens) || isSaidToBeTool(before: end, in: tokens)
        || beginsWithAct(index, in: tokens)
    else { return index + 1 }
    let name = text.source[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound]
    let folded = FoldedText(Array(name))
    // The other words of the name are part of it, and say nothing.
    for part in index + 1..<end { tokens[part].classes = [] }
    if folded.bytes == own {
      tokens[index].classes = .thisTool
      return end
    }
    let kept = tokens[index].classes.intersection(.name.union(.assigned))
    tokens[index].classes = kept.union([.namedTool, .name])
    tokens[index].form = .other
    if isHarmful(folded) { tokens[index].classes.insert(.harmfulTool) }
    return end
  }

  /// Where the name ends that begins at `index`: an identifier, a quoted word, or words that hyphens join.
  private func endOfName(at index: Int, in tokens: [Token]) -> Int? {
    if tokens[index].shape == .identifier { return index + 1 }
    guard tokens[index].shape == .word else { return nil }
    var end = index + 1
    while end < tokens.count, end - index < Self.longestName,
      isHyphen(between: end - 1, end, tokens)
    {
      end += 1
    }
    let isQuoted =
      tokens[index].isQuoted && tokens[index].boundary >= .comma
      && (end == tokens.count || !tokens[end].isQuoted || tokens[end].boundary >= .comma)
    if end - index > 1 { return isQuoted || end - index > 2 ? end : nil }
    // A single word is no name unless it is quoted and said to be one.
    return isQuoted && isSaidToBeTool(before: end, in: tokens) ? end : nil
  }

  /// The most words that hyphens join to a name.
  private static let longestName = 6

  private func isHyphen(between first: Int, _ second: Int, _ tokens: [Token]) -> Bool {
    let gap = tokens[first].range.upperBound
    return tokens[second].range.lowerBound == gap + 1 && text.source[gap] == UInt8(ascii: "-")
  }

  private func isCalled(_ index: Int, in tokens: [Token]) -> Bool {
    for before in tokens[max(0, index - 3)..<index].reversed() {
      if !before.classes.isDisjoint(with: Self.calls) { return true }
      let isFiller = before.classes.isEmpty || before.classes.contains(.to)
      if before.shape != .word || !isFiller { return false }
    }
    return false
  }

  /// Words that stand before the name of what is called.
  private static let calls: WordClass = [.use, .inOrderTo, .task, .prefer]

  private func isSaidToBeTool(before end: Int, in tokens: [Token]) -> Bool {
    guard end < tokens.count, tokens[end].boundary <= .comma else { return false }
    if tokens[end].classes.contains(.tool) { return true }
    // "`search` requests", "a `search` call".
    return tokens[end].form != .base && !tokens[end].classes.isDisjoint(with: [.use, .task])
  }

  /// Whether the name at `index` begins with what tools do and parameters do not, as `create_issue` does.
  private func beginsWithAct(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.shape == .identifier, !token.classes.contains(.assigned) else { return false }
    let name = FoldedText(Array(text.source[token.range]))
    let parts = Names.parts(of: 0..<name.bytes.count, in: name)
    guard parts.count > 1, let first = parts.first else { return false }
    return Self.acts.contains(String(decoding: name.bytes[first], as: UTF8.self))
  }

  private static let acts: Set<String> = [
    "create", "delete", "send", "get", "list", "write", "search", "update", "post", "merge",
    "execute", "run", "fetch", "remove", "add", "publish", "transfer", "pay", "book", "cancel",
    "upload", "download", "deploy", "approve", "invoke", "query", "submit",
  ]

  private func isHarmful(_ name: FoldedText) -> Bool {
    Names.parts(of: 0..<name.bytes.count, in: name).contains { part in
      lexicon.entry(name.bytes, part)?.classes.contains(.harmfulTool) ?? false
    }
  }
}
