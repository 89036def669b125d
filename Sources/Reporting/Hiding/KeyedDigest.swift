import SourceText

/// HMAC-SHA256 (RFC 2104): digests that nobody can check guesses against without the key.
struct KeyedDigest: Sendable {
  private let inner: [UInt8]
  private let outer: [UInt8]

  private static let blockSize = 64

  /// Digests under `key`.
  init(key: [UInt8]) {
    var block = key.count > Self.blockSize ? Self.hash(key) : key
    block += [UInt8](repeating: 0, count: Self.blockSize - block.count)
    inner = block.map { $0 ^ 0x36 }
    outer = block.map { $0 ^ 0x5C }
  }

  /// The 32 bytes of the digest of `message`.
  func digest(of message: [UInt8]) -> [UInt8] {
    Self.hash(outer + Self.hash(inner + message))
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(bytes.span)
    return digest.digest
  }
}
