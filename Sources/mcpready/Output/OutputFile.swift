#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files so that a reader never sees half of one.
enum OutputFile {
  /// Writes `text` to `path` as `PendingOutput` does.
  static func write(_ text: String, to path: String) throws(OutputFailure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes `bytes` likewise.
  static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    try PendingOutput(path) { $0(bytes) }.commit()
  }

  /// Writes `text` to a new file at `path`, making its folder; fails where something is there already.
  static func create(_ text: String, at path: String) throws(OutputFailure) {
    try create(Array(text.utf8), at: path)
  }

  /// Writes `bytes` likewise.
  static func create(_ bytes: [UInt8], at path: String) throws(OutputFailure) {
    do throws(DescriptorWriter.Failure) {
      try makeFolder(of: path)
      try DescriptorWriter.put(into: path, flags: O_CREAT | O_EXCL) { $0(bytes) }
    } catch {
      throw OutputFailure(path: path, reason: error.reason)
    }
  }

  /// Makes the folder that `path` lies in, and those around it.
  static func makeFolder(of path: String) throws(DescriptorWriter.Failure) {
    var folder = ""
    for (index, part) in path.split(separator: "/").dropLast().enumerated() {
      folder += (index > 0 || path.hasPrefix("/") ? "/" : "") + part
      guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw DescriptorWriter.Failure()
      }
    }
  }
}
