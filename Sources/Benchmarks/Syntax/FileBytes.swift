import Foundation

/// Reads a whole file by as few calls of the system as can be, so that reading is no large part of what
/// is measured.
enum FileBytes {
  /// Why a file could not be read.
  struct Failure: Error {
    let path: String
    /// What the system says.
    let reason: String
  }

  /// The bytes of the file at `path`.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    let size = Int(status.st_size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      count = Foundation.read(descriptor, buffer.baseAddress, size)
      initialized = max(0, count)
    }
    guard count == size else { throw failure(path) }
    return bytes
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
