import Syntax

/// Whether a text is written in nginx's configuration language, seen line by line.
enum NginxShape {
  private static let blocks: Set<String> = [
    "http", "server", "location", "upstream", "events", "stream", "map", "geo", "types",
    "split_clients", "limit_except", "if",
  ]

  private static let telling: Set<String> = [
    "http", "server", "location", "upstream", "events", "types",
  ]

  /// Blocks that are nginx's where they speak of a variable, and often stand in a file of their own.
  private static let variableBlocks: Set<String> = ["map", "geo", "split_clients"]

  /// Whether `beginning` has nginx's blocks or directives.
  ///
  /// A file that is named as a configuration needs one telling block or two known directives; any other
  /// one needs both a block and a directive.
  static func matches(_ beginning: [UInt8], isNamedAsConfiguration: Bool) -> Bool {
    var blockCount = 0
    var directiveCount = 0
    var otherCount = 0
    for line in beginning.split(separator: UInt8(ascii: "\n")).prefix(2000) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "}"),
        first != 0x0D
      else { continue }
      let code = withoutComment(text)
      let word = String(decoding: code.prefix(while: isWordByte), as: UTF8.self)
      let last = code.last { $0 > 0x20 }
      if code.contains(UInt8(ascii: "{")), blocks.contains(word) {
        let isOfVariable = variableBlocks.contains(word) && code.contains(UInt8(ascii: "$"))
        blockCount += telling.contains(word) || isOfVariable ? 1 : 0
      } else if last == UInt8(ascii: ";"), NginxDirectiveRules.knows(word) {
        directiveCount += 1
      } else {
        otherCount += 1
      }
    }
    guard isNamedAsConfiguration else { return blockCount > 0 && directiveCount > 0 }
    return blockCount > 0 || (directiveCount >= 1 && directiveCount >= otherCount)
  }

  private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 != UInt8(ascii: "#") }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
