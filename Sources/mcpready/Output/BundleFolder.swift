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

  /// Everything below `path` that is no folder, by its path from there, sorted; without bytes what a bundle
  /// never holds, such as a link, and what is larger than `largest` bytes.
  static func files(in path: String, largest: Int) -> [(path: String, bytes: [UInt8]?)] {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return ConfigurationFiles.contents(of: path, largest: largest).map { file in
      (
        file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path,
        file.bytes
      )
    }
  }
}
