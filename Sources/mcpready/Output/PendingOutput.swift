#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text that is written whole, and not yet where it belongs.
///
/// A file is written beside its place and renamed by `commit`. A symbolic link stays one: what it leads to is
/// replaced. A device or FIFO cannot be replaced; what is for it waits in memory.
struct PendingOutput: Sendable {
  /// Takes a piece of the text behind those that came before.
  typealias Receiver = ([UInt8]) -> Void

  private let path: String
  private let content: Content

  private enum Content {
    /// In the file `temporary`, for the place `file`.
    case beside(file: String, temporary: String)
    /// For a device or FIFO.
    case held([UInt8])
    case lost(reason: String)
  }

  /// Takes the text for `path`, which `write` hands over piece by piece; `number` tells it from others of
  /// this run that may be for the same file.
  init(_ path: String, number: Int = 0, _ write: (@escaping Receiver) -> Void) {
    self.path = path
    switch Self.target(of: path) {
    case .stream:
      var bytes: [UInt8] = []
      write { bytes += $0 }
      content = .held(bytes)
    case .file(let file):
      let temporary = "\(file).partial-\(getpid())-\(number)"
      // What a run of the same number left behind when it was killed.
      unlink(temporary)
      do throws(DescriptorWriter.Failure) {
        try DescriptorWriter.put(into: temporary, flags: O_CREAT | O_EXCL, write)
        content = .beside(file: file, temporary: temporary)
      } catch {
        unlink(temporary)
        content = .lost(reason: error.reason)
      }
    }
  }

  /// Puts the text where it belongs.
  func commit() throws(OutputFailure) {
    do throws(DescriptorWriter.Failure) {
      switch content {
      case .held(let bytes): try DescriptorWriter.put(into: path, flags: 0) { $0(bytes) }
      case .beside(let file, let temporary):
        guard rename(temporary, file) != 0 else { return }
        let failure = DescriptorWriter.Failure()
        unlink(temporary)
        throw failure
      case .lost: break
      }
    } catch {
      throw OutputFailure(path: path, reason: error.reason)
    }
    if case .lost(let reason) = content { throw OutputFailure(path: path, reason: reason) }
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
}
