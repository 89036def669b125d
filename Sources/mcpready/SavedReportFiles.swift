import History
import Ingest
import SourceText

/// Reads JSON reports that earlier runs saved.
enum SavedReportFiles {
  /// The reports in the files and folders of `paths`; one that cannot be read is an error, because a trend
  /// with holes misleads.
  static func read(_ paths: [String]) throws(ConfigurationError) -> [SavedReport] {
    var reports: [SavedReport] = []
    for path in paths {
      let files: [(path: String, bytes: [UInt8])]
      do throws(ConfigurationFiles.Unreadable) {
        files = try ConfigurationFiles.files(
          at: path, endingIn: [".json"], largest: sizeLimit)
      } catch {
        throw ConfigurationError(error)
      }
      guard !files.isEmpty else {
        throw ConfigurationError("`\(path)` holds no report: no file in it ends in .json")
      }
      for file in files { reports.append(try report(file.path, file.bytes)) }
    }
    return reports
  }

  /// The report in the file at `path`.
  static func report(at path: String) throws(ConfigurationError) -> SavedReport {
    let bytes: [UInt8]
    do throws(ConfigurationFiles.Unreadable) {
      bytes = try ConfigurationFiles.bytes(at: path, largest: sizeLimit)
    } catch {
      throw ConfigurationError(error)
    }
    return try report(path, bytes)
  }

  /// Whether the file at `path` begins as every JSON report does.
  static func isReport(at path: String) throws(ConfigurationFiles.Unreadable) -> Bool {
    let start = try ConfigurationFiles.start(of: path, count: 64)
    let text = start.filter { $0 > 0x20 }
    return text.starts(with: Array(#"{"schemaVersion":"#.utf8))
  }

  /// No report is larger, in bytes: ten thousand servers take about 500 MB.
  private static let sizeLimit = 1 << 30

  private static func report(
    _ path: String, _ bytes: [UInt8]
  ) throws(ConfigurationError) -> SavedReport {
    var library = SourceLibrary()
    let source = library.add(path: path, bytes: bytes)
    do throws(SavedReportError) {
      return try SavedReport(reading: source)
    } catch {
      throw ConfigurationError([error.diagnostic], in: library)
    }
  }
}
