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
    withSearch(of: text) { search, ends, starts in
      search.next(in: text, from: 0, ends: &ends, starts: &starts)
    }
  }

  /// Matches from left to right that do not overlap; an empty one may not touch the one before it.
  func allMatches(in text: Span<UInt8>) -> [Pattern.Match] {
    withSearch(of: text) { search, ends, starts in
      var found: [Pattern.Match] = []
      var position = 0
      while position <= text.count,
        let match = search.next(in: text, from: position, ends: &ends, starts: &starts)
      {
        let range = match.range
        if !range.isEmpty || range.lowerBound != found.last?.range.upperBound {
          found.append(match)
        }
        position = range.upperBound
        if range.isEmpty { position = Self.scalarEnd(after: position, in: text) }
      }
      return found
    }
  }

  private func withSearch<Result>(
    of text: Span<UInt8>,
    _ body: (inout MatchSearch, _ ends: inout LazyDFA, _ starts: inout LazyDFA) -> Result
  ) -> Result {
    var search = MatchSearch(
      forward, slotCount: slotCount, finder: finder, lookarounds: lookarounds.results(over: text))
    return preferredMatch.withAutomaton { ends in
      longestMatch.withAutomaton { starts in body(&search, &ends, &starts) }
    }
  }

  private static func scalarEnd(after position: Int, in text: Span<UInt8>) -> Int {
    var next = position + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
