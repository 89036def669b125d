#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system refused an operation on a path.
struct SystemError: Error, Sendable {
  /// The number of the error, as in `errno`.
  let code: Int32

  /// The error of the call that failed just now.
  static func last() -> SystemError {
    SystemError(code: errno)
  }

  /// Whether there is nothing at the path.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The reason in words that do not depend on the user's language.
  var reason: String {
    switch code {
    case ENOENT, ENOTDIR: "there is no such file or folder"
    case EACCES, EPERM: "permission is denied"
    case ELOOP: "its symbolic links lead in a circle"
    case ENAMETOOLONG: "the path is too long"
    case EMFILE, ENFILE: "too many files are open"
    case EISDIR: "it is a folder"
    case EINVAL: "it is not a regular file"
    case EFBIG: "it is too large"
    case EIO: "the device reports an error"
    default: "the system reports error \(code)"
    }
  }

  /// Calls `body` with `path` as the system's calls take it.
  static func withPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var name = path.map(CChar.init(bitPattern:))
    name.append(0)
    return name.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        preconditionFailure("a path that ends in a zero byte is not empty")
      }
      return body(start)
    }
  }
}
