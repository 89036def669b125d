/// All patterns, with what a sentence must have for each of them in one row, so that most are ruled out
/// without being looked at.
struct PatternSet: Sendable {
  private let patterns: [Pattern]
  /// What each pattern begins with, in one row.
  private let firsts: [Pattern.Element]
  /// The classes of the elements of all patterns, one pattern behind the other.
  private let needs: [WordClass]
  /// Where the needs of each pattern end.
  private let ends: [Int]
  /// Classes without which no pattern begins.
  private let beginnings: WordClass
  /// What patterns begin with, each once, as many begin alike.
  private let openings: [WordClass]
  /// Which of `openings` each pattern begins with.
  private let openingOfPattern: [Int]

  /// The set of `patterns`.
  init(_ patterns: [Pattern]) {
    self.patterns = patterns
    firsts = patterns.map(\.opening)
    needs = patterns.flatMap(\.needed)
    ends = patterns.reduce(into: []) { $0.append(($0.last ?? 0) + $1.needed.count) }
    var openings: [WordClass] = []
    var known: [WordClass: Int] = [:]
    openingOfPattern = patterns.map { pattern in
      let first = pattern.needed.first ?? []
      if let index = known[first] { return index }
      known[first] = openings.count
      openings.append(first)
      return openings.count - 1
    }
    self.openings = openings
    beginnings = patterns.reduce(into: []) { $0.formUnion($1.needed.first ?? []) }
  }

  /// The pattern of number `index`.
  subscript(index: Int) -> Pattern { patterns[index] }

  /// Whether a match of the pattern of number `index` can begin with `token`.
  func begins(_ index: Int, with token: Token) -> Bool { firsts[index].matches(token) }

  /// The numbers of the patterns that a sentence which has words of `classes` can match.
  func candidates(for classes: WordClass) -> [Int] {
    guard !classes.isDisjoint(with: beginnings) else { return [] }
    let canOpen = openings.map { !$0.isDisjoint(with: classes) }
    var candidates: [Int] = []
    var need = 0
    for (index, end) in ends.enumerated() {
      guard canOpen[openingOfPattern[index]] else {
        need = end
        continue
      }
      while need < end, !needs[need].isDisjoint(with: classes) { need += 1 }
      if need == end { candidates.append(index) }
      need = end
    }
    return candidates
  }
}
