import Estate
public import SourceText
import Syntax

/// Finds what must not be shown in the log records that findings point at.
public enum RecordSecrets {
  /// The places in `record`, one line of an audit log, of values that look like live secrets.
  ///
  /// A line that is no JSON has no values to tell apart: all of it is named.
  public static func places(in record: SourceFile) -> [SourceSpan] {
    do {
      return SecretScanner.sightings(in: try JSONParser.parse(record)).map(\.span)
    } catch {
      return [record.span]
    }
  }
}
