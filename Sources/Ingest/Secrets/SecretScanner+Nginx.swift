import Estate
import SourceText
import Syntax

extension SecretScanner {
  /// The secrets among the arguments of nginx's directives and in its comments, in the order of the source.
  static func sightings(in tree: NginxTree) -> [SecretSighting] {
    var sightings: [SecretSighting] = []
    // An explicit stack, because blocks may be as deep as the limits allow.
    var open = tree.directives
    while let directive = open.popLast() {
      open += directive.block ?? []
      // `proxy_set_header Authorization …` and `set $api_key …`: an argument is named by the one before it.
      var name = directive.name.text
      for argument in directive.arguments {
        for match in SecretDetector.matches(in: argument.text, named: name) {
          let place = place(of: match.range, in: argument, of: tree)
          sightings.append(
            SecretSighting(family: match.family, span: place, context: directive.name.text))
        }
        name = argument.text
      }
    }
    for comment in tree.comments {
      sightings += commentSightings(at: comment, of: tree.source)
    }
    return sightings.sorted { ($0.span, $0.family) < ($1.span, $1.family) }
  }

  /// The secrets in the comment at `span`: what is commented out is as public as any other text.
  static func commentSightings(at span: SourceSpan, of source: SourceFile) -> [SecretSighting] {
    let start = Int(span.start)
    return SecretDetector.matches(in: source.text(in: span.range)).map { match in
      SecretSighting(
        family: match.family,
        span: SourceSpan(
          source: span.source,
          start + match.range.lowerBound..<start + match.range.upperBound),
        context: "a comment")
    }
  }

  /// The bytes of a word that `range` of its text stands for; the whole word where it has escapes.
  private static func place(
    of range: Range<Int>, in word: NginxWord, of tree: NginxTree
  ) -> SourceSpan {
    let whole = word.span.range
    let quote = word.isQuoted ? 1 : 0
    guard whole.count - 2 * quote == word.text.utf8.count else { return word.span }
    let start = whole.lowerBound + quote
    return SourceSpan(
      source: word.span.source, start + range.lowerBound..<start + range.upperBound)
  }
}
