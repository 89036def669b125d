import Ingest

/// A folder that holds a bundle and nothing else.
enum BundleFolder {
  /// Whether nothing lies at `path`, or a folder without a file.
  static func isFree(_ path: String) throws(ConfigurationError) -> Bool {
    guard ConfigurationFiles.exist(at: path) else { return true }
    do throws(ConfigurationFiles.Unreadable) {
      return try ConfigurationFiles.files(at: path, endingIn: [""]).isEmpty
    } catch {
      throw ConfigurationError(error)
    }
  }

  /// Every file below `path`, by its path from there, sorted; none of more than `largest` bytes.
  static func files(
    in path: String, largest: Int
  ) throws(ConfigurationFiles.Unreadable) -> [(path: String, bytes: [UInt8])] {
    let files = try ConfigurationFiles.files(at: path, endingIn: [""], largest: largest)
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return files.map { file in
      (
        file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path,
        file.bytes
      )
    }
  }
}
