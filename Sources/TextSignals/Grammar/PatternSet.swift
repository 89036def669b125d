/// All patterns, with what a sentence must have for each of them in one row, so that most are ruled out
/// without being looked at.
struct PatternSet: Sendable {
  private let patterns: [Pattern]
  /// What each pattern begins with, in one row.
  private let firsts: [Pattern.Element]
  /// The classes of the elements of all patterns but what they begin with, one pattern behind the other.
  private let needs: [WordClass]
  /// Where the needs of each pattern begin, and behind the last one where they end.
  private let starts: [Int]
  /// Classes without which no pattern begins.
  private let beginnings: WordClass
  /// What patterns begin with, each once, as many begin alike.
  private let openings: [WordClass]
  /// The numbers of the patterns, those with the same opening beside each other.
  private let byOpening: [Int]
  /// Where the patterns of each opening end in `byOpening`.
  private let endsOfOpenings: [Int]

  /// The set of `patterns`.
  init(_ patterns: [Pattern]) {
    self.patterns = patterns
    firsts = patterns.map(\.opening)
    let others = patterns.map { $0.needed.dropFirst() }
    needs = Array(others.joined())
    starts = others.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    var openings: [WordClass] = []
    var known: [WordClass: Int] = [:]
    var members: [[Int]] = []
    for (number, pattern) in patterns.enumerated() {
      let place = known[pattern.opening.classes] ?? openings.count
      if place == openings.count {
        known[pattern.opening.classes] = place
        openings.append(pattern.opening.classes)
        members.append([])
      }
      members[place].append(number)
    }
    self.openings = openings
    byOpening = Array(members.joined())
    endsOfOpenings = members.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) }
    beginnings = openings.reduce(into: []) { $0.formUnion($1) }
  }

  /// The pattern of number `index`.
  subscript(index: Int) -> Pattern { patterns[index] }

  /// Whether a match of the pattern of number `index` can begin with `token`.
  func begins(_ index: Int, with token: Token) -> Bool { firsts[index].matches(token) }

  /// The numbers of the patterns that a sentence which has words of `classes` can match, in their order.
  func candidates(for classes: WordClass) -> [Int] {
    guard !classes.isDisjoint(with: beginnings) else { return [] }
    var candidates: [Int] = []
    var start = 0
    for opening in openings.indices {
      let end = endsOfOpenings[opening]
      if !openings[opening].isDisjoint(with: classes) {
        for place in start..<end where isPossible(byOpening[place], with: classes) {
          candidates.append(byOpening[place])
        }
      }
      start = end
    }
    candidates.sort()
    return candidates
  }

  /// Whether `classes`, which has something for the opening of the pattern of number `index`, has something for
  /// each of its other elements.
  private func isPossible(_ index: Int, with classes: WordClass) -> Bool {
    for need in starts[index]..<starts[index + 1] where needs[need].isDisjoint(with: classes) {
      return false
    }
    return true
  }
}
