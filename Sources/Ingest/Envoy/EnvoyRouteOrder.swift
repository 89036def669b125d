import Estate
import SourceText
import Syntax

/// The routes of one virtual host so far: Envoy takes the first that matches, whatever comes after it.
struct EnvoyRouteOrder {
  /// For each kind of match that asks for nothing but a path, the paths and the routes that have them.
  private var paths: [String: [String: SourceSpan]] = [:]
  /// The lengths of all such paths, in bytes, by which beginnings of another are looked up.
  private var lengths: Set<Int> = []

  /// Longer paths are not compared with the beginnings of others, which would take long for many.
  private static let lengthLimit = 256

  private static let kinds = ["prefix", "path", "path_separated_prefix", "safe_regex"]

  /// Adds `route`, which `path` was read from, behind the others.
  mutating func add(_ path: EnvoyPathMatch, of route: Node) {
    guard let match = route["match"], let text = path.path else { return }
    var kind: String?
    for member in match.members {
      let key = member.key.scalarText ?? ""
      if Self.kinds.contains(key) {
        kind = key
      } else if key != "case_sensitive" || member.value.boolean != true {
        // Whatever else it asks for, some requests lack.
        return
      }
    }
    guard let kind else { return }
    paths[kind, default: [:]][text.value] = paths[kind]?[text.value] ?? text.span
    let length = text.value.utf8.count
    if length <= Self.lengthLimit { lengths.insert(length) }
  }

  /// The place of a route that takes every request that one with `path` could take.
  func routeInFront(of path: EnvoyPathMatch) -> SourceSpan? {
    guard let text = path.path?.value, path.isCaseSensitive else { return nil }
    if let same = path.kind.key.flatMap({ paths[$0]?[text] }) { return same }
    if path.kind == .exact || path.kind == .wholeParts,
      let parts = paths["path_separated_prefix"]?[text]
    {
      return parts
    }
    let start = Array(path.start.utf8)
    for length in lengths.sorted() where length <= start.count {
      let beginning = String(decoding: start[..<length], as: UTF8.self)
      if let prefix = paths["prefix"]?[beginning] { return prefix }
      if length < start.count, start[length] == UInt8(ascii: "/"),
        let parts = paths["path_separated_prefix"]?[beginning]
      {
        return parts
      }
    }
    return nil
  }
}
