import Estate
import SourceText
import Syntax

/// Gathers the exceptions that stand in the comments of a file.
///
/// Only what the parsers took for a comment counts: the same words in a string or a block of text are text.
enum CommentedExceptions {
  /// The exceptions of `file`, in the order of its comments; none in formats without comments.
  static func all(in file: ParsedFile) -> [ExceptionRecord] {
    if let nginx = file.nginx {
      return exceptions(at: nginx.comments, in: file.source) { CommentReach(nginx) }
    }
    guard let tree = file.tree, file.kind?.isAnalyzed == true else { return [] }
    return exceptions(at: tree.comments, in: file.source) { CommentReach(tree) }
  }

  /// `reach` is only asked for where there is an exception, because most files have none.
  private static func exceptions(
    at comments: [SourceSpan], in source: SourceFile, reach: () -> CommentReach
  ) -> [ExceptionRecord] {
    let found = comments.compactMap { comment in
      ExceptionComment.exception(at: comment, in: source).map { (comment, $0) }
    }
    guard !found.isEmpty else { return [] }
    let reach = reach()
    return found.map { comment, exception in
      var exception = exception
      exception.reach = reach.reach(of: comment)
      return exception
    }
  }
}
