public import SourceText

/// One directive: `name arguments ;` or `name arguments { block }`.
public struct NginxDirective: Hashable, Sendable {
  /// The directive's name; in a `map`, `geo`, `types` or `charset_map`, the key of an entry.
  public let name: NginxWord

  /// What stands between the name and the `;` or `{`; the code of a Lua block is its last argument.
  public let arguments: [NginxWord]

  /// The directives between the braces, or `nil` where the directive ends in `;` or is a Lua block.
  public let block: [NginxDirective]?

  /// From the opening brace to behind the closing one; `nil` where `block` is.
  public let blockSpan: SourceSpan?

  /// From the name to behind the `;` or the closing brace.
  public let span: SourceSpan

  /// Whether the directive is written `keyword ...`.
  public func `is`(_ keyword: String) -> Bool { name.text == keyword }
}

/// One parsed nginx file.
public struct NginxTree: Sendable {
  /// The source that the tree was read from.
  public let source: SourceFile

  /// The directives outside all blocks, in order.
  public let directives: [NginxDirective]

  /// The comments from their `#` to the end of the line, in order.
  public let comments: [SourceSpan]

  /// What is wrong or doubtful about the file, in the order of its bytes.
  ///
  /// A tree that holds an error lacks the directives that the error damaged.
  public let diagnostics: [Diagnostic]

  /// The first error, which makes nginx refuse the file.
  public var firstError: Diagnostic? {
    diagnostics.first { $0.severity == .error }
  }
}
