/// Where the patterns of a policy file begin.
///
/// A pattern such as `vendor/**` is meant from the folder of the policy file on, where that folder holds what
/// is checked; a policy file that lies elsewhere means the folders that are checked.
struct PatternBase: Sendable {
  /// The folders that the user named, each with the folder from which paths below it are counted.
  private let bases: [(root: String, base: String)]

  /// The base of patterns in the policy file at `policy`, when `paths` are checked, all as they are shown.
  init(policy: String?, paths: [String]) {
    let folder = policy.map(Self.folder)
    let roots = Set(paths).sorted { left, right in
      left.utf8.count != right.utf8.count ? left.utf8.count > right.utf8.count : left < right
    }
    bases = roots.map { root in
      let holds = folder.map { Self.path(root, isBelow: $0) } ?? false
      return (root, holds ? folder ?? root : root)
    }
  }

  /// `path`, as it is shown, in the form that patterns are compared with.
  func relative(_ path: String) -> String {
    guard let base = bases.first(where: { Self.path(path, isBelow: $0.root) })?.base,
      !base.isEmpty, path != base
    else { return path }
    return String(path.dropFirst(base.count + (base.hasSuffix("/") ? 0 : 1)))
  }

  /// Whether `path` is `folder` or lies in it; the empty folder holds whatever is not absolute.
  private static func path(_ path: String, isBelow folder: String) -> Bool {
    if folder.isEmpty { return !path.hasPrefix("/") && !path.hasPrefix("../") && path != ".." }
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
