import FoundationEssentials

/// Public suites, real-world files and schemas that lie beside the checkout and are never copied into it.
///
/// `MCPREADY_SHARED` names the folder; without it, `shared` beside the package's own folder is used.
public enum SharedFolder {
  /// The package's own folder, from this file's place in it.
  public static let packageRoot: String =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The path of `subpath` under the shared folder, or `nil` where it is absent.
  public static func existingPath(_ subpath: String) -> String? {
    let root =
      ProcessInfo.processInfo.environment["MCPREADY_SHARED"]
      ?? URL(filePath: packageRoot).deletingLastPathComponent().appending(path: "shared").path
    let path = root + "/" + subpath
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The path of `subpath` under the shared folder, or `nil`, with a line that says what is skipped,
  /// where it is absent.
  public static func path(_ subpath: String) -> String? {
    guard let path = existingPath(subpath) else {
      print("skipped: \(subpath) is not beside this checkout (set MCPREADY_SHARED to its folder)")
      return nil
    }
    return path
  }
}
