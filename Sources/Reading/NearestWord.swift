/// Finds the word that somebody probably meant.
package enum NearestWord {
  /// Longer words are never compared, so that hostile input costs nothing.
  private static let longest = 48

  /// The one of `candidates` that `word` is probably a slip of; the first of equals, `nil` if none is near.
  ///
  /// Near is at most one edit for each three letters, after case and word separators are set aside; two
  /// neighbouring letters that changed places are one edit.
  package static func to(_ word: String, among candidates: [String]) -> String? {
    let letters = folded(word)
    guard !letters.isEmpty, letters.count <= longest else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      let allowed = max(letters.count, other.count) / 3
      guard other.count <= longest, abs(other.count - letters.count) <= allowed else { continue }
      let distance = editDistance(letters, other)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  private static func folded(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn `left` into
  /// `right` (optimal string alignment).
  package static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
