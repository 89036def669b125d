import SourceText
import Syntax

/// Cuts the directives of a configuration into the levels at which nginx merges settings.
struct NginxScopeBuilder {
  private(set) var scopes: [NginxScope] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let includes: NginxIncludes

  /// The includes by which files that were given may have meant a fragment, though they name no file.
  private let dangling: [NginxDirective]

  /// Files that include one another over and over would otherwise make levels without end.
  private static let mostScopes = 200_000

  init(includes: NginxIncludes, dangling: [NginxDirective]) {
    self.includes = includes
    self.dangling = dangling
  }

  /// Builds every level; a fragment gets the levels around it, empty.
  mutating func build() {
    let top = Content(directives: includes.topDirectives, unread: includes.topUnread)
    let context = includes.files.first?.context ?? .main
    guard context != .main else {
      add(.main, parent: nil, header: nil, content: top)
      return
    }
    var parent = add(.main, parent: nil, header: nil, content: Content())
    var http = context == .http ? top : Content()
    http.unread += dangling
    parent = add(.http, parent: parent, header: nil, content: http)
    guard context == .server || context == .location else { return }
    parent = add(
      .server, parent: parent, header: nil, content: context == .server ? top : Content())
    guard context == .location, let first = top.directives.first else { return }
    add(.location(NginxLocationMatch(anywhere: first)), parent: parent, header: nil, content: top)
  }

  /// What stands in one block, and what may stand in it besides.
  private struct Content {
    var directives: [NginxDirective] = []
    var unread: [NginxDirective] = []
  }

  @discardableResult
  private mutating func add(
    _ kind: NginxScope.Kind, parent: Int?, header: NginxDirective?, content: Content
  ) -> Int {
    let index = scopes.count
    scopes.append(
      NginxScope(
        kind: kind, parent: parent, header: header, directives: content.directives,
        unread: content.unread))
    if let parent { scopes[parent].children.append(index) }
    for directive in content.directives {
      guard let block = directive.block, let inner = Self.kind(of: directive, in: kind) else {
        continue
      }
      if scopes.count >= Self.mostScopes {
        if diagnostics.isEmpty {
          diagnostics.append(
            Diagnostic(
              at: directive.span, "the includes make more than \(Self.mostScopes) blocks",
              advice: "Include each file where it is needed, and only there."))
        }
        break
      }
      let content = Content(
        directives: includes.expanding(block), unread: includes.unread(in: block))
      add(inner, parent: index, header: directive, content: content)
    }
    return index
  }

  private static func kind(
    of directive: NginxDirective, in outer: NginxScope.Kind
  ) -> NginxScope.Kind? {
    switch (outer, directive.name.text) {
    case (.main, "http"): .http
    case (.http, "server"): .server
    case (.server, "location"), (.location, "location"): .location(NginxLocationMatch(directive))
    case (.server, "if"), (.location, "if"): NginxCondition(directive).map { .condition($0) }
    case (.location, "limit_except"):
      .limitExcept(methods: directive.arguments.map { $0.text.uppercased() })
    default: nil
    }
  }
}

extension NginxLocationMatch {
  /// The match of a fragment whose location is not known, which `first` begins.
  init(anywhere first: NginxDirective) {
    kind = .prefix
    pattern = "/"
    span = first.name.span
  }
}
