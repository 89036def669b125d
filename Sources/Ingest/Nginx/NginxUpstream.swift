import SourceText
import Syntax

/// A group of servers that requests are passed to.
struct NginxUpstream: Hashable, Sendable {
  /// One member of the group.
  struct Member: Hashable, Sendable {
    /// The `server` directive.
    let setting: NginxSetting
    /// The address as written, `host:port` or `unix:/path`.
    var address: String { setting.value }
    var maxFails: Int? { setting.parameter("max_fails").flatMap(Int.init) }
    var isBackup: Bool { setting.values.contains("backup") }
    var isDown: Bool { setting.values.contains("down") }
  }

  let name: String
  let span: SourceSpan
  let members: [Member]

  /// How many idle connections are kept, with the directive.
  let keepalive: NginxSetting?

  /// The group that an `upstream` block defines; `nil` for any other directive.
  init?(_ directive: NginxDirective, includes: NginxIncludes) {
    guard directive.is("upstream"), let block = directive.block,
      let name = directive.arguments.first
    else { return nil }
    self.name = name.text
    span = directive.span
    let settings = includes.expanding(block).map { NginxSetting(directive: $0, isInherited: false) }
    members = settings.filter { $0.directive.is("server") }.map(Member.init(setting:))
    keepalive = settings.first { $0.directive.is("keepalive") }
  }
}
