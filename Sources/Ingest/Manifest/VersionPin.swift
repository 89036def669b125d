/// Whether a package or image reference names one exact release.
struct VersionPin {
  /// The digest or exact version; `nil` where the reference floats.
  let pin: String?
  /// Why the reference floats; `nil` where it is pinned.
  let floatingReason: String?

  /// Judges `identifier`, which may end in `@version`, `:tag` or `@sha256:…` itself, together with a
  /// `version` and a `digest` that stand beside it.
  init(of identifier: String, version: String?, digest: String?) {
    let own = Self.suffix(of: identifier)
    if let digest = digest ?? own.digest {
      pin = digest
      floatingReason = nil
      return
    }
    let named = version ?? own.version
    floatingReason = Self.floatingReason(of: named)
    pin = floatingReason == nil ? named : nil
  }

  private static func floatingReason(of version: String?) -> String? {
    guard let version else { return "neither a version nor a digest is given" }
    if version.allSatisfy({ !$0.isNumber }) {
      return "`\(version)` is whatever was released under that name last"
    }
    let ranges: Set<Character> = ["^", "~", "*", ">", "<", "|", " "]
    if version.contains(where: ranges.contains)
      || version.split(separator: ".").contains(where: { $0 == "x" || $0 == "X" })
    {
      return "`\(version)` is a range of versions"
    }
    return nil
  }

  private static func suffix(of identifier: String) -> (version: String?, digest: String?) {
    if let at = identifier.lastIndex(of: "@"), at > identifier.startIndex {
      let rest = String(identifier[identifier.index(after: at)...])
      return rest.hasPrefix("sha256:") ? (nil, rest) : (rest.isEmpty ? nil : rest, nil)
    }
    // A colon before the last slash parts a host from its port.
    let name = identifier[(identifier.lastIndex(of: "/") ?? identifier.startIndex)...]
    guard let colon = name.firstIndex(of: ":"), !name.hasSuffix(":") else { return (nil, nil) }
    return (String(name[name.index(after: colon)...]), nil)
  }
}
