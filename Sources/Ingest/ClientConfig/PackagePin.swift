/// Tells a reference to one exact release from one that floats.
enum PackagePin {
  /// The exact version or digest that `reference` names in `registry`, or why it floats.
  static func judge(_ reference: String, registry: String) -> (pin: String?, floats: String?) {
    if registry == "oci" { return judgeImage(reference) }
    if reference.contains("://") || reference.hasPrefix("git+") || reference.hasPrefix("github:") {
      return judgeRepository(reference)
    }
    let version: Substring?
    if registry == "pypi" {
      let parts = reference.split(separator: "==", maxSplits: 1)
      if parts.count == 2 {
        version = parts[1]
      } else if reference.contains(where: { "<>~!".contains($0) }) {
        return (nil, "a range of versions changes with every release")
      } else {
        version = reference.firstIndex(of: "@").map { reference[reference.index(after: $0)...] }
      }
    } else {
      // The first `@` of a scoped name belongs to the name.
      let search = reference.dropFirst(reference.hasPrefix("@") ? 1 : 0)
      version = search.firstIndex(of: "@").map { search[search.index(after: $0)...] }
    }
    return judgeVersion(version.map(String.init))
  }

  /// The exact version that `version` gives, or why it floats.
  static func judgeVersion(_ version: String?) -> (pin: String?, floats: String?) {
    guard let version, !version.isEmpty else {
      return (nil, "without a version, each start may fetch another release")
    }
    if let reason = ReleasePlaceholder.reason(in: version) { return (nil, reason) }
    if isExact(version) { return (version, nil) }
    if version.allSatisfy({ $0.isLetter || $0 == "-" }) {
      return (nil, "`\(version)` is a tag that moves to every new release")
    }
    return (nil, "`\(version)` is a range of versions")
  }

  /// The digest or exact tag of a container image, or why it floats.
  ///
  /// A tag can be moved by whoever may push, so only a digest is exact in the strict sense; a full version
  /// tag is taken as pinned, as row 508 asks for "version or digest".
  static func judgeImage(_ image: String) -> (pin: String?, floats: String?) {
    if let at = image.firstIndex(of: "@") {
      let digest = image[image.index(after: at)...]
      if digest.hasPrefix("sha256:"), digest.utf8.count == 71 { return (String(digest), nil) }
      let reason = ReleasePlaceholder.reason(in: String(digest))
      return (nil, reason ?? "`\(digest)` is no complete digest")
    }
    let name = image.split(separator: "/").last ?? Substring(image)
    guard let colon = name.firstIndex(of: ":") else {
      if let reason = ReleasePlaceholder.reason(in: String(name)) { return (nil, reason) }
      return (nil, "without a tag, `latest` is fetched, which moves to every new release")
    }
    let tag = String(name[name.index(after: colon)...])
    if let reason = ReleasePlaceholder.reason(in: tag) { return (nil, reason) }
    return isExact(tag) ? (tag, nil) : (nil, "the tag `\(tag)` moves to new releases")
  }

  /// The digest, or why it is none: an algorithm and at least 32 hexadecimal digits, or as long a base64.
  static func judgeDigest(_ digest: String) -> (pin: String?, floats: String?) {
    let value = digest.split { $0 == ":" || $0 == "-" }.last ?? ""
    let isCoded = value.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+/=_".contains($0))
    }
    guard value.utf8.count >= 32, isCoded else {
      return (nil, ReleasePlaceholder.reason(in: digest) ?? "`\(digest)` is no complete digest")
    }
    return (digest, nil)
  }

  /// A commit is exact; a branch or tag of a repository is not.
  private static func judgeRepository(_ reference: String) -> (pin: String?, floats: String?) {
    let marks = reference.split { $0 == "@" || $0 == "#" }
    if marks.count > 1, let last = marks.last, last.count == 40, last.allSatisfy(\.isHexDigit) {
      return (String(last), nil)
    }
    return (nil, "a repository without a commit changes with every push")
  }

  /// Whether `version` has at least two numbers and no wildcard or operator: `1.3.2`, `v2.0`, `2026.1.14`.
  private static func isExact(_ version: String) -> Bool {
    let body = version.hasPrefix("v") ? version.dropFirst() : version[...]
    guard let first = body.first, first.isNumber else { return false }
    let core = body.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 3
      && parts.prefix(2).allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
      && parts.allSatisfy { part in
        !part.isEmpty && part != "x" && part != "X"
          && part.allSatisfy { $0.isNumber || $0.isLetter }
      }
      && !version.contains(where: { "*^~<>=| ".contains($0) })
  }
}
