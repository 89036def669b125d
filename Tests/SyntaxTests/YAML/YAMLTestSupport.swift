import SourceText
import Syntax

/// The tree of `text`.
func yaml(_ text: String, limits: InputLimits = .standard) throws -> SyntaxTree {
  try YAMLParser.parse(
    SourceFile(id: SourceID(index: 0), path: "test.yaml", bytes: Array(text.utf8)), limits: limits)
}

/// An error as a person sees it.
struct YAMLFailure: Equatable {
  let line: Int
  let column: Int
  let text: String
  let diagnostic: Diagnostic
  /// The line and text of each other place.
  let related: [String]
}

/// The error that `bytes` are refused with, or `nil` if they are read.
func yamlFailure(_ bytes: [UInt8], limits: InputLimits = .standard) -> YAMLFailure? {
  let source = SourceFile(id: SourceID(index: 0), path: "test.yaml", bytes: bytes)
  do {
    _ = try YAMLParser.parse(source, limits: limits)
    return nil
  } catch {
    let place = source.position(at: Int(error.diagnostic.span.start))
    return YAMLFailure(
      line: place.line, column: place.column, text: source.text(in: error.diagnostic.span.range),
      diagnostic: error.diagnostic,
      related: error.diagnostic.related.map { related in
        let place = source.position(at: Int(related.span.start))
        return "\(place.line):\(place.column) \(related.message)"
      })
  }
}

/// The error that `text` is refused with, or `nil` if it is read.
func yamlFailure(_ text: String, limits: InputLimits = .standard) -> YAMLFailure? {
  yamlFailure(Array(text.utf8), limits: limits)
}

extension Node {
  /// The text of the node's span.
  var source: String { tree.source.text(in: span.range) }

  /// The node as the shortest notation that shows kinds and content.
  var outline: String {
    switch kind {
    case .sequence: "[" + elements.map(\.outline).joined(separator: ", ") + "]"
    case .mapping:
      "{" + members.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", ") + "}"
    case .string: "\"\(scalarText ?? "")\""
    case .null: "null"
    default: scalarText ?? ""
    }
  }
}
