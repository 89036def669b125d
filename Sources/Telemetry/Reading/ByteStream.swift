#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a log source, in order, read piece by piece.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  private let memory: [UInt8]
  private var consumed = 0
  private let progress: ReadingProgress?

  /// Opens `content` at byte `start`; `progress` hears of every byte that is read.
  init(
    _ content: LogSource.Content, from start: Int, progress: ReadingProgress? = nil
  ) throws(SystemFault) {
    self.progress = progress
    let opened = try Self.open(content, from: start)
    isOwned = if case .file = content { true } else { false }
    if case .bytes(let bytes) = content {
      memory = bytes
      consumed = min(start, bytes.count)
    } else {
      memory = []
    }
    descriptor = opened
  }

  /// The descriptor of `content`, at byte `start`; -1 for bytes in memory.
  private static func open(
    _ content: LogSource.Content, from start: Int
  ) throws(SystemFault) -> Int32 {
    switch content {
    case .bytes: return -1
    case .descriptor(let descriptor): return descriptor
    case .file(let path):
      let opened = systemOpen(path)
      if opened < 0 { throw SystemFault() }
      if start > 0, lseek(opened, off_t(start), SEEK_SET) < 0 {
        let fault = SystemFault()
        _ = close(opened)
        throw fault
      }
      return opened
    }
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// Fills `buffer` from `offset` on as far as bytes are at hand; returns how many, 0 at the end.
  mutating func read(into buffer: inout [UInt8], at offset: Int) throws(SystemFault) -> Int {
    if descriptor < 0 {
      let count = min(buffer.count - offset, memory.count - consumed)
      buffer.replaceSubrange(
        offset..<offset + count, with: memory[consumed..<consumed + count])
      consumed += count
      return count
    }
    while true {
      let source = descriptor
      let count = buffer.withUnsafeMutableBytes { bytes in
        systemRead(source, UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]))
      }
      if count >= 0 {
        progress?.add(count)
        return count
      }
      if errno != EINTR { throw SystemFault() }
    }
  }
}

/// `read(2)`, under a name that `ByteStream.read` does not hide.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}

/// `open(2)` for reading, under a name that `ByteStream.open` does not hide.
private func systemOpen(_ path: String) -> Int32 {
  open(path, O_RDONLY | O_CLOEXEC)
}

/// What the system said when a call failed.
struct SystemFault: Error {
  /// The message of `errno`.
  let reason: String

  /// A failure because of `reason`.
  init(reason: String) {
    self.reason = reason
  }

  /// The failure of the call just made.
  init() {
    reason = String(cString: strerror(errno))
  }
}

extension LogSource.Content {
  /// The number of bytes; `nil` where only reading would tell.
  var size: Int? {
    switch self {
    case .bytes(let bytes): return bytes.count
    case .descriptor: return nil
    case .file(let path):
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return Int(status.st_size)
    }
  }

  /// Whether the bytes are still there when they have been read.
  var canBeReadAgain: Bool {
    switch self {
    case .bytes: return true
    case .descriptor: return false
    case .file(let path):
      var status = stat()
      return stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFIFO
    }
  }

  /// All bytes; more than `limit` are a fault for the given reason.
  func bytes(atMost limit: Int, otherwise reason: String) throws(SystemFault) -> [UInt8] {
    var stream = try ByteStream(self, from: 0)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: BlockReader.blockLength)
    while true {
      let count = try stream.read(into: &buffer, at: 0)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit { throw SystemFault(reason: reason) }
    }
  }
}
