/// Finds the longest of many names at a place of a text, however many names there are.
///
/// Names are compared without regard to case, and with `-`, `_`, `.` and a blank taken for one another: a
/// server `crm-notes` is `CRM_NOTES` in an environment and `crm notes` in a sentence.
struct NameTrie: Sendable {
  private struct Node: Sendable {
    var children: [UInt8: Int] = [:]
    /// The number of the name that ends here.
    var name: Int?
  }

  private var nodes = [Node()]

  /// Adds `name`, whose number is `number`; the first of equal names counts.
  mutating func insert(_ name: String, as number: Int) {
    var place = 0
    for byte in Self.folded(name) {
      if let next = nodes[place].children[byte] {
        place = next
      } else {
        nodes.append(Node())
        nodes[place].children[byte] = nodes.count - 1
        place = nodes.count - 1
      }
    }
    if nodes[place].name == nil { nodes[place].name = number }
  }

  /// The names that begin at `start` of `text`, longest first, each with the offset behind it.
  func names(at start: Int, in text: [UInt8]) -> [(number: Int, end: Int)] {
    var found: [(number: Int, end: Int)] = []
    var place = 0
    var offset = start
    while offset < text.count, let next = nodes[place].children[Self.folded(text[offset])] {
      place = next
      offset += 1
      if let name = nodes[place].name { found.append((name, offset)) }
    }
    return found.reversed()
  }

  /// What all ways to write `name` have in common.
  static func folded(_ name: String) -> [UInt8] { name.utf8.map(folded) }

  private static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "): UInt8(ascii: "-")
    default: byte
    }
  }
}
