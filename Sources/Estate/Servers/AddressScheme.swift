/// What a URL says about who can listen and who can call.
public enum AddressScheme {
  /// Whether `address` is reached over TLS or on the host alone; `nil` for one without a known scheme.
  public static func isEncrypted(_ address: String) -> Bool? {
    let lower = address.lowercased()
    if ["https://", "wss://", "unix:"].contains(where: lower.hasPrefix) { return true }
    guard ["http://", "ws://"].contains(where: lower.hasPrefix) else { return nil }
    return isLoopback(lower)
  }

  /// Whether `address` is one that only callers on the same host reach, with or without TLS.
  ///
  /// Many facts of one server ask, so that it reads bytes: those of schemes and hosts are all ASCII.
  public static func isLoopback(_ address: String) -> Bool {
    let lower = address.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lower.starts(with: "unix:".utf8) { return true }
    guard let scheme = schemes.first(where: { lower.starts(with: $0.utf8) }) else { return false }
    let authority = lower.dropFirst(scheme.utf8.count).prefix { !"/?#\\".utf8.contains($0) }
    // What stands before the last `@` is who calls, and can look like a host.
    let caller = authority.lastIndex(of: UInt8(ascii: "@"))
    let place = caller.map { authority[($0 + 1)...] } ?? authority
    if place.starts(with: "[::1]".utf8) { return true }
    let host = place.prefix { $0 != UInt8(ascii: ":") }
    if host.elementsEqual("localhost".utf8) { return true }
    let suffix = ".localhost".utf8
    if host.suffix(suffix.count).elementsEqual(suffix) { return true }
    return host.starts(with: "127.".utf8)
      && host.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// The host of `address`, a URL or `host:port`, in lower case; an IPv6 address with its brackets.
  public static func host(of address: String) -> String {
    let lower = address.lowercased()
    let scheme = schemes.first(where: lower.hasPrefix) ?? ""
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
    // What stands before the last `@` is who calls, and can look like a host.
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if place.first == "[", let end = place.firstIndex(of: "]") { return String(place[...end]) }
    return String(place.prefix { $0 != ":" })
  }

  private static let schemes = ["http://", "https://", "ws://", "wss://"]
}
