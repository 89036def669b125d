/// What a sentence says about attacks without making one: it detects them, and quotes or lists some.
struct AttackTalk {
  /// The verb that looks for attacks or keeps them off; `nil` where there is none.
  private let head: Int?
  /// The first name of an attack behind that verb.
  private let attackName: Int?
  /// Whether the tool is about attacks and the sentence gives examples of some.
  private let givesExamples: Bool

  /// Looks at the first words of the sentence `slice`, which has words of `classes` and stands in the text of
  /// a tool for `purpose`.
  init(_ slice: ArraySlice<Token>, _ classes: WordClass, purpose: WordClass) {
    givesExamples = classes.contains(.example) && purpose.contains(.attackName)
    guard !classes.isDisjoint(with: [.detect, .inspect]) else {
      (head, attackName) = (nil, nil)
      return
    }
    head = slice.prefix(8).firstIndex {
      !$0.isQuoted && !$0.classes.isDisjoint(with: [.detect, .inspect])
    }
    attackName = head.flatMap { head in
      slice[head...].firstIndex { $0.classes.contains(.attackName) && !$0.isQuoted }
    }
  }

  /// Whether `match` is what the sentence talks about: quoted, given as an example, or behind the name of
  /// an attack.
  func covers(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    let last = slice[match.upperBound]
    if givesExamples, last.isQuoted { return true }
    guard let head, head <= match.lowerBound else { return false }
    if last.isQuoted, !last.classes.contains(.namedTool) { return true }
    // "Detects hidden instructions" names what it looks for.
    if match.count == 1, match.lowerBound - head <= 2 { return true }
    if let attackName, attackName <= match.upperBound { return true }
    return slice[head...match.upperBound].contains { $0.classes.contains(.example) }
  }
}
