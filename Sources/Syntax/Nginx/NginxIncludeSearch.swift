import SourceText

/// Finds, level by level, what the includes of a top file name.
struct NginxIncludeSearch {
  private(set) var files: [NginxIncludes.File]
  private(set) var targets: [SourceSpan: [Int]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// For each file, the folder of the top file that leads to it.
  private var folders: [String]
  private let sources: [String: NginxTree]
  private let paths: [String]
  /// Whether the top file is one that another file includes, so that its folder need not be nginx's prefix.
  private let isFragment: Bool
  private var indices: [String: Int] = [:]
  /// The include directives of each file, with what they name.
  private var includes: [[(directive: NginxDirective, targets: [Int])]] = []

  /// Where nginx's packages keep `nginx.conf`.
  private static let installedFolders = [
    "/etc/nginx/", "/usr/local/nginx/conf/", "/usr/local/etc/nginx/",
    "/usr/local/openresty/nginx/conf/", "/opt/nginx/conf/",
  ]

  /// Files that come with nginx and that configurations rarely bring along.
  private static let installedFiles: Set<Substring> = [
    "mime.types", "fastcgi_params", "fastcgi.conf", "uwsgi_params", "scgi_params", "proxy_params",
  ]

  /// Whether what `include` names can say anything about requests: not the files that come with nginx.
  static func mayDecide(_ include: NginxDirective) -> Bool {
    let name = include.arguments.first?.text.split(separator: "/").last ?? ""
    return include.block == nil && !installedFiles.contains(name)
  }

  init(tops: [NginxTree], trees: [NginxTree], context: NginxContext) {
    files = tops.map { NginxIncludes.File(tree: $0, context: context) }
    isFragment = context != .main
    folders = tops.map { Self.folder(of: Self.normalized($0.source.path)) }
    var sources: [String: NginxTree] = [:]
    for tree in trees + tops { sources[Self.normalized(tree.source.path)] = tree }
    self.sources = sources
    paths = sources.keys.sorted()
    for (index, top) in tops.enumerated() { indices[Self.normalized(top.source.path)] = index }
  }

  mutating func run() {
    var next = 0
    while next < files.count {
      includes.append([])
      follow(files[next].tree.directives, in: files[next].context, from: next)
      next += 1
    }
    reportLoops()
    diagnostics.sort { $0.span < $1.span }
  }

  private mutating func follow(
    _ directives: [NginxDirective], in context: NginxContext, from file: Int
  ) {
    for directive in directives {
      if directive.is("include"), directive.block == nil, let name = directive.arguments.first {
        let found = resolve(name, in: context, below: folders[file])
        targets[directive.span] = found
        includes[file].append((directive, found))
      }
      if let block = directive.block {
        follow(block, in: context.entering(directive.name.text), from: file)
      }
    }
  }

  private mutating func resolve(_ name: NginxWord, in context: NginxContext, below folder: String)
    -> [Int]
  {
    var found: [String] = []
    for candidate in candidates(for: name.text, below: folder) where found.isEmpty {
      if NginxGlob.isPattern(candidate) {
        found = paths.filter { NginxGlob.matches($0, pattern: candidate) }
      } else if sources[candidate] != nil {
        found = [candidate]
      }
    }
    if found.isEmpty { reportMissing(name, in: context) }
    return found.compactMap { path in
      if let index = indices[path] { return index }
      guard let tree = sources[path] else { return nil }
      files.append(NginxIncludes.File(tree: tree, context: context))
      folders.append(folder)
      indices[path] = files.count - 1
      return files.count - 1
    }
  }

  private func candidates(for name: String, below folder: String) -> [String] {
    guard name.hasPrefix("/") else {
      // A pattern for files of one folder means that folder, and would find others in those above.
      let isOfFolder = !name.contains("/") && NginxGlob.isPattern(name)
      let folders = isFragment && !isOfFolder ? Self.folders(from: folder) : [folder]
      return folders.map { Self.normalized($0 + name) }
    }
    let below = Self.installedFolders.first(where: name.hasPrefix).map {
      Self.normalized(folder + name.dropFirst($0.count))
    }
    return [Self.normalized(name)] + (below.map { [$0] } ?? [])
  }

  private mutating func reportMissing(_ name: NginxWord, in context: NginxContext) {
    let file = name.text.split(separator: "/").last ?? ""
    if NginxGlob.isPattern(name.text) {
      // In the main file, patterns are for modules, which decide nothing by themselves.
      diagnostics.append(
        Diagnostic(
          context == .main ? .note : .warning, at: name.span,
          "\"\(name.text)\" matches none of the files to check, which nginx takes without a word",
          advice: "Name the folder that holds them, or correct the pattern."))
      return
    }
    diagnostics.append(
      Diagnostic(
        Self.installedFiles.contains(file) ? .note : .warning, at: name.span,
        "the included file \"\(name.text)\" is not among the files to check",
        advice: "Name it, or the folder that holds it, on the command line."))
  }

  /// Reports every include that leads back to a file on the way to it, once.
  private mutating func reportLoops() {
    enum Mark { case unseen, open, done }
    let edges = includes.map { found in
      found.flatMap { include in include.targets.map { (include.directive, $0) } }
    }
    var marks = Array(repeating: Mark.unseen, count: files.count)
    var path = files.indices.reversed().map { (file: $0, next: 0) }
    while let (file, next) = path.last {
      if next == 0, marks[file] != .unseen {
        path.removeLast()
        continue
      }
      marks[file] = .open
      guard next < edges[file].count else {
        marks[file] = .done
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let (directive, target) = edges[file][next]
      switch marks[target] {
      case .unseen: path.append((target, 0))
      case .open:
        diagnostics.append(
          Diagnostic(
            at: directive.span, "the include leads back to the file that it stands in",
            expected: "a file that does not include this one",
            advice: "Delete the include, or move what both files need to a third."))
      case .done: break
      }
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// `folder`, which ends in a slash, and each one above it, nearest first; of a relative path the empty one
  /// is the last.
  private static func folders(from folder: String) -> [String] {
    var folders = [folder]
    var rest = folder.dropLast()
    while let slash = rest.lastIndex(of: "/") {
      folders.append(String(rest[...slash]))
      rest = rest[..<slash]
    }
    if !folder.isEmpty, !folder.hasPrefix("/") { folders.append("") }
    return folders
  }

  /// `path` without `.` and empty parts, and with `..` resolved.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
