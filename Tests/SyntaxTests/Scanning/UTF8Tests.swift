import SourceText
import Syntax
import Testing

@Suite struct UTF8Tests {
  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], nil), ([0xC0, 0x80], 0), ([0x61, 0xE0, 0x80, 0x80], 1),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98, 0x80], nil),
      ([0x61, 0xF0, 0x9F], 1), ([0x80], 0), ([0xE2, 0x28, 0xA1], 0), ([0xFF], 0),
    ] as [([UInt8], Int?)])
  func `the first ill-formed byte is found`(bytes: [UInt8], offset: Int?) {
    var library = SourceLibrary()
    #expect(library.add(path: "f", bytes: bytes).firstInvalidUTF8Offset == offset)
  }
}
