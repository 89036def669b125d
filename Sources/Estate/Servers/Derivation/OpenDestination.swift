/// Entries of an egress list that let everything out, or next to everything.
public enum OpenDestination {
  /// Shorter prefixes than those of the private networks (RFC 1918, RFC 4193) cover parts of the whole internet.
  private static let leastPrefix = 7

  /// Whether `destination` names every host, every host of a top-level domain, or a network that is shared out
  /// among strangers: `*`, `*.com`, `0.0.0.0/0`, `128.0.0.0/1`, `::/0`.
  public static func matches(_ destination: String) -> Bool {
    let text = destination.lowercased()
    let host = text.split(separator: "://", maxSplits: 1).last.map(String.init) ?? text
    if host == "*" || host.hasPrefix("*:") { return true }
    if host.hasPrefix("*.") {
      let domain = host.dropFirst(2).prefix { $0 != ":" && $0 != "/" }
      return !domain.contains(".")
    }
    guard let slash = host.lastIndex(of: "/"), let length = Int(host[host.index(after: slash)...])
    else { return false }
    let network = host[..<slash]
    let isAddress = network.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
    return isAddress && network.contains { $0 == "." || $0 == ":" } && length < leastPrefix
  }
}
