#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to, as the file system tells it without opening anything.
struct FileStatus: Sendable {
  /// The kinds of entry that discovery tells apart.
  enum Kind: Sendable {
    case file
    case folder
    case symbolicLink
    /// A FIFO, socket or device, in words; opening one could block or act.
    case special(String)
  }

  /// What is at the path.
  let kind: Kind
  /// The size of a file in bytes.
  let size: Int
  /// What makes it the same file under every name.
  let identity: FileIdentity

  /// Looks at `path`, a path of the file system as bytes; a symbolic link is followed if `followingLinks`.
  ///
  /// A failure carries the system's reason.
  init(of path: [UInt8], followingLinks: Bool) throws(SystemError) {
    var status = stat()
    let result = SystemError.withPath(path) { name in
      followingLinks ? stat(name, &status) : lstat(name, &status)
    }
    guard result == 0 else { throw SystemError.last() }
    self.init(status)
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    case S_IFIFO: kind = .special("a FIFO")
    case S_IFSOCK: kind = .special("a socket")
    case S_IFCHR, S_IFBLK: kind = .special("a device")
    default: kind = .special("neither a file nor a folder")
    }
  }
}

/// The device and the number on it that make a file the same under every name.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let node: UInt64
}
