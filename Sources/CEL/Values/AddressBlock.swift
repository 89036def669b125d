/// A range of IP addresses with a common prefix, the language's `cidr`.
public struct AddressBlock: Hashable, Sendable {
  /// The address as written, which may have bits set beyond the prefix.
  public let address: IPAddress

  /// How many leading bits all addresses of the range share.
  public let prefixLength: Int

  /// Reads `192.0.2.0/24`; `nil` where it is not an address, a slash and a prefix length.
  public init?(_ text: String) {
    do throws(IPAddress.Malformation) {
      try self.init(parsing: text)
    } catch {
      return nil
    }
  }

  init(parsing text: String) throws(IPAddress.Malformation) {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw .syntax }
    let address = try IPAddress(parsing: String(text[..<slash]))
    let digits = text[text.utf8.index(after: slash)...]
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits.utf8.count == 1 || digits.utf8.first != 48, let length = Int(digits),
      length <= (address.family == 4 ? 32 : 128)
    else { throw .syntax }
    self.init(address: address, prefixLength: length)
  }

  init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// The same range with all bits beyond the prefix cleared.
  var masked: AddressBlock {
    let prefix: IPAddress
    if address.family == 4 {
      let mask: UInt64 = prefixLength == 0 ? 0 : 0xFFFF_FFFF << UInt64(32 - prefixLength)
      prefix = IPAddress(family: 4, high: 0, low: address.low & mask & 0xFFFF_FFFF)
    } else {
      let high: UInt64 = prefixLength >= 64 ? .max : ~(.max >> UInt64(prefixLength))
      let low: UInt64 = prefixLength <= 64 ? 0 : ~(.max >> UInt64(prefixLength - 64))
      prefix = IPAddress(family: 6, high: address.high & high, low: address.low & low)
    }
    return AddressBlock(address: prefix, prefixLength: prefixLength)
  }

  func contains(_ other: IPAddress) -> Bool {
    let other = address.family == 4 ? other.unmapped : other
    return other.family == address.family
      && AddressBlock(address: other, prefixLength: prefixLength).masked == masked
  }

  func contains(_ other: AddressBlock) -> Bool {
    other.prefixLength >= prefixLength && contains(other.address)
  }
}

extension AddressBlock: CustomStringConvertible {
  /// The address, a slash and the prefix length.
  public var description: String { "\(address)/\(prefixLength)" }
}
