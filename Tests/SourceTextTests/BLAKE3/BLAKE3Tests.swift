import SourceText
import Testing

@Suite struct BLAKE3Tests {
  /// The input of the official test vectors: bytes that count to 250 and start anew.
  private func input(_ count: Int) -> [UInt8] { (0..<count).map { UInt8($0 % 251) } }

  private func digest(_ bytes: [UInt8], inPiecesOf size: Int = .max) -> String {
    var tree = BLAKE3.Subtree(firstChunk: 0)
    var start = 0
    while start < bytes.count {
      let end = start + min(size, bytes.count - start)
      tree.update(Array(bytes[start..<end]).span.bytes)
      start = end
    }
    return BLAKE3.hexDigest(tree.node(isRoot: true))
  }

  // The values of the reference implementation.
  @Test(
    arguments: [
      (0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
      (1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213"),
      (64, "4eed7141ea4a5cd4b788606bd23f46e212af9cacebacdc7d1f4c6dc7f2511b98"),
      (65, "de1e5fa0be70df6d2be8fffd0e99ceaa8eb6e8c93a63f2d8d1c30ecb6b263dee"),
      (1023, "10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11"),
      (1024, "42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7"),
      (1025, "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444"),
      (2049, "5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b6879522563030"),
      (4096, "015094013f57a5277b59d8475c0501042c0b642e531b0a1c8f58d2163229e969"),
      (5120, "9cadc15fed8b5d854562b26a9536d9707cadeda9b143978f319ab34230535833"),
      (16384, "f875d6646de28985646f34ee13be9a576fd515f76b5b0a26bb324735041ddde4"),
      (16385, "1dabe216be2578830263b049de1639f39f05a4da616b9b78c7a5e4e41662fd1f"),
      (31744, "62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47"),
      (102400, "bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085"),
    ] as [(Int, String)])
  func `digests are those of the reference`(count: Int, expected: String) {
    let input = input(count)
    #expect(digest(input) == expected)
    #expect(digest(input, inPiecesOf: 1000) == expected)
    #expect(digest(input, inPiecesOf: 16_384) == expected)
  }

  @Test(arguments: [16, 17, 31, 32, 40, 64])
  func `the nodes of parts join to the digest of the whole`(chunks: Int) {
    let input = input(chunks * 1024 - 5)
    let parts = stride(from: 0, to: chunks, by: 16).map { first in
      var part = BLAKE3.Subtree(firstChunk: first)
      part.update(Array(input[first * 1024..<min(input.count, (first + 16) * 1024)]).span.bytes)
      return part
    }
    var nodes = parts.map { $0.node(isRoot: parts.count == 1) }
    switch nodes.count {
    case 2: nodes = [BLAKE3.parent(of: nodes[0], nodes[1], isRoot: true)]
    case 3:
      let left = BLAKE3.parent(of: nodes[0], nodes[1])
      nodes = [BLAKE3.parent(of: left, nodes[2], isRoot: true)]
    case 4:
      nodes = [
        BLAKE3.parent(
          of: BLAKE3.parent(of: nodes[0], nodes[1]), BLAKE3.parent(of: nodes[2], nodes[3]),
          isRoot: true)
      ]
    default: break
    }
    #expect(nodes.map(BLAKE3.hexDigest) == [digest(input)])
  }

  @Test func `a node is its bytes`() {
    var part = BLAKE3.Subtree(firstChunk: 3)
    part.update(input(2000).span.bytes)
    let node = part.node(isRoot: false)
    #expect(BLAKE3.node(BLAKE3.bytes(of: node)) == node)
  }
}
