import Estate
import Reading
import SourceText
import Syntax

/// Reads one exception, which has the same form in process records and in the policy file.
///
/// Nothing that it lacks is an error of the file: an exception that says too little does not count, and what
/// it lacks is what has to be reported.
enum ExceptionReader {
  /// The exception that the mapping of `reader` states.
  static func exception(
    from reader: inout MappingReader, origin: ExceptionRecord.Origin
  ) -> ExceptionRecord {
    var exception = ExceptionRecord(span: reader.node.span, origin: origin)
    exception.rule = Stated(reader.string("rule"))
    exception.server = Stated(reader.string("server"))
    exception.tool = Stated(reader.string("tool"))
    exception.owner = Stated(reader.string("owner"))
    exception.reason = Stated(reader.string("reason"))
    exception.category = Stated(reader.string("category"))
    guard let expires = reader.node("expires") else { return exception }
    if let date = expires.string.flatMap(CalendarDate.init) {
      exception.expiry.state(date, at: expires.span)
    } else {
      let written = expires.scalarText.map { "`\($0.prefix(60))`" } ?? expires.kind.inWords
      exception.flaws.append(
        .init(at: expires.span, "`expires` is \(written), which is no day such as `2027-01-31`"))
    }
    return exception
  }
}
