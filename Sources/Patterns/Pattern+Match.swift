extension Pattern {
  /// Where a pattern matched; all ranges are UTF-8 offsets into the text.
  public struct Match: Hashable, Sendable {
    /// The whole match.
    public let range: Range<Int>

    /// The ranges of the groups by number, the whole match first; `nil` where a group took no part.
    ///
    /// A group inside a lookaround never takes part.
    public let captures: [Range<Int>?]
  }
}

extension Pattern.Match {
  /// Creates a match from the start and end of each group but the whole; -1 stands for none.
  init(range: Range<Int>, slots: [Int]) {
    let groups = stride(from: 2, to: slots.count - 1, by: 2).map { slot -> Range<Int>? in
      guard slots[slot] >= 0, slots[slot + 1] >= slots[slot] else { return nil }
      return slots[slot]..<slots[slot + 1]
    }
    self.init(range: range, captures: [range] + groups)
  }
}
