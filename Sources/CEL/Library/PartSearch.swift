/// Finds a sequence in longer ones in linear time, however both repeat themselves.
struct PartSearch<Element: Equatable> {
  private let part: [Element]
  /// By length of a match: how long the longest shorter match is that ends at the same place.
  private let fallbacks: [Int]

  init(_ part: [Element]) {
    self.part = part
    var fallbacks = Array(repeating: 0, count: part.count + 1)
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = fallbacks[length] }
      if part[index] == part[length] { length += 1 }
      fallbacks[index + 1] = length
    }
    self.fallbacks = fallbacks
  }

  /// The first place of the part at or after `start`.
  func firstIndex(in text: [Element], from start: Int) -> Int? {
    guard !part.isEmpty else { return start <= text.count ? start : nil }
    guard start < text.count else { return nil }
    var length = 0
    for index in start..<text.count {
      while length > 0, text[index] != part[length] { length = fallbacks[length] }
      if text[index] == part[length] { length += 1 }
      if length == part.count { return index + 1 - length }
    }
    return nil
  }
}
