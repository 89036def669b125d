import SourceText
import Syntax

/// One nginx configuration with its includes followed: what its servers and locations really have.
///
/// Locations and servers are thin views of it; every answer is derived from the directives by nginx's own
/// rules of inheritance, so that each comes with the directive that decides.
final class NginxConfiguration: Sendable {
  /// The files that the configuration consists of.
  let includes: NginxIncludes

  /// Every level at which settings are merged, the main one first, each behind the one around it.
  let scopes: [NginxScope]

  /// The `upstream` blocks by name.
  let upstreams: [String: NginxUpstream]

  /// The variables that the configuration defines.
  let variables: NginxVariableDefinitions

  /// The log formats by name, with nginx's own `combined`.
  let logFormats: [String: NginxLogFormat]

  /// The zones that count requests or connections, by name.
  let limitZones: [String: NginxLimitZone]

  /// What is wrong with the files and their includes.
  let diagnostics: [Diagnostic]

  /// The configuration that begins in `top` and includes others of `trees`.
  convenience init(top: NginxTree, among trees: [NginxTree] = []) {
    let context = NginxContext.likely(for: top.directives) ?? .http
    self.init(NginxIncludes(from: [top], among: trees + [top], in: context))
  }

  /// The configuration of `includes`; where it is a fragment, `dangling` are the includes of other files that
  /// may have meant it.
  init(_ includes: NginxIncludes, dangling: [NginxDirective] = []) {
    var builder = NginxScopeBuilder(includes: includes, dangling: dangling)
    builder.build()
    self.includes = includes
    scopes = builder.scopes
    let http = builder.scopes.filter { if case .http = $0.kind { true } else { false } }
    let shared = http.flatMap(\.directives)
    var upstreams: [String: NginxUpstream] = [:]
    var formats = ["combined": NginxLogFormat.combined]
    var zones: [String: NginxLimitZone] = [:]
    for directive in shared {
      if let upstream = NginxUpstream(directive, includes: includes) {
        upstreams[upstream.name] = upstream
      } else if let format = NginxLogFormat(directive) {
        formats[format.name] = format
      } else if let zone = NginxLimitZone(directive) {
        zones[zone.name] = zone
      }
    }
    self.upstreams = upstreams
    logFormats = formats
    limitZones = zones
    variables = NginxVariableDefinitions(shared: shared, scopes: builder.scopes, includes: includes)
    var diagnostics = includes.diagnostics + builder.diagnostics
    for file in includes.files {
      diagnostics += file.tree.diagnostics
      diagnostics += NginxDirectiveRules.diagnostics(of: file.tree, in: file.context)
    }
    self.diagnostics = diagnostics.sorted { $0.span < $1.span }
  }

  /// The servers, in order.
  var servers: [NginxServer] {
    scopes.indices.compactMap { index in
      guard case .server = scopes[index].kind else { return nil }
      return NginxServer(configuration: self, scope: index)
    }
  }

  /// The configurations that `trees` hold together: one for each file that no other file includes, and
  /// one for all fragments of one folder that belong into the same block, as `conf.d/*.conf` does.
  static func all(in trees: [NginxTree]) -> [NginxConfiguration] {
    let trees = trees.sorted { $0.source.path < $1.source.path }
    var contexts: [NginxContext] = []
    var isIncluded: Set<SourceID> = []
    for tree in trees {
      let context = NginxContext.likely(for: tree.directives) ?? .http
      contexts.append(context)
      // Most files of a large estate include nothing, and need not know the others.
      guard hasInclude(tree.directives) else { continue }
      let includes = NginxIncludes(from: tree, among: trees, in: context)
      isIncluded.formUnion(includes.files.dropFirst().map(\.tree.source.id))
    }
    var groups: [[NginxTree]] = []
    var places: [String: Int] = [:]
    for (tree, context) in zip(trees, contexts) where !isIncluded.contains(tree.source.id) {
      let folder = tree.source.path.split(separator: "/").dropLast().joined(separator: "/")
      let key = "\(context.rawValue) \(folder)"
      if context == .http, let group = places[key] {
        groups[group].append(tree)
      } else {
        places[key] = groups.count
        groups.append([tree])
      }
    }
    let all = groups.map { tops in
      let context = NginxContext.likely(for: tops.flatMap(\.directives)) ?? .http
      let others = tops.contains { hasInclude($0.directives) } ? trees : []
      return NginxIncludes(from: tops, among: others, in: context)
    }
    let configurations = all.map { NginxConfiguration($0) }
    let dangling = configurations.filter { !$0.isFragment }.flatMap(\.unreadOfHTTP)
    guard !dangling.isEmpty else { return configurations }
    return zip(all, configurations).map { includes, configuration in
      configuration.isFragment
        ? NginxConfiguration(includes, dangling: dangling) : configuration
    }
  }

  /// The includes directly in `http` that name no file that was given.
  private var unreadOfHTTP: [NginxDirective] {
    scopes.filter { if case .http = $0.kind { true } else { false } }.flatMap(\.unread)
  }

  private static func hasInclude(_ directives: [NginxDirective]) -> Bool {
    directives.contains { $0.is("include") || hasInclude($0.block ?? []) }
  }

  /// The directives called `names` that hold at `scope`: those of the nearest level that has any.
  ///
  /// nginx never mixes levels: one `proxy_set_header` in a location takes all outer ones away.
  func settings(_ names: String..., at scope: Int) -> [NginxSetting] {
    settings(names, from: scope, for: scope)
  }

  /// The directives called `names` that would hold at `scope` if it had none of its own.
  func outerSettings(_ names: String..., at scope: Int) -> [NginxSetting] {
    guard let parent = scopes[scope].parent else { return [] }
    return settings(names, from: parent, for: scope)
  }

  /// The includes of the blocks around `scope` that name no file that was given, the nearest first; those
  /// outside `http` are for modules and the like.
  ///
  /// For a fragment it is the other way round: that nothing includes it explains why its own are not found.
  func unread(at scope: Int) -> [NginxDirective] {
    var unread: [NginxDirective] = []
    var next: Int? = scope
    while let current = next, scopes[current].parent != nil {
      unread += scopes[current].unread
      next = scopes[current].parent
    }
    return isFragment ? unread.reversed() : unread
  }

  /// Whether what this configuration does not define at the level of `http` may stand in a file that was not
  /// given: one that includes this one, or one that is included.
  var isPartial: Bool {
    isFragment || !unreadOfHTTP.isEmpty
  }

  private func settings(_ names: [String], from start: Int, for scope: Int) -> [NginxSetting] {
    var next: Int? = start
    while let current = next {
      let own = scopes[current].own(names)
      if !own.isEmpty {
        return own.map { NginxSetting(directive: $0, isInherited: current != scope) }
      }
      next = scopes[current].parent
    }
    return []
  }
}
