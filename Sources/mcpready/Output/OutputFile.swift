import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a report so that a reader never sees half of one.
enum OutputFile {
  /// A report could not be written.
  struct Failure: Error {
    let message: String
  }

  /// Writes `text` to a temporary file beside `path` and renames it, or to standard output for `-`.
  static func write(_ text: String, to path: String) throws(Failure) {
    if path == "-" {
      StandardStream.output.write(text)
      return
    }
    let temporary = path + ".partial-\(getpid())"
    do {
      try Data(text.utf8).write(to: URL(filePath: temporary))
    } catch {
      throw Failure(message: "cannot write `\(path)`: its folder is missing or not writable")
    }
    guard rename(temporary, path) == 0 else {
      unlink(temporary)
      throw Failure(message: "cannot write `\(path)`: \(String(cString: strerror(errno)))")
    }
  }
}

/// Standard output or standard error.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of `text`; a reader that has gone away ends the writing.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[offset...])
        #if canImport(Glibc)
          let written = Glibc.write(rawValue, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let written = Musl.write(rawValue, rest.baseAddress, rest.count)
        #else
          let written = Darwin.write(rawValue, rest.baseAddress, rest.count)
        #endif
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return }
        offset += written
      }
    }
  }

  /// Whether a person reads the stream on a terminal that shows colors.
  var showsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    if let noColor = environment["NO_COLOR"], !noColor.isEmpty { return false }
    return isatty(rawValue) == 1 && environment["TERM"] != "dumb"
  }
}
