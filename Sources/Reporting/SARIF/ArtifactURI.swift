/// A path as a SARIF reader finds it: a relative, percent-encoded URI and the name of the folder that it is
/// relative to.
struct ArtifactURI: Hashable, Sendable {
  /// The folder in which mcpready ran; GitHub takes it for the root of the checkout.
  static let root = "%SRCROOT%"

  /// The root of the file system, for paths that the user gave so.
  static let fileSystem = "%FILESYSTEM%"

  /// The path, relative to `base`, without `.` and `..`.
  let uri: String
  /// The key of `originalUriBaseIds`: the root, so many folders above it, or the root of the file system.
  let base: String

  /// The URI of `path`, which is written with `/`.
  init(path: String) {
    if Self.isPlain(path) {
      uri = path
      base = Self.root
      return
    }
    var parts: [Substring] = []
    var above = 0
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        above += 1
      }
    }
    uri = parts.map { Self.encode($0) }.joined(separator: "/")
    if path.hasPrefix("/") {
      base = Self.fileSystem
    } else {
      base = above == 0 ? Self.root : "%ABOVE\(above)%"
    }
  }

  /// Whether `path` is its own URI below the root: no part of it is empty or begins with a point, and nothing
  /// in it is encoded.
  private static func isPlain(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    var previous = slash
    for byte in path.utf8 {
      guard byte == slash || isUnreserved(byte) else { return false }
      if previous == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
      previous = byte
    }
    return previous != slash
  }

  /// What the key `base` stands for.
  static func description(of base: String) -> String {
    switch base {
    case root: "The folder in which mcpready ran, or the one that holds what it was told to check."
    case fileSystem: "The root of the file system."
    default: "A folder above the one in which mcpready ran, as many levels as the name says."
    }
  }

  /// `part` with everything but RFC 3986's unreserved characters percent-encoded.
  private static func encode(_ part: Substring) -> String {
    if part.utf8.allSatisfy(isUnreserved) { return String(part) }
    var encoded: [UInt8] = []
    for byte in part.utf8 {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += Array((digits.count == 1 ? "%0" + digits : "%" + digits).utf8)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }
}
