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
    let bytes = Array(text.utf8)
    let gap = bytes.indices.dropLast().first { bytes[$0] == colon && bytes[$0 + 1] == colon }
    guard let gap else { return groupCount(of: bytes[...], endsAddress: true) == 8 }
    let right = bytes[(gap + 2)...]
    guard let before = groupCount(of: bytes[..<gap], endsAddress: false),
      let behind = groupCount(of: right, endsAddress: true)
    else { return false }
    return before + behind <= 7
  }

  private static let colon = UInt8(ascii: ":")

  /// The number of groups of 16 bits in `text`, where an IPv4 address at the end stands for two.
  private static func groupCount(of text: ArraySlice<UInt8>, endsAddress: Bool) -> Int? {
    if text.isEmpty { return 0 }
    let groups = text.split(separator: colon, omittingEmptySubsequences: false)
    var count = 0
    for (position, group) in groups.enumerated() {
      if (1...4).contains(group.count),
        group.allSatisfy({ Character(Unicode.Scalar($0)).isASCIIHexDigit })
      {
        count += 1
      } else if endsAddress, position == groups.count - 1,
        isIPv4(String(decoding: group, as: UTF8.self))
      {
        count += 2
      } else {
        return nil
      }
    }
    return count
  }
}

extension Character {
  /// Whether the character is one of `0`–`9`, `a`–`f`, `A`–`F`, and nothing that looks like it.
  var isASCIIHexDigit: Bool { isASCII && isHexDigit }
}
