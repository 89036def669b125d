public import SourceText

/// The files that one top file brings together by its includes.
public struct NginxIncludes: Sendable {
  /// One of the files.
  public struct File: Sendable {
    /// What the file holds.
    public let tree: NginxTree

    /// Where its directives stand, from the first include that names the file.
    public let context: NginxContext
  }

  /// The files, the top one first, then in the order in which nginx would meet them level by level.
  public let files: [File]

  /// Includes that name nothing, and includes that lead back to the file that they stand in.
  public let diagnostics: [Diagnostic]

  /// The most directives that one block has after its includes are followed.
  public static let mostExpanded = 100_000

  private let targets: [SourceSpan: [Int]]

  /// The indices into `files` of what `include` names, in order.
  public func targets(of include: NginxDirective) -> [Int] {
    targets[include.span] ?? []
  }

  /// The directives of `directives` with every include replaced by what it includes.
  ///
  /// Blocks are not entered. An include that leads back to a file that is being included is dropped,
  /// and so is what exceeds `mostExpanded`: files that include each other twice over grow without bound.
  public func expanding(_ directives: [NginxDirective]) -> [NginxDirective] {
    guard directives.contains(where: { $0.is("include") }) else { return directives }
    var result: [NginxDirective] = []
    append(directives, to: &result, within: [])
    return result
  }

  private func append(
    _ directives: [NginxDirective], to result: inout [NginxDirective], within open: [Int]
  ) {
    for directive in directives {
      guard directive.is("include") else {
        result.append(directive)
        continue
      }
      for target in targets(of: directive)
      where !open.contains(target) && result.count < Self.mostExpanded && open.count < 64 {
        append(files[target].tree.directives, to: &result, within: open + [target])
      }
    }
  }

  /// Follows the includes of `top` through `trees`, whose sources' paths are what includes can name.
  ///
  /// A path is relative to the folder of `top`, wherever the include stands. An absolute path is also
  /// looked for below that folder when it begins with one of the folders that packages install nginx's
  /// configuration to, because a repository holds `conf.d/a.conf` where the machine will hold
  /// `/etc/nginx/conf.d/a.conf`.
  public init(from top: NginxTree, among trees: [NginxTree], in context: NginxContext = .main) {
    var search = NginxIncludeSearch(top: top, trees: trees, context: context)
    search.run()
    files = search.files
    targets = search.targets
    diagnostics = search.diagnostics
  }
}
