#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a report so that a reader never sees half of one.
enum OutputFile {
  /// Writes `text` to a temporary file beside `path` and renames it.
  ///
  /// A symbolic link stays one: what it leads to is replaced. A device or FIFO cannot be replaced and is
  /// written to as it is.
  static func write(_ text: String, to path: String) throws(OutputFailure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes `bytes` likewise.
  static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    do {
      switch target(of: path) {
      case .stream: try overwrite(path, with: bytes)
      case .file(let file): try replace(file, with: bytes)
      }
    } catch {
      throw OutputFailure(path: path, reason: error.reason)
    }
  }

  /// Writes `text` to a new file at `path`, making its folder; fails where something is there already.
  static func create(_ text: String, at path: String) throws(OutputFailure) {
    try create(Array(text.utf8), at: path)
  }

  /// Writes `bytes` likewise.
  static func create(_ bytes: [UInt8], at path: String) throws(OutputFailure) {
    do throws(DescriptorWriter.Failure) {
      try makeFolder(of: path)
      try put(bytes, into: path, flags: O_CREAT | O_EXCL)
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

  private enum Target {
    /// The file to make or to replace.
    case file(String)
    case stream
  }

  private static func target(of path: String) -> Target {
    var status = stat()
    guard stat(path, &status) == 0 else { return .file(path) }
    switch status.st_mode & S_IFMT {
    case S_IFCHR, S_IFBLK, S_IFIFO: return .stream
    default: break
    }
    guard let resolved = realpath(path, nil) else { return .file(path) }
    defer { free(resolved) }
    return .file(String(cString: resolved))
  }

  private static func replace(
    _ path: String, with bytes: [UInt8]
  ) throws(DescriptorWriter.Failure) {
    let temporary = path + ".partial-\(getpid())"
    // What a run of the same number left behind when it was killed.
    unlink(temporary)
    do throws(DescriptorWriter.Failure) {
      try put(bytes, into: temporary, flags: O_CREAT | O_EXCL)
      guard rename(temporary, path) == 0 else { throw DescriptorWriter.Failure() }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func overwrite(
    _ path: String, with bytes: [UInt8]
  ) throws(DescriptorWriter.Failure) {
    try put(bytes, into: path, flags: 0)
  }

  private static func put(
    _ bytes: [UInt8], into path: String, flags: Int32
  ) throws(DescriptorWriter.Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw DescriptorWriter.Failure() }
    do throws(DescriptorWriter.Failure) {
      try DescriptorWriter.write(bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems say only now that the bytes could not be kept.
    guard close(descriptor) == 0 else { throw DescriptorWriter.Failure() }
  }
}
