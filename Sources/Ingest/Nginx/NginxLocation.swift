import SourceText
import Syntax

/// What holds for the requests that a location takes, or that meet a condition within it.
///
/// A server as a whole is one too: its settings hold where no location is chosen.
struct NginxLocation: Sendable {
  let configuration: NginxConfiguration

  /// The place of the location's level in the configuration's list.
  let scope: Int

  /// What the location's modifier and pattern say; `nil` for a server, `if` or `limit_except`.
  var match: NginxLocationMatch? {
    if case .location(let match) = configuration.scopes[scope].kind { match } else { nil }
  }

  /// The condition of an `if`.
  var condition: NginxCondition? {
    if case .condition(let condition) = configuration.scopes[scope].kind { condition } else { nil }
  }

  /// The directive that opens the block.
  var header: NginxDirective? { configuration.scopes[scope].header }

  /// Where a finding about what the location lacks points: its name and pattern.
  var span: SourceSpan {
    if let match, let header { return header.name.span.union(match.span) }
    return header?.name.span ?? configuration.includes.files.first?.tree.source.span
      ?? SourceSpan(source: SourceID(index: 0), 0..<0)
  }

  /// The location or server around this one.
  var outer: NginxLocation? {
    guard let parent = configuration.scopes[scope].parent else { return nil }
    switch configuration.scopes[parent].kind {
    case .main, .http: return nil
    default: return NginxLocation(configuration: configuration, scope: parent)
    }
  }

  /// The server that the location belongs to.
  var server: NginxServer {
    var next = scope
    while let parent = configuration.scopes[next].parent {
      if case .server = configuration.scopes[next].kind { break }
      next = parent
    }
    return NginxServer(configuration: configuration, scope: next)
  }

  /// The location itself, seen from one of its `if` or `limit_except` blocks.
  var unconditional: NginxLocation {
    switch configuration.scopes[scope].kind {
    case .condition, .limitExcept: outer?.unconditional ?? self
    default: self
    }
  }

  /// The locations directly within this one.
  var locations: [NginxLocation] { children.filter { $0.match != nil } }

  /// The `if` and `limit_except` blocks directly within this one, in order.
  var conditionals: [NginxLocation] { children.filter { $0.match == nil } }

  /// Whether only nginx itself can lead a request here.
  var isInternal: Bool {
    match?.kind == .named || !configuration.scopes[scope].own(["internal"]).isEmpty
  }

  /// The includes around this place, the nearest first, that name no file that was given: what no directive
  /// says, one of those files may.
  var unread: [NginxDirective] { configuration.unread(at: scope) }

  /// Whether what is not defined for this place may be defined in a file that was not given.
  var isIncomplete: Bool { configuration.isPartial || !unread.isEmpty }

  /// The directives called `names` that stand in this very block: all that counts for those which nginx
  /// does not inherit, such as `return`, `rewrite`, `set`, `alias`, `try_files` and `proxy_pass`.
  func own(_ names: String...) -> [NginxSetting] {
    configuration.scopes[scope].own(names).map { NginxSetting(directive: $0, isInherited: false) }
  }

  /// The directive called `name` that decides here, inherited or not; `nil` where nginx's default holds.
  func setting(_ name: String) -> NginxSetting? {
    configuration.settings(name, at: scope).first
  }

  /// The directives called `name` that hold here, all of one level.
  func settings(_ name: String) -> [NginxSetting] {
    guard name == "add_header" || name == "add_trailer" else {
      return configuration.settings(name, at: scope)
    }
    return addedHeaders(name, by: setting(name + "_inherit")?.value ?? "on")
  }

  /// The directives called `name` that this location's own ones take away.
  func overridden(_ name: String) -> [NginxSetting] {
    own(name).isEmpty ? [] : configuration.outerSettings(name, at: scope)
  }

  /// The addresses that `allow` and `deny` name, in the order in which nginx tries them.
  var addressRules: [NginxSetting] { configuration.settings("allow", "deny", at: scope) }

  /// The time that the directive called `name` sets, in milliseconds.
  func milliseconds(_ name: String) -> Int? {
    setting(name).flatMap { NginxUnits.milliseconds($0.value) }
  }

  /// The size that the directive called `name` sets, in bytes.
  func bytes(_ name: String) -> Int? {
    setting(name).flatMap { NginxUnits.bytes($0.value) }
  }

  private var children: [NginxLocation] {
    configuration.scopes[scope].children.map {
      NginxLocation(configuration: configuration, scope: $0)
    }
  }

  /// Since 1.29.3 a level can add to the outer one's headers (`merge`) or drop them (`off`).
  private func addedHeaders(_ name: String, by mode: String) -> [NginxSetting] {
    let inherited = outer.map { $0.settings(name) } ?? configuration.outerSettings(name, at: scope)
    let passed = inherited.map { NginxSetting(directive: $0.directive, isInherited: true) }
    let own = configuration.scopes[scope].own([name])
      .map { NginxSetting(directive: $0, isInherited: false) }
    switch mode {
    case "merge": return passed + own
    case "off": return own
    default: return own.isEmpty ? passed : own
    }
  }
}
