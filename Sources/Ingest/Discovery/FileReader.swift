#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A regular file that is open for reading; closed when the value ends.
///
/// Opening never blocks and never acts: anything but a regular file is refused, even where it took the
/// place of one after discovery looked.
struct FileReader: ~Copyable {
  private let descriptor: Int32

  /// The size in bytes when the file was opened; it may grow or shrink while it is read.
  let size: Int

  /// Opens the file at `path`, a path of the file system as bytes.
  init(opening path: [UInt8]) throws(SystemError) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = SystemError.withPath(path) { open($0, flags) }
    guard descriptor >= 0 else { throw SystemError.last() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError.last()
      close(descriptor)
      throw error
    }
    guard case .file = FileStatus(status).kind else {
      close(descriptor)
      throw SystemError(code: EINVAL)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Appends up to `limit` further bytes to `bytes` and returns whether the file may hold more.
  func read(upTo limit: Int, into bytes: inout [UInt8]) throws(SystemError) -> Bool {
    var remaining = limit
    while remaining > 0 {
      let wanted = min(remaining, Self.pieceSize)
      let piece = try readPiece(of: wanted)
      if piece.isEmpty { return false }
      bytes.append(contentsOf: piece)
      remaining -= piece.count
    }
    return true
  }

  private static let pieceSize = 1 << 20

  private func readPiece(of count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while true {
        let result = Self.systemRead(descriptor, buffer.baseAddress, count)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = SystemError.last() }
        initialized = max(0, result)
        return
      }
    }
    if let failure { throw failure }
    return piece
  }

  /// The system's call, which the method of the same name would hide.
  private static func systemRead(
    _ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, start, count)
    #elseif canImport(Darwin)
      Darwin.read(descriptor, start, count)
    #endif
  }
}
