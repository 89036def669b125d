/// A pattern of a CODEOWNERS file, which differs from other globs in a few points.
///
/// Braces and brackets stand for themselves. `docs/*` speaks of the files of `docs` and not of those in its
/// folders. GitLab lets a pattern without a leading `/` begin at any depth; GitHub only where it has no `/`
/// but the last.
struct CodeOwnersPattern: Sendable {
  /// The product whose reading of patterns holds.
  enum Dialect: Sendable {
    case gitHub
    case gitLab
  }

  /// The folder, without wildcards, in which everything lies that the pattern can match; empty for any.
  let folder: String

  private let glob: PathGlob
  /// Whether only the files of a folder itself are meant; `glob` is then the folder's.
  private let isDirect: Bool

  /// Compiles `text`; the folder's own files are meant by one that ends in `/*`.
  init(_ text: String, in dialect: Dialect) throws(PathGlob.Malformed) {
    var pattern = Self.literalBraces(text)
    let isAnchored = pattern.hasPrefix("/")
    let inner = pattern.dropLast(pattern.hasSuffix("/") ? 1 : 0).contains("/")
    switch dialect {
    case .gitHub where inner && !isAnchored: pattern = "/" + pattern
    case .gitLab where !isAnchored: pattern = "/**/" + pattern
    default: break
    }
    isDirect = pattern.hasSuffix("/*") && pattern != "/*" && !pattern.hasSuffix("**/*")
    glob = try PathGlob(isDirect ? String(pattern.dropLast(2)) : pattern)
    folder = Self.literalFolder(of: pattern)
  }

  /// Whether the pattern speaks of the file at `path`, which is relative to the repository.
  func matches(_ path: String) -> Bool {
    guard isDirect else {
      // Files at the top are all that `/*` can mean.
      return glob.text == "/*" ? !path.contains("/") : glob.matches(path)
    }
    guard let slash = path.lastIndex(of: "/") else { return false }
    let parent = String(path[..<slash])
    guard glob.matches(parent) else { return false }
    // A folder above that matches as well means that the file lies deeper.
    guard let above = parent.lastIndex(of: "/") else { return true }
    return !glob.matches(String(parent[..<above]))
  }

  private static func literalBraces(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "{}[]".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// The leading parts of an anchored pattern that hold no wildcard.
  private static func literalFolder(of pattern: String) -> String {
    guard pattern.hasPrefix("/") else { return "" }
    return pattern.split(separator: "/")
      .prefix { part in !part.contains { "*?\\".contains($0) } }
      .joined(separator: "/")
  }
}
