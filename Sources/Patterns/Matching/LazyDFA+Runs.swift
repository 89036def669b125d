extension LazyDFA {
  /// Whether `text` has what `.anyMatch` or `.wholeText` asks for.
  mutating func matches(
    _ text: Span<UInt8>, lookarounds: [UInt8], finder: ByteFinder?
  ) -> Bool {
    var found = false
    run(over: text, lookarounds: lookarounds, finder: finder) { _ in
      found = true
      return false
    }
    return found
  }

  /// Where the preferred match that starts at or after `start` ends.
  mutating func end(
    ofMatchIn text: Span<UInt8>, from start: Int, lookarounds: [UInt8], finder: ByteFinder?,
    memo: inout OverscanMemo
  ) -> Int? {
    var end: Int?
    run(over: text, from: start, lookarounds: lookarounds, finder: finder, memo: &memo) {
      end = $0
      return true
    }
    return end
  }

  /// Where the longest match that ends at `end` starts, for a backward program.
  mutating func start(
    ofMatchIn text: Span<UInt8>, endingAt end: Int, notBefore floor: Int, lookarounds: [UInt8]
  ) -> Int? {
    var start: Int?
    runBackward(over: text, from: end, to: floor, lookarounds: lookarounds) { start = $0 }
    return start
  }

  /// Sets `bit` in the byte of every position at which the program's matches end.
  mutating func mark(
    _ bit: UInt8, in table: inout [UInt8], over text: Span<UInt8>, lookarounds: [UInt8]
  ) {
    switch program.direction {
    case .forward:
      run(over: text, lookarounds: lookarounds, finder: nil) { position in
        table[position] |= bit
        return true
      }
    case .backward:
      runBackward(over: text, from: text.count, to: 0, lookarounds: lookarounds) { position in
        table[position] |= bit
      }
    }
  }

  /// `run` for a goal that does not look for what is better than a match.
  private mutating func run(
    over text: Span<UInt8>, lookarounds: [UInt8], finder: ByteFinder?, onMatch: (Int) -> Bool
  ) {
    var memo = OverscanMemo()
    run(
      over: text, from: 0, lookarounds: lookarounds, finder: finder, memo: &memo, onMatch: onMatch)
  }

  /// Runs from `start` to the end of `text`.
  ///
  /// Calls `onMatch` with each position before which a match ends until it returns `false`.
  private mutating func run(
    over text: Span<UInt8>, from start: Int, lookarounds: [UInt8], finder: ByteFinder?,
    memo: inout OverscanMemo, onMatch: (Int) -> Bool
  ) {
    var finder = finder
    var position = start
    if let next = finder?.next(in: text, from: position) {
      guard next < text.count else { return }
      position = next
    }
    var row = self.start(behind: ByteKind(at: position - 1, in: text))
    var idle = finder == nil ? Self.unknown : row
    var isOverscanning = false
    defer { memo.closeTrail() }
    let plainEnd = plainEnd(of: text)
    while true {
      if lookarounds.isEmpty, position < plainEnd {
        let checkpoint = (position / OverscanMemo.interval + 1) * OverscanMemo.interval
        let end = isOverscanning ? min(plainEnd, checkpoint) : plainEnd
        let skimStart = position
        (position, row) = skim(text, from: position, to: end, in: row, pause: idle)
        steps += position - skimStart
      }
      if isOverscanning, position % OverscanMemo.interval == 0,
        !memo.note(position, in: row, generation: generation)
      {
        return
      }
      let builtBefore = builtStates
      let symbol = symbol(at: position, in: text, plainEnd: plainEnd, lookarounds: lookarounds)
      let entry = step(from: row, on: symbol)
      steps += 1
      if entry & Self.matchFlag != 0 {
        guard onMatch(position) else { return }
        memo.forgetTrail()
        isOverscanning = goal == .preferredMatch
      }
      let next = entry & ~Self.matchFlag
      if next == Self.dead || position >= text.count { return }
      row = next
      position += 1
      guard finder != nil else { continue }
      // A state that was built since may be the start, or have taken the start's row.
      if builtStates != builtBefore || idle == Self.unknown { idle = self.start(behind: .other) }
      guard row == idle, let next = finder?.next(in: text, from: position) else { continue }
      guard next < text.count else { return }
      position = next
      row = self.start(behind: ByteKind(at: position - 1, in: text))
      if finder?.isWorthwhile != true {
        finder = nil
        idle = Self.unknown
      }
    }
  }

  /// Where the bytes end that are no special symbol.
  private func plainEnd(of text: Span<UInt8>) -> Int {
    let isSpecial =
      program.classes.distinguishesFinalNewline && text.count > 0 && text[text.count - 1] == 0x0A
    return isSpecial ? text.count - 1 : text.count
  }

  private mutating func runBackward(
    over text: Span<UInt8>, from start: Int, to floor: Int, lookarounds: [UInt8],
    onMatch: (Int) -> Void
  ) {
    var position = start
    var row = self.start(behind: ByteKind(at: position, in: text))
    while true {
      let isAtFinalNewline =
        program.classes.distinguishesFinalNewline && position == text.count
      if lookarounds.isEmpty, !isAtFinalNewline, position > floor {
        (position, row) = skimBackward(text, from: position, to: floor, in: row)
      }
      let symbol = symbol(before: position, in: text, lookarounds: lookarounds)
      let entry = step(from: row, on: symbol)
      if entry & Self.matchFlag != 0 { onMatch(position) }
      let next = entry & ~Self.matchFlag
      if next == Self.dead || position <= floor { return }
      row = next
      position -= 1
    }
  }

  /// The symbol that a forward run reads at `position`, at or beyond `plainEnd` a special one.
  private func symbol(
    at position: Int, in text: Span<UInt8>, plainEnd: Int, lookarounds: [UInt8]
  ) -> Int {
    let classes = program.classes
    var symbol = position < text.count ? classes.finalNewline : classes.end
    if position < plainEnd { symbol = Int(classes.symbols[Int(text[position])]) }
    return lookarounds.isEmpty ? symbol : symbol + classes.count * Int(lookarounds[position])
  }

  private func symbol(before position: Int, in text: Span<UInt8>, lookarounds: [UInt8]) -> Int {
    let classes = program.classes
    var symbol = classes.end
    if position > 0 {
      let byte = text[position - 1]
      let isFinalNewline =
        byte == 0x0A && position == text.count && classes.distinguishesFinalNewline
      symbol = isFinalNewline ? classes.finalNewline : Int(classes.symbols[Int(byte)])
    }
    return lookarounds.isEmpty ? symbol : symbol + classes.count * Int(lookarounds[position])
  }
}
