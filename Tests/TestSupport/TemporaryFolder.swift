import FoundationEssentials

/// A folder of a test's own files, which is removed when the value ends.
public final class TemporaryFolder: Sendable {
  /// The absolute path.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let name = "mcpready-" + UUID().uuidString
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  /// Writes `text` to the file at `subpath`, making its folders; returns the absolute path.
  @discardableResult
  public func write(_ subpath: String, _ text: String) throws -> String {
    try write(subpath, Array(text.utf8))
  }

  /// Writes `bytes` to the file at `subpath`, making its folders; returns the absolute path.
  @discardableResult
  public func write(_ subpath: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + subpath
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Makes a symbolic link at `subpath` that leads to `target`.
  public func link(_ subpath: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + subpath, withDestinationPath: target)
  }

  /// `path` without the folder's own, written in full or, as reports do, from its name on.
  public func relative(_ path: String) -> String {
    let name = self.path.split(separator: "/").last.map(String.init) ?? ""
    let prefix = [self.path + "/", name + "/"].first(where: path.hasPrefix)
    return String(path.dropFirst(prefix?.count ?? 0))
  }
}
