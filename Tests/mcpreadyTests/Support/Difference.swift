/// The first line in which two texts differ, short enough to be read in a failed test.
struct Difference: Equatable, CustomStringConvertible {
  /// The number of the line, from 1.
  let line: Int
  /// The expected line; `nil` where the text has ended.
  let expected: String?
  /// The line that is there instead; `nil` where the text has ended.
  let found: String?

  /// The first difference between `expected` and `found`; `nil` where there is none.
  init?(from expected: String, to found: String) {
    guard !expected.utf8.elementsEqual(found.utf8) else { return nil }
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = found.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(left, right).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    line = same + 1
    self.expected = left.count > same ? String(left[same].prefix(300)) : nil
    self.found = right.count > same ? String(right[same].prefix(300)) : nil
  }

  var description: String {
    "line \(line):\n- \(expected ?? "(the end)")\n+ \(found ?? "(the end)")"
  }
}
