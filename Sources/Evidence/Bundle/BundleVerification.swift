import SourceText

/// What became of a bundle since it was made.
public struct BundleVerification: Hashable, Sendable {
  /// Files whose content is another one, sorted.
  public private(set) var changed: [String] = []
  /// Files that are gone, sorted.
  public private(set) var missing: [String] = []
  /// Files that nobody vouches for, sorted.
  public private(set) var added: [String] = []
  /// How many files are as they were.
  public private(set) var intact = 0

  /// Whether the bundle is as it was made.
  public var isIntact: Bool { changed.isEmpty && missing.isEmpty && added.isEmpty }

  /// Compares `files`, digests by path, with the digests that `manifest` lists.
  public init(
    of files: [String: String], with manifest: [UInt8]
  ) throws(BundleError) {
    var listed: [String: String] = [:]
    for (index, line) in manifest.split(separator: 0x0A).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let digest = text.prefix(64)
      guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit),
        text.dropFirst(64).hasPrefix("  ")
      else {
        throw BundleError(
          "line \(index + 1) of \(EvidenceBundle.manifestName) is no digest and path")
      }
      listed[String(text.dropFirst(66))] = String(digest)
    }
    guard !listed.isEmpty else {
      throw BundleError("\(EvidenceBundle.manifestName) lists nothing")
    }
    for (path, digest) in listed.sorted(by: { $0.key < $1.key }) {
      switch files[path] {
      case nil: missing.append(path)
      case digest: intact += 1
      default: changed.append(path)
      }
    }
    added = files.keys.filter { listed[$0] == nil && $0 != EvidenceBundle.manifestName }.sorted()
  }

  /// Compares the files of the tar archive `bytes` with its own list.
  public init(ofTar bytes: [UInt8]) throws(BundleError) {
    let files = try TarArchive.files(in: bytes)
    guard let manifest = files.first(where: { $0.path == EvidenceBundle.manifestName }) else {
      throw BundleError("it holds no \(EvidenceBundle.manifestName)")
    }
    var digests: [String: String] = [:]
    for file in files {
      guard digests.updateValue(file.sha256, forKey: file.path) == nil else {
        throw BundleError("it holds `\(file.path)` twice")
      }
    }
    try self.init(of: digests, with: manifest.bytes)
  }
}
