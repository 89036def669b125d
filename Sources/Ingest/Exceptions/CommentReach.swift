import SourceText
import Syntax

/// Finds what a comment is about: the line that it ends, or what follows the lines that it fills.
///
/// A comment behind code is about that line. A comment on lines of its own is about the next line that is
/// neither blank nor a comment, and about all of the entry or directive that begins there.
struct CommentReach {
  private let source: SourceFile
  /// What begins at an offset and ends at another, the first of those that begin there.
  private let ends: [Int: Int]
  /// The comments by the offsets at which they begin.
  private let comments: [Int: SourceSpan]

  /// The reach of comments in the YAML of `tree`.
  init(_ tree: SyntaxTree) {
    var ends: [Int: Int] = [:]
    var pending = tree.documents
    while let node = pending.popLast() {
      guard !node.isAlias else { continue }
      for element in node.elements {
        // An entry of a block sequence begins at its dash, which stands before the element.
        ends[Self.dash(before: element, in: tree.source)] = element.span.range.upperBound
        pending.append(element)
      }
      for member in node.members {
        let start = member.key.span.range.lowerBound
        // The key of a mapping that is an element stands behind the dash; both are known.
        ends[start] = max(member.value.span.range.upperBound, member.key.span.range.upperBound)
        pending.append(member.value)
      }
    }
    self.init(tree.source, ends: ends, comments: tree.comments)
  }

  /// The reach of comments in the nginx configuration of `tree`.
  init(_ tree: NginxTree) {
    var ends: [Int: Int] = [:]
    var pending = tree.directives
    while let directive = pending.popLast() {
      ends[directive.span.range.lowerBound] = directive.span.range.upperBound
      pending += directive.block ?? []
    }
    self.init(tree.source, ends: ends, comments: tree.comments)
  }

  private init(_ source: SourceFile, ends: [Int: Int], comments: [SourceSpan]) {
    self.source = source
    self.ends = ends
    self.comments = Dictionary(
      comments.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The places that `comment` is about; none where nothing follows it.
  func reach(of comment: SourceSpan) -> [SourceSpan] {
    let line = source.lines.lineRange(at: comment.range.lowerBound, in: source.bytes)
    if firstCharacter(from: line.lowerBound, to: line.upperBound) < comment.range.lowerBound {
      return [span(ofLine: line)]
    }
    guard let start = nextContent(after: comment.range.upperBound) else { return [] }
    let next = source.lines.lineRange(at: start, in: source.bytes)
    let entry = ends[start].map { SourceSpan(source: source.id, start..<max($0, start)) }
    return [span(ofLine: next)] + (entry.map { [$0] } ?? [])
  }

  /// A line with the place behind its last character, where what is missing would stand.
  private func span(ofLine line: Range<Int>) -> SourceSpan {
    SourceSpan(source: source.id, line.lowerBound..<line.upperBound + 1)
  }

  /// The first character behind `offset` that is neither blank nor in a comment.
  private func nextContent(after offset: Int) -> Int? {
    var cursor = offset
    while cursor < source.bytes.count {
      if let comment = comments[cursor] {
        cursor = max(comment.range.upperBound, cursor + 1)
      } else if Self.isBlank(source.bytes[cursor]) {
        cursor += 1
      } else {
        return cursor
      }
    }
    return nil
  }

  private func firstCharacter(from start: Int, to end: Int) -> Int {
    var cursor = start
    while cursor < end, Self.isBlank(source.bytes[cursor]) { cursor += 1 }
    return cursor
  }

  /// Where the dash stands that `element` follows; the element itself where there is none.
  private static func dash(before element: Node, in source: SourceFile) -> Int {
    let start = element.span.range.lowerBound
    var cursor = start - 1
    while cursor >= 0, isBlank(source.bytes[cursor]) { cursor -= 1 }
    return cursor >= 0 && source.bytes[cursor] == UInt8(ascii: "-") ? cursor : start
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
