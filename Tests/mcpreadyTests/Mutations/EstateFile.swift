import FoundationEssentials
import TestSupport

/// A file of an estate that is held in memory.
struct EstateFile: Sendable {
  /// The path in the estate.
  let path: String
  var bytes: [UInt8]

  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The files of the estate in `Fixtures/<name>`, sorted by path.
  static func all(ofFixture name: String) throws -> [EstateFile] {
    let root = SharedFolder.packageRoot + "/Fixtures/" + name
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap { path in
      var isFolder: Bool = false
      let isThere = FileManager.default.fileExists(
        atPath: root + "/" + path, isDirectory: &isFolder)
      guard isThere, !isFolder else { return nil }
      let content = try Data(contentsOf: URL(filePath: root).appending(path: path))
      return EstateFile(path: path, bytes: Array(content))
    }
  }
}
