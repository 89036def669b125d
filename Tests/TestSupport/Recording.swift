import FoundationEssentials

/// Files that are derived from others and kept beside them: goldens and generated sources.
///
/// `MCPREADY_RECORD=1 swift test` writes them anew for review; the recording run fails, so that nobody takes
/// it for a passing one.
public enum Recording {
  /// Whether this run records.
  public static var isOn: Bool {
    ProcessInfo.processInfo.environment["MCPREADY_RECORD"] == "1"
  }

  /// The text of the file at `path` under the package's folder; `nil` where there is none.
  public static func text(at path: String) throws -> String? {
    try text(atAbsolute: SharedFolder.packageRoot + "/" + path)
  }

  /// The text of the file at the absolute `path`; `nil` where there is none.
  public static func text(atAbsolute path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// Writes `text` to `path` under the package's folder.
  public static func write(_ text: String, to path: String) throws {
    let url = URL(filePath: SharedFolder.packageRoot).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The names of the files in the folder at `path` under the package's folder, sorted.
  public static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: SharedFolder.packageRoot).appending(path: path).path
    ).sorted()
  }
}
