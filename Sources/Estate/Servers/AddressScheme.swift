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
  public static func isLoopback(_ address: String) -> Bool {
    let lower = address.lowercased()
    if lower.hasPrefix("unix:") { return true }
    guard schemes.contains(where: lower.hasPrefix) else { return false }
    let host = host(of: lower)
    return host == "[::1]" || host == "localhost" || host.hasSuffix(".localhost")
      || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }

  private static let schemes = ["http://", "https://", "ws://", "wss://"]

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
}
