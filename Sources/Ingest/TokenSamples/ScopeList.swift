import Estate
import SourceText
import Syntax

/// The scopes that one text holds, parted by blanks (RFC 6749, section 3.3).
enum ScopeList {
  /// The scopes of `text`, which is the content of `node`.
  ///
  /// Each has its own place where the text stands in the source as it means, otherwise that of the node.
  static func split(_ text: Evidence<String>, of node: Node) -> [Evidence<String>] {
    let start = verbatimStart(of: text, in: node)
    return text.value.split(whereSeparator: \.isWhitespace).map { scope in
      guard let start else { return Evidence(String(scope), at: text.span, grade: text.grade) }
      let offset = text.value.utf8.distance(from: text.value.startIndex, to: scope.startIndex)
      let span = SourceSpan(
        source: text.span.source, start + offset..<start + offset + scope.utf8.count)
      return Evidence(String(scope), at: span, grade: text.grade)
    }
  }

  /// The offset at which the content of `node` begins; `nil` where it is escaped, folded or an alias.
  private static func verbatimStart(of text: Evidence<String>, in node: Node) -> Int? {
    guard !node.isAlias else { return nil }
    let quote = node.style == .plain ? 0 : 1
    let start = Int(text.span.start) + quote
    let end = start + text.value.utf8.count
    guard end + quote == Int(text.span.end),
      node.tree.source.bytes[start..<end].elementsEqual(text.value.utf8)
    else { return nil }
    return start
  }
}
