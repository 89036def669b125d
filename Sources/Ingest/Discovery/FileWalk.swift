/// Finds the files below the paths that a user names.
///
/// The order of the paths and of the file system is irrelevant: folders are walked first and symbolic
/// links afterwards, both sorted, so that a file with several names is always known by the same one.
/// Each folder and each file is visited once, however links are laid; a link that leads out of the named
/// paths is listed and not followed, because its author decides what it shows and its reader does not.
/// FIFOs, sockets and devices are never opened.
struct FileWalk {
  /// Folders that hold no source of the estate.
  private static let skippedFolders: [String: String] = [
    ".git": "version control", ".hg": "version control", ".svn": "version control",
    ".jj": "version control", "node_modules": "installed packages", ".build": "build products",
  ]

  private let exclusion: (String) -> String?
  private let outputs: Set<FileIdentity>
  private let otherCheckout: FileIdentity?
  private var entries: [DiscoveredEntry] = []
  private var visited: [FileIdentity: String] = [:]
  private var folders: [WalkPath] = []
  private var links: [WalkPath] = []
  private var roots: [ResolvedPath] = []

  /// All entries at or below `paths`, sorted by path.
  ///
  /// `exclusion` says why a file or folder below a named path is left out, by its displayed path. The
  /// files at `outputs` are what an earlier run has written, and no entries; the folder at `otherCheckout`
  /// is left out.
  static func entries(
    at paths: [String], shownBy display: PathDisplay = .asNamed, outputs: [String] = [],
    otherCheckout: String? = nil,
    exclusion: @escaping (String) -> String? = { _ in nil }
  ) -> [DiscoveredEntry] {
    var walk = FileWalk(
      exclusion: exclusion, outputs: Set(outputs.compactMap { identity(of: $0) }),
      otherCheckout: otherCheckout.flatMap { identity(of: $0, followingLinks: true) })
    var seen: Set<String> = []
    let roots = paths.map { WalkPath(named: $0, display: display) }
      .filter { seen.insert($0.display).inserted }
      .sorted { $0.display < $1.display }
    for root in roots { walk.addRoot(root) }
    for root in roots { walk.visitNamed(root) }
    walk.walkFolders()
    walk.followLinks()
    return walk.entries.sorted { left, right in
      left.path != right.path
        ? left.path < right.path : left.systemPath.lexicographicallyPrecedes(right.systemPath)
    }
  }

  private init(
    exclusion: @escaping (String) -> String?, outputs: Set<FileIdentity>,
    otherCheckout: FileIdentity?
  ) {
    self.exclusion = exclusion
    self.outputs = outputs
    self.otherCheckout = otherCheckout
  }

  /// What lies at `path`; `nil` where nothing does that could be met on the way.
  private static func identity(of path: String, followingLinks: Bool = false) -> FileIdentity? {
    do throws(SystemError) {
      return try FileStatus(of: Array(path.utf8), followingLinks: followingLinks).identity
    } catch {
      return nil
    }
  }

  private mutating func addRoot(_ path: WalkPath) {
    do throws(SystemError) {
      roots.append(try ResolvedPath(of: path.system))
    } catch {
      // The visit of the same path reports why it cannot be read.
      return
    }
  }

  /// A path that the user named is followed wherever it leads.
  private mutating func visitNamed(_ path: WalkPath) {
    do throws(SystemError) {
      take(path, try FileStatus(of: path.system, followingLinks: true))
      if case .file? = entries.last?.content { entries[entries.count - 1].isNamed = true }
    } catch {
      add(path, .failed(reason: error.reason))
    }
  }

  private mutating func walkFolders() {
    // Breadth first: what is found under a short path is known by it.
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      do throws(SystemError) {
        for name in try FolderListing(of: folder.system).names {
          visit(folder.appending(name), name)
        }
      } catch {
        add(folder, .failed(reason: error.reason))
      }
    }
    folders.removeAll()
  }

  private mutating func visit(_ path: WalkPath, _ name: [UInt8]) {
    if let reason = exclusion(path.display) { return add(path, .skipped(reason: reason)) }
    do throws(SystemError) {
      let status = try FileStatus(of: path.system, followingLinks: false)
      if case .folder = status.kind,
        let reason = Self.skippedFolders[String(decoding: name, as: UTF8.self)]
      {
        return add(path, .skipped(reason: "folders of \(reason) are not read"))
      }
      if case .file = status.kind, outputs.contains(status.identity) { return }
      if case .folder = status.kind, status.identity == otherCheckout {
        return add(path, .skipped(reason: "it is the checkout whose exceptions count"))
      }
      take(path, status)
    } catch {
      add(path, .failed(reason: error.reason))
    }
  }

  private mutating func take(_ path: WalkPath, _ status: FileStatus) {
    switch status.kind {
    case .special(let kind):
      add(path, .skipped(reason: "\(kind) is never opened"))
    case .symbolicLink:
      links.append(path)
    case .file:
      if let first = visited[status.identity] {
        return add(path, .duplicate(of: first, isFolder: false))
      }
      visited[status.identity] = path.shown
      add(path, .file(size: status.size))
    case .folder:
      if let first = visited[status.identity] {
        return add(path, .duplicate(of: first, isFolder: true))
      }
      visited[status.identity] = path.shown
      folders.append(path)
    }
  }

  private mutating func followLinks() {
    while !links.isEmpty {
      let batch = links.sorted { $0.system.lexicographicallyPrecedes($1.system) }
      links.removeAll()
      for link in batch { follow(link) }
      walkFolders()
    }
  }

  private mutating func follow(_ link: WalkPath) {
    do throws(SystemError) {
      let target = try ResolvedPath(of: link.system)
      guard roots.contains(where: target.lies(within:)) else {
        return add(
          link,
          .skipped(
            reason: "it is a symbolic link out of the paths to check; name its target to read it"))
      }
      take(link, try FileStatus(of: link.system, followingLinks: true))
    } catch {
      add(link, .failed(reason: "it is a symbolic link, and \(error.reason)"))
    }
  }

  private mutating func add(_ path: WalkPath, _ content: DiscoveredEntry.Content) {
    entries.append(
      DiscoveredEntry(path: path.shown, systemPath: path.system, content: content))
  }
}
