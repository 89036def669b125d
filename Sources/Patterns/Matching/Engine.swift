/// A compiled pattern with the automata that its searches have built so far.
final class Engine: Sendable {
  private let forward: Program
  private let backward: Program
  private let slotCount: Int
  private let lookarounds: LookaroundTable
  private let finder: ByteFinder?
  private let anyMatch: DFAPool
  private let wholeText: DFAPool
  private let preferredMatch: DFAPool
  private let longestMatch: DFAPool

  init(_ node: Node, captureCount: Int) throws(PatternError) {
    forward = try Compiler.compile(node, direction: .forward)
    backward = try Compiler.compile(node, direction: .backward, lookarounds: false)
    slotCount = captureCount * 2
    guard slotCount * forward.instructions.count <= PatternLimits.captureCells else {
      throw PatternError(message: "too many capture groups for a pattern of this size", offset: 0)
    }
    lookarounds = LookaroundTable(for: forward)
    let isAnchored = forward.start == forward.searchStart
    finder = isAnchored ? nil : forward.firstBytes.flatMap(ByteFinder.init)
    anyMatch = DFAPool(forward, goal: .anyMatch)
    wholeText = DFAPool(forward, goal: .wholeText)
    preferredMatch = DFAPool(forward, goal: .preferredMatch)
    longestMatch = DFAPool(backward, goal: .longestMatch)
  }

  func matches(_ text: Span<UInt8>) -> Bool {
    let looks = lookarounds.results(over: text)
    return anyMatch.withAutomaton { $0.matches(text, lookarounds: looks, finder: finder) }
  }

  func matchesWhole(_ text: Span<UInt8>) -> Bool {
    let looks = lookarounds.results(over: text)
    return wholeText.withAutomaton { $0.matches(text, lookarounds: looks, finder: nil) }
  }

  func firstMatch(in text: Span<UInt8>) -> Pattern.Match? {
    let looks = lookarounds.results(over: text)
    var captures: PikeVM?
    return match(in: text, from: 0, looks, &captures)
  }

  /// Matches from left to right that do not overlap; an empty one may not touch the one before it.
  func allMatches(in text: Span<UInt8>) -> [Pattern.Match] {
    let looks = lookarounds.results(over: text)
    var captures: PikeVM?
    var found: [Pattern.Match] = []
    var position = 0
    while position <= text.count, let match = match(in: text, from: position, looks, &captures) {
      let range = match.range
      if !range.isEmpty || range.lowerBound != found.last?.range.upperBound { found.append(match) }
      position = range.upperBound
      if range.isEmpty { position = Self.scalarEnd(after: position, in: text) }
    }
    return found
  }

  /// Finds the end forward, the start backward, and only then the captures between them.
  private func match(
    in text: Span<UInt8>, from start: Int, _ looks: [UInt8], _ captures: inout PikeVM?
  ) -> Pattern.Match? {
    let end = preferredMatch.withAutomaton {
      $0.end(ofMatchIn: text, from: start, lookarounds: looks, finder: finder)
    }
    guard let end else { return nil }
    let matchStart = longestMatch.withAutomaton {
      $0.start(ofMatchIn: text, endingAt: end, notBefore: start, lookarounds: looks)
    }
    guard let matchStart else { return nil }
    let range = matchStart..<end
    guard slotCount > 2 else { return Pattern.Match(range: range, captures: [range]) }
    var machine = captures ?? PikeVM(forward, slotCount: slotCount)
    captures = nil
    let slots = machine.match(in: text, range: range, isSearch: false, lookarounds: looks)
    captures = machine
    return Pattern.Match(range: range, slots: slots ?? [])
  }

  private static func scalarEnd(after position: Int, in text: Span<UInt8>) -> Int {
    var next = position + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
