extension PackageReference {
  /// The registry and the package without its version, tag or digest, such as `npm:@company/mcp-ledger`.
  public var name: String {
    let registry =
      switch registry {
      case "npx", "bunx", "pnpm", "yarn", "bun": "npm"
      case "uvx", "pipx", "uv": "pypi"
      case "docker", "podman", "nerdctl": "oci"
      default: registry
      }
    let text = identifier.value
    var name = text.prefix { $0 != "=" && $0 != "<" && $0 != ">" && $0 != "~" }
    let search = name.dropFirst(name.first == "@" ? 1 : 0)
    if let at = search.firstIndex(of: "@") { name = name[..<at] }
    let lastSlash = name.lastIndex(of: "/") ?? name.startIndex
    if registry == "oci", let colon = name[lastSlash...].firstIndex(of: ":") {
      name = name[..<colon]
    }
    return "\(registry):\(name)"
  }

  /// Whether `other` is the same package at another version or digest; a version says nothing about a digest.
  public func isOtherRelease(of other: PackageReference) -> Bool {
    guard let pin, let otherPin = other.pin, name == other.name,
      Self.isDigest(pin) == Self.isDigest(otherPin)
    else { return false }
    return Self.withoutPrefix(pin) != Self.withoutPrefix(otherPin)
  }

  private static func isDigest(_ pin: String) -> Bool {
    let digits = pin.hasPrefix("sha256:") ? pin.dropFirst(7) : pin[...]
    return digits.utf8.count == 64 && digits.allSatisfy(\.isHexDigit)
  }

  private static func withoutPrefix(_ pin: String) -> String {
    let text = pin.lowercased()
    if text.hasPrefix("sha256:") { return String(text.dropFirst(7)) }
    return text.hasPrefix("v") ? String(text.dropFirst()) : text
  }
}
