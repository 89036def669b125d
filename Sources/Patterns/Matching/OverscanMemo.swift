/// Where searches of one text have gone on in vain after a match.
///
/// A preferred match is known only once nothing better can follow, for which a search may have to
/// read to the text's end. The next search starts after the match and would read all that again; it
/// stops instead where it meets an earlier one in the same state. This keeps the search for all
/// matches from becoming quadratic.
struct OverscanMemo {
  /// A place is looked up only once in so many bytes, which bounds the memory.
  static let interval = 64

  private struct Place: Hashable {
    let position: Int
    let row: LazyDFA.Row
  }

  private var futile: Set<Place> = []
  private var trail: [Place] = []
  private var generation = 0

  /// Notes that a search is at `position` after a match; `false` where it may as well stop.
  ///
  /// Rows of another `generation` of the automaton mean nothing, so that a new one forgets them.
  mutating func note(_ position: Int, in row: LazyDFA.Row, generation: Int) -> Bool {
    if generation != self.generation {
      futile.removeAll()
      trail.removeAll()
      self.generation = generation
    }
    let place = Place(position: position, row: row)
    if futile.contains(place) { return false }
    trail.append(place)
    return true
  }

  /// Notes that what was noted since the last match led to another.
  mutating func forgetTrail() { trail.removeAll(keepingCapacity: true) }

  /// Notes that a search is over, and that its trail led nowhere.
  mutating func closeTrail() {
    futile.formUnion(trail)
    trail.removeAll(keepingCapacity: true)
  }
}
