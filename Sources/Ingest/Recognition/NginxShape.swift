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
  /// A file that is named as a configuration needs one telling block, or at least as many statements that
  /// are nginx's as others; any other file needs both a block and a directive.
  static func matches(_ beginning: [UInt8], isNamedAsConfiguration: Bool) -> Bool {
    var counts = Counts()
    // The first line of the statement in hand, which may go over several.
    var statement: ArraySlice<UInt8>?
    for line in beginning.split(separator: UInt8(ascii: "\n")).prefix(2000) {
      let code = withoutComment(line.drop { $0 == 0x20 || $0 == 0x09 })
      guard let last = code.last(where: { $0 > 0x20 }) else { continue }
      let first = statement ?? code
      statement = nil
      switch last {
      case UInt8(ascii: ";"): counts.addDirective(first)
      case UInt8(ascii: "}") where first.startIndex == code.startIndex: counts.addBlock(first)
      case UInt8(ascii: "{"): counts.addBlock(first)
      default: statement = first
      }
    }
    if statement != nil { counts.others += 1 }
    guard isNamedAsConfiguration else { return counts.blocks > 0 && counts.directives > 0 }
    return counts.blocks > 0
      || (counts.directives >= 1 && counts.directives >= counts.others)
  }

  /// How many statements are nginx's.
  private struct Counts {
    var blocks = 0
    var directives = 0
    var others = 0

    mutating func addDirective(_ line: ArraySlice<UInt8>) {
      if NginxDirectiveRules.knows(word(of: line)) { directives += 1 } else { others += 1 }
    }

    mutating func addBlock(_ line: ArraySlice<UInt8>) {
      let word = word(of: line)
      // The brace that ends a block begins nothing.
      guard !word.isEmpty else { return }
      let isOfVariable = variableBlocks.contains(word) && line.contains(UInt8(ascii: "$"))
      if NginxShape.telling.contains(word) || isOfVariable {
        blocks += 1
      } else if !NginxShape.blocks.contains(word) {
        others += 1
      }
    }

    private func word(of line: ArraySlice<UInt8>) -> String {
      String(decoding: line.prefix(while: isWordByte), as: UTF8.self)
    }
  }

  private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 != UInt8(ascii: "#") }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
