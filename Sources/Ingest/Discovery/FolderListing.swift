#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names in a folder, sorted by their bytes, without `.` and `..`.
struct FolderListing: Sendable {
  /// The names as the file system gives them, which need not be UTF-8.
  let names: [[UInt8]]

  /// Lists the folder at `path`, a path of the file system as bytes.
  init(of path: [UInt8]) throws(SystemError) {
    guard let folder = SystemError.withPath(path, { opendir($0) }) else {
      throw SystemError.last()
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = Self.name(of: entry)
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError.last() }
    self.names = names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
  }
}

/// Where paths lead when every symbolic link on the way has been followed.
struct ResolvedPath: Sendable {
  private let parts: [ArraySlice<UInt8>]

  /// Follows `path`, which must exist.
  init(of path: [UInt8]) throws(SystemError) {
    guard let resolved = SystemError.withPath(path, { realpath($0, nil) }) else {
      throw SystemError.last()
    }
    defer { free(resolved) }
    let bytes = UnsafeBufferPointer(start: resolved, count: strlen(resolved))
    parts = bytes.map(UInt8.init(bitPattern:)).split(separator: UInt8(ascii: "/"))
  }

  /// Whether this is `other` or lies below it.
  func lies(within other: ResolvedPath) -> Bool {
    parts.starts(with: other.parts)
  }
}
