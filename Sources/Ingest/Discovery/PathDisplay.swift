/// How the paths that a user names are shown, so that equal estates give equal reports wherever they lie.
///
/// What lies in the working folder is shown from there on. Of a path elsewhere only its own name is shown, or as
/// many folders before it as keep two paths apart; beside a relative path it stays as it is, because two files
/// must not be shown as one.
public struct PathDisplay: Sendable {
  /// The folders that are left out of what lies in them, without a slash at the end; none lies in another, and
  /// they are in the order that they have with one.
  private let bases: [String]

  /// Every path as it is named.
  public static let asNamed = PathDisplay(bases: [])

  private init(bases: [String]) {
    self.bases = bases
  }

  /// How `arguments`, of which `-` is standard input, are shown to whoever works in `workingFolder`.
  public init(of arguments: [String], workingFolder: String) {
    let paths = Set(arguments.filter { $0 != "-" }.map(Self.plain)).sorted()
    let home = workingFolder.hasSuffix("/") ? String(workingFolder.dropLast()) : workingFolder
    guard paths.allSatisfy({ $0.hasPrefix("/") }) else {
      bases = [home]
      return
    }
    let elsewhere = paths.filter { !Self.lies($0, in: home) }
    let near = elsewhere.count < paths.count ? [home] : []
    let own = PathDisplay(bases: Self.outermost(near + elsewhere.map(Self.folder)))
    self = own.keepsApart(paths) ? own : PathDisplay(bases: [Self.sharedFolder(of: paths)])
  }

  /// `path` as it is shown: without parts that lead nowhere, and empty for a folder that is left out.
  public func shown(_ path: String) -> String {
    let plain = Self.plain(path)
    guard plain.hasPrefix("/"), let base = base(of: plain) else { return plain }
    return String(decoding: plain.utf8.dropFirst(base.utf8.count + 1), as: UTF8.self)
  }

  /// The folder of `bases` that `path` lies in: if any, the last that does not come behind it.
  private func base(of path: String) -> String? {
    var (low, high) = (0, bases.count)
    while low < high {
      let middle = (low + high) / 2
      if path + "/" < bases[middle] + "/" { high = middle } else { low = middle + 1 }
    }
    return low > 0 && Self.lies(path, in: bases[low - 1]) ? bases[low - 1] : nil
  }

  /// Whether no two of `paths`, and no two files below them, are shown alike.
  private func keepsApart(_ paths: [String]) -> Bool {
    var known: [String: String] = [:]
    for path in paths {
      guard known.updateValue(path, forKey: shown(path)) == nil else { return false }
    }
    return paths.allSatisfy { path in
      var (folder, name) = (Self.folder(of: path), Self.folder(of: shown(path)))
      while !name.isEmpty, name != "/" {
        if let other = known[name], other != folder { return false }
        (folder, name) = (Self.folder(of: folder), Self.folder(of: name))
      }
      return true
    }
  }

  /// Those of `folders` that lie in no other, in the order that they have with a slash at the end.
  private static func outermost(_ folders: [String]) -> [String] {
    var found: [String] = []
    for folder in folders.sorted(by: { $0 + "/" < $1 + "/" }) {
      if let last = found.last, lies(folder, in: last) { continue }
      found.append(folder)
    }
    return found
  }

  /// The innermost folder that holds all of `paths`.
  private static func sharedFolder(of paths: [String]) -> String {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    let shared = folders.dropFirst().reduce(folders.first ?? []) { shared, folder in
      shared.prefix(zip(shared, folder).prefix { $0 == $1 }.count)
    }
    return shared.map { "/" + $0 }.joined()
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    let path = path.utf8
    guard path.starts(with: folder.utf8) else { return false }
    let rest = path.dropFirst(folder.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }

  /// The folder of `path`, without a slash at its end.
  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  /// `path` without parts that lead nowhere; `..` stays, because what it means depends on symbolic links.
  private static func plain(_ path: String) -> String {
    (path.hasPrefix("/") ? "/" : "")
      + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
