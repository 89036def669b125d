/// An IPv4 or IPv6 address without a zone.
///
/// An IPv4-mapped IPv6 address equals the IPv4 address, and is not accepted in dotted form.
public struct IPAddress: Sendable {
  /// 4 or 6.
  public let family: Int

  /// The upper 64 bits; 0 for IPv4.
  let high: UInt64

  /// The lower 64 bits; all 32 bits of an IPv4 address.
  let low: UInt64

  /// Why a text is not an address.
  enum Malformation: Error {
    case syntax, zone, mapped

    var sentence: String {
      switch self {
      case .syntax: "expected an IP address"
      case .zone: "expected an IP address without a zone"
      case .mapped: "expected an IP address that is not IPv4-mapped IPv6"
      }
    }
  }

  /// Reads `192.0.2.1` or `2001:db8::1`; `nil` where it is neither.
  public init?(_ text: String) {
    do throws(Malformation) {
      try self.init(parsing: text)
    } catch {
      return nil
    }
  }

  init(parsing text: String) throws(Malformation) {
    let bytes = Array(text.utf8)
    if !bytes.contains(UInt8(ascii: ":")) {
      guard let address = Self.v4(bytes[...]) else { throw .syntax }
      self.init(family: 4, high: 0, low: address)
      return
    }
    guard !bytes.contains(UInt8(ascii: "%")) else { throw .zone }
    guard let groups = Self.groups(bytes) else { throw .syntax }
    let isDotted = bytes.contains(UInt8(ascii: "."))
    let isMapped = groups[0..<5].allSatisfy { $0 == 0 } && groups[5] == 0xFFFF
    if isDotted && isMapped { throw .mapped }
    let high = groups[0..<4].reduce(0) { $0 << 16 | UInt64($1) }
    let low = groups[4..<8].reduce(0) { $0 << 16 | UInt64($1) }
    self.init(family: 6, high: high, low: low)
  }

  init(family: Int, high: UInt64, low: UInt64) {
    self.family = family
    self.high = high
    self.low = low
  }

  private static func v4(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt64 = 0
    for part in parts {
      guard !part.isEmpty, part.count <= 3, part.count == 1 || part.first != UInt8(ascii: "0")
      else { return nil }
      var octet: UInt64 = 0
      for byte in part {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        octet = octet * 10 + UInt64(byte - UInt8(ascii: "0"))
      }
      guard octet <= 255 else { return nil }
      address = address << 8 | octet
    }
    return address
  }

  /// The eight groups of an IPv6 address, with at most one `::` filled in.
  private static func groups(_ bytes: [UInt8]) -> [UInt16]? {
    let colon = UInt8(ascii: ":")
    var gap: Int?
    for index in bytes.indices.dropLast() where bytes[index] == colon && bytes[index + 1] == colon {
      guard gap == nil else { return nil }
      gap = index
    }
    guard let gap else {
      guard let groups = half(bytes[...], mayEndDotted: true), groups.count == 8 else { return nil }
      return groups
    }
    guard let head = half(bytes[..<gap], mayEndDotted: false),
      let tail = half(bytes[(gap + 2)...], mayEndDotted: true), head.count + tail.count <= 7
    else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func half(_ bytes: ArraySlice<UInt8>, mayEndDotted: Bool) -> [UInt16]? {
    guard !bytes.isEmpty else { return [] }
    var groups: [UInt16] = []
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, mayEndDotted, part.contains(UInt8(ascii: ".")) {
        guard let address = v4(part) else { return nil }
        groups += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
        continue
      }
      guard (1...4).contains(part.count) else { return nil }
      var group: UInt16 = 0
      for byte in part {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        group = group << 4 | UInt16(digit)
      }
      groups.append(group)
    }
    return groups
  }
}

extension IPAddress: Hashable {
  /// The IPv4 address that an IPv4-mapped address stands for; any other address itself.
  var unmapped: IPAddress {
    guard family == 6, high == 0, low >> 32 == 0xFFFF else { return self }
    return IPAddress(family: 4, high: 0, low: low & 0xFFFF_FFFF)
  }

  /// Whether both stand for the same address, mapped or not.
  public static func == (lhs: IPAddress, rhs: IPAddress) -> Bool {
    let (a, b) = (lhs.unmapped, rhs.unmapped)
    return a.family == b.family && a.high == b.high && a.low == b.low
  }

  /// Equal addresses have equal hashes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(unmapped.high)
    hasher.combine(unmapped.low)
  }
}

extension IPAddress {
  var isUnspecified: Bool { high == 0 && low == 0 }

  var isLoopback: Bool { family == 4 ? low >> 24 == 127 : high == 0 && low == 1 }

  var isMulticast: Bool { family == 4 ? low >> 28 == 0xE : high >> 56 == 0xFF }

  /// Neither unspecified, loopback, multicast, link-local nor the limited broadcast address.
  var isGlobalUnicast: Bool {
    let isBroadcast = family == 4 && low == 0xFFFF_FFFF
    return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }

  var isLinkLocalMulticast: Bool {
    family == 4 ? low >> 8 == 0xE00000 : high >> 48 & 0xFF0F == 0xFF02
  }

  var isLinkLocalUnicast: Bool { family == 4 ? low >> 16 == 0xA9FE : high >> 54 == 0x3FA }
}

extension IPAddress: CustomStringConvertible {
  /// The canonical form of RFC 5952: lower case, the longest run of zero groups as `::`.
  public var description: String {
    guard family == 6 else {
      return [24, 16, 8, 0].map { String(low >> UInt64($0) & 255) }.joined(separator: ".")
    }
    let groups =
      [48, 32, 16, 0].map { high >> UInt64($0) & 0xFFFF }
      + [48, 32, 16, 0].map { low >> UInt64($0) & 0xFFFF }
    var run = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start >= 2, end - start > run.count { run = start..<end }
      start = max(end, start + 1)
    }
    let text = groups.map { String($0, radix: 16) }
    guard !run.isEmpty else { return text.joined(separator: ":") }
    return text[..<run.lowerBound].joined(separator: ":") + "::"
      + text[run.upperBound...].joined(separator: ":")
  }
}
