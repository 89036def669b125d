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
    guard let scheme = ["http://", "https://", "ws://", "wss://"].first(where: lower.hasPrefix)
    else {
      return false
    }
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
    // What stands before the last `@` is who calls, and can look like a host.
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if place.hasPrefix("[::1]") { return true }
    let host = place.prefix { $0 != ":" }
    return host == "localhost" || host.hasSuffix(".localhost")
      || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }
}
