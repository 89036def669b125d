import SourceText
import Syntax

/// Makes of a tree what crossplane makes of the same file.
///
/// crossplane drops directives with errors, and a comment that ends with the file.
struct CrossplaneView {
  let source: SourceFile
  private let words: CrossplaneWords
  private let includes: NginxIncludes?
  private let isStrict: Bool
  private var errorLines: [Int] = []
  private var items: [CrossplaneConfig.Item] = []

  /// The view of `tree`, whose directives stand in `context` where that is known; a strict one takes
  /// unknown directives for errors.
  init(
    _ tree: NginxTree, context: NginxContext? = nil, includes: NginxIncludes? = nil,
    isStrict: Bool = false
  ) {
    source = tree.source
    words = CrossplaneWords(source: tree.source)
    self.includes = includes
    self.isStrict = isStrict
    for diagnostic in tree.diagnostics where diagnostic.severity == .error {
      reportLine(of: diagnostic.span)
    }
    var comments = tree.comments.filter { Int($0.end) < tree.source.bytes.count }[...]
    items = items(tree.directives, upTo: .max, in: context ?? .other, &comments)
  }

  /// Adds an error that is not the file's own.
  mutating func reportLine(of span: SourceSpan) { errorLines.append(words.line(span.start)) }

  /// The file as crossplane writes it.
  var config: CrossplaneConfig {
    CrossplaneConfig(
      file: source.path, isOK: errorLines.isEmpty, items: items, errorLines: errorLines.sorted())
  }

  private mutating func items(
    _ directives: [NginxDirective], upTo end: UInt32, in context: NginxContext,
    _ comments: inout ArraySlice<SourceSpan>
  ) -> [CrossplaneConfig.Item] {
    var items: [CrossplaneConfig.Item] = []
    for directive in directives {
      items += Self.take(&comments, before: directive.span.start).map { item($0) }
      let isUnknown = isStrict && !NginxDirectiveRules.knows(directive.name.text)
      if isUnknown || NginxDirectiveRules.fault(of: directive, in: context) != nil {
        reportLine(of: directive.span)
        _ = Self.take(&comments, before: directive.span.end)
        continue
      }
      let within = Self.take(
        &comments, before: directive.blockSpan?.start ?? directive.span.end)
      let line = words.line(directive.span.start)
      var made = CrossplaneConfig.Item(
        directive: words.argument(directive.name), line: line,
        arguments: words.arguments(of: directive))
      if let block = directive.block {
        made.block = self.items(
          block, upTo: directive.span.end, in: context.entering(directive.name.text), &comments)
      }
      if let includes, directive.is("include") { made.includes = includes.targets(of: directive) }
      items.append(made)
      items += within.map { item($0, on: line) }
    }
    return items + Self.take(&comments, before: end).map { item($0) }
  }

  /// Removes the comments that start before `offset`.
  private static func take(
    _ comments: inout ArraySlice<SourceSpan>, before offset: UInt32
  ) -> [SourceSpan] {
    let taken = comments.prefix { $0.start < offset }
    comments = comments.dropFirst(taken.count)
    return Array(taken)
  }

  /// `comment` as an item; crossplane gives one inside of a directive the directive's line.
  private func item(_ comment: SourceSpan, on line: Int? = nil) -> CrossplaneConfig.Item {
    CrossplaneConfig.Item(
      directive: "#", line: line ?? words.line(comment.start), comment: words.text(of: comment))
  }
}
