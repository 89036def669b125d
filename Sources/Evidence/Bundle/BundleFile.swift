import SourceText

/// One file of a bundle.
public struct BundleFile: Hashable, Sendable {
  /// The path in the bundle, written with `/`; never absolute, never upwards.
  public let path: String
  /// The content.
  public let bytes: [UInt8]
  /// The SHA-256 of the content in lower-case hex.
  public let sha256: String

  /// A file at `path`, which is made one that stays in the bundle.
  public init(path: String, bytes: [UInt8]) {
    self.path = Self.inside(path)
    self.bytes = bytes
    sha256 = SHA256.hexDigest(of: bytes)
  }

  /// A file with the text `text`.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// `path` without what leads out of a folder, and without characters that no file system takes kindly.
  private static func inside(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.map { part in
      if part == ".." { return "_up_" }
      var clean = ""
      for scalar in part.unicodeScalars {
        let isPlain = scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\\"
        clean.unicodeScalars.append(isPlain ? scalar : "_")
      }
      return clean
    }
    return parts.isEmpty ? "_" : parts.joined(separator: "/")
  }
}
