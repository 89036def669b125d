import Testing

@testable import Reporting

@Suite struct NameBasedUUIDTests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
  ])
  func `digests are those of FIPS 180-4's examples`(message: String, digest: String) {
    let hex = SHA1.digest(of: Array(message.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(hex.joined() == digest)
  }

  @Test func `identifiers are of version 5, equal for equal names, and parts do not run together`()
  {
    let uuid = Array(NameBasedUUID.text("server", "ledger"))
    #expect(uuid.count == 36 && uuid[14] == "5" && "89ab".contains(uuid[19]))
    #expect(NameBasedUUID.text("server", "ledger") == String(uuid))
    #expect(NameBasedUUID.text("serverl", "edger") != String(uuid))
  }
}
