/// Network addresses.
enum AddressFormat {
  /// Four decimal numbers without leading zeros (RFC 2673, section 3.2).
  static func isIPv4(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), part.allSatisfy({ $0 &- 0x30 < 10 }),
          part.count == 1 || part.first != 0x30
        else { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
      }
  }

  /// RFC 4291, section 2.2, without a zone.
  static func isIPv6(_ text: String) -> Bool {
    let colon = UInt8(ascii: ":")
    var groups = text.utf8.split(separator: colon, omittingEmptySubsequences: false).map(Array.init)
    var count = 8
    if let last = groups.last, last.contains(UInt8(ascii: ".")) {
      guard isIPv4(String(decoding: last, as: UTF8.self)) else { return false }
      groups.removeLast()
      count = 6
      // A `::` right before the address leaves an empty group, which must be seen as such.
      if groups.last == [] { groups.append([]) }
    }
    // Even `::` has two colons; a single one at an end is no half of it.
    guard groups.count >= 3 else { return false }
    // An empty group at an end is half of a `::` there.
    if groups.first == [] {
      guard groups[1] == [] else { return false }
      groups.removeFirst()
    }
    if groups.last == [], groups.count > 1 {
      guard groups[groups.count - 2] == [] else { return false }
      groups.removeLast()
    }
    let empty = groups.count { $0.isEmpty }
    guard
      groups.allSatisfy({ group in
        group.count <= 4 && group.allSatisfy { Character(Unicode.Scalar($0)).isASCIIHexDigit }
      })
    else { return false }
    return empty == 0 ? groups.count == count : empty == 1 && groups.count <= count
  }
}

extension Character {
  /// Whether the character is one of `0`–`9`, `a`–`f`, `A`–`F`, and nothing that looks like it.
  var isASCIIHexDigit: Bool { isASCII && isHexDigit }
}
