#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process is connected to from its start, by the number of its descriptor.
enum StandardStream: Int32 {
  case input = 0
  case output = 1
  case error = 2

  /// Writes all of `bytes`; a reader that has gone away ends the writing and is no failure.
  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    do throws(DescriptorWriter.Failure) {
      try DescriptorWriter.write(bytes, to: rawValue)
    } catch {
      if error.code == EPIPE { return }
      throw OutputFailure(path: "-", reason: error.reason)
    }
  }

  /// Whether a person reads the stream.
  var isTerminal: Bool { isatty(rawValue) == 1 }
}

/// A report could not be written.
struct OutputFailure: Error, Equatable {
  /// The file, or `-` for standard output.
  let path: String
  let reason: String

  /// The sentence for the user.
  var message: String {
    path == "-"
      ? "cannot write to standard output: \(reason)" : "cannot write `\(path)`: \(reason)"
  }
}

/// Writes to open descriptors.
enum DescriptorWriter {
  /// What the system says about a call that failed.
  struct Failure: Error {
    let code = errno

    /// The system's words, such as `No space left on device`.
    var reason: String { String(cString: strerror(code)) }
  }

  /// Writes all of `bytes`, however many calls that takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    let failure = bytes.withUnsafeBytes { writing($0, to: descriptor) }
    if let failure { throw failure }
  }

  /// Writes to the file at `path`, opened with `flags`, the pieces that `write` hands over.
  ///
  /// Behind a piece that could not be written none is.
  static func put(
    into path: String, flags: Int32, _ write: (@escaping ([UInt8]) -> Void) -> Void
  ) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw Failure() }
    var failure: Failure?
    write { piece in
      guard failure == nil else { return }
      failure = piece.withUnsafeBytes { writing($0, to: descriptor) }
    }
    // Some file systems say only now that the bytes could not be kept.
    if close(descriptor) != 0 { failure = failure ?? Failure() }
    if let failure { throw failure }
  }

  private static func writing(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) -> Failure? {
    var rest = bytes
    while !rest.isEmpty {
      let written = systemWrite(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return Failure() }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return nil
  }

  /// The system's call, which the method of the same name would hide.
  private static func systemWrite(
    _ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #elseif canImport(Darwin)
      Darwin.write(descriptor, start, count)
    #endif
  }
}
