/// The nodes that most manifests are made of, recognised without the questions that the others raise.
extension YAMLReader where Sink: ~Copyable {
  /// What stands behind an indicator, without tag, anchor, quotes and comments.
  enum SimpleNode {
    /// A plain scalar that ends with its line. The line behind it is not blank, no comment, and not deep
    /// enough to belong to the scalar.
    case value(Range<Int>, nextLine: Int, nextContent: Int)
    /// The plain first key of a mapping, and where its line starts if that is not the indicator's.
    case key(Range<Int>, line: Int?)
  }

  /// The node behind the indicator before `start`, if it is as simple as most are.
  @inline(__always)
  static func simpleNode(_ text: Span<UInt8>, from start: Int, at place: Place) -> SimpleNode? {
    let count = text.count
    var first = start
    if first < count, text[first] == UInt8(ascii: " ") { first += 1 }
    guard first < count else { return nil }
    if text[first] == UInt8(ascii: "\n") {
      return simpleMapping(text, onLineAt: first + 1, deeperThan: place.indent)
    }
    guard text[first].isYAMLUsualStart else { return nil }
    let end = plainLineEnd(text, from: first)
    guard end < count else { return nil }
    if text[end] == UInt8(ascii: ":") {
      return place.isCompact && end - first <= 1024 ? .key(first..<end, line: nil) : nil
    }
    guard text[end] == UInt8(ascii: "\n") else { return nil }
    let line = end + 1
    let content = ByteScanner.firstNonSpace(text.bytes, from: line, to: count)
    guard content < count, content - line <= place.indent, text[content] > UInt8(ascii: "#") else {
      return nil
    }
    return .value(first..<end, nextLine: line, nextContent: content)
  }

  /// The first key of the mapping that starts on the line at `line`, if it is indented by more than
  /// `indent` spaces.
  @inline(__always)
  private static func simpleMapping(
    _ text: Span<UInt8>, onLineAt line: Int, deeperThan indent: Int
  ) -> SimpleNode? {
    let first = ByteScanner.firstNonSpace(text.bytes, from: line, to: text.count)
    guard first < text.count, first - line > indent, text[first].isYAMLUsualStart else {
      return nil
    }
    let end = plainLineEnd(text, from: first)
    guard end < text.count, text[end] == UInt8(ascii: ":"), end - first <= 1024 else { return nil }
    return .key(first..<end, line: line)
  }
}
