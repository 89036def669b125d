public import SourceText

/// The files that one top file, or several that are read as one, bring together by their includes.
public struct NginxIncludes: Sendable {
  /// One of the files.
  public struct File: Sendable {
    /// What the file holds.
    public let tree: NginxTree

    /// Where its directives stand, from the first include that names the file.
    public let context: NginxContext
  }

  /// The files, the top ones first, then in the order in which nginx would meet them level by level.
  public let files: [File]

  /// Includes that name nothing, and includes that lead back to the file that they stand in.
  public let diagnostics: [Diagnostic]

  /// The most directives that one block has after its includes are followed.
  public static let mostExpanded = 100_000

  private let expansion: NginxIncludeExpansion

  /// The indices into `files` of what `include` names, in order.
  public func targets(of include: NginxDirective) -> [Int] {
    expansion.targets[include.span] ?? []
  }

  /// The directives of `directives` with every include replaced by what it includes.
  ///
  /// Blocks are not entered. An include that leads back to a file that is being included is dropped,
  /// and so is what exceeds `mostExpanded`: files that include each other twice over grow without bound.
  public func expanding(_ directives: [NginxDirective]) -> [NginxDirective] {
    expansion.expanding(directives)
  }

  /// The includes among `directives`, and among what they include, that name no file that was given.
  ///
  /// Blocks are not entered, and files that come with nginx and say nothing about requests are left out.
  public func unread(in directives: [NginxDirective]) -> [NginxDirective] {
    expansion.unread(in: directives)
  }

  /// The directives outside all blocks of the top files, with every include replaced.
  public let topDirectives: [NginxDirective]

  /// The includes outside all blocks of the top files that name no file that was given.
  public let topUnread: [NginxDirective]

  /// Follows the includes of `top` through `trees`, whose sources' paths are what includes can name.
  ///
  /// A path is relative to the folder of `top`, wherever the include stands; where `context` says that some
  /// other file includes `top`, also to the folders above, one of which is that file's. An absolute path is also
  /// looked for below that folder when it begins with one of the folders that packages install nginx's
  /// configuration to, because a repository holds `conf.d/a.conf` where the machine will hold
  /// `/etc/nginx/conf.d/a.conf`.
  public init(from top: NginxTree, among trees: [NginxTree], in context: NginxContext = .main) {
    self.init(from: [top], among: trees, in: context)
  }

  /// Follows the includes of `tops`, which some file that is not known includes one after the other.
  public init(from tops: [NginxTree], among trees: [NginxTree], in context: NginxContext) {
    var search = NginxIncludeSearch(tops: tops, trees: trees, context: context)
    search.run()
    let expansion = NginxIncludeExpansion(
      contents: search.files.map(\.tree.directives), targets: search.targets)
    files = search.files
    diagnostics = search.diagnostics
    self.expansion = expansion
    let contents = tops.indices.map { search.files[$0].tree.directives }
    topDirectives = contents.flatMap(expansion.expanding)
    topUnread = contents.flatMap(expansion.unread)
  }
}

/// What replaces includes by what they name.
private struct NginxIncludeExpansion: Sendable {
  let contents: [[NginxDirective]]
  let targets: [SourceSpan: [Int]]

  func expanding(_ directives: [NginxDirective]) -> [NginxDirective] {
    guard directives.contains(where: { $0.is("include") }) else { return directives }
    var result: [NginxDirective] = []
    append(directives, to: &result, within: [])
    return result
  }

  func unread(in directives: [NginxDirective]) -> [NginxDirective] {
    var unread: [NginxDirective] = []
    var rest = directives.filter { $0.is("include") }
    var seen: Set<Int> = []
    while !rest.isEmpty {
      let include = rest.removeFirst()
      let targets = targets[include.span] ?? []
      if targets.isEmpty, NginxIncludeSearch.mayDecide(include) { unread.append(include) }
      for target in targets where seen.insert(target).inserted {
        rest += contents[target].filter { $0.is("include") }
      }
    }
    return unread
  }

  private func append(
    _ directives: [NginxDirective], to result: inout [NginxDirective], within open: [Int]
  ) {
    for directive in directives {
      guard directive.is("include") else {
        result.append(directive)
        continue
      }
      for target in targets[directive.span] ?? []
      where !open.contains(target) && result.count < NginxIncludes.mostExpanded && open.count < 64 {
        append(contents[target], to: &result, within: open + [target])
      }
    }
  }
}
