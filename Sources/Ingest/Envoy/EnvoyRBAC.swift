import Estate
import SourceText
import Syntax

/// Whether an RBAC filter turns anyone away.
///
/// Its permissions and principals are trees of conditions, of which only what holds for every request or for
/// none is of interest here.
enum EnvoyRBAC {
  /// How many requests a condition holds for.
  private enum Extent {
    case all, some, none

    var inverted: Extent {
      switch self {
      case .all: .none
      case .some: .some
      case .none: .all
      }
    }
  }

  /// Deeper trees are taken for what they may be: conditions of some requests.
  private static let depthLimit = 16

  /// What `filter` decides about the requests of a route that `path` takes, at the place that says so; `nil` where it has no rules or only watches, which
  /// `shadow_rules` do.
  static func decision(of filter: EnvoyFilter, on path: EnvoyPathMatch) -> Evidence<Bool>? {
    let own = filter.override.map { $0["rbac"] } ?? filter.configuration
    if let matcher = own["matcher"] { return decision(of: matcher, at: filter.place) }
    guard let rules = own["rules"] else { return nil }
    let policies = rules["policies"].membersOrNone.map {
      (key: $0.key, extent: extent(of: $0.value, on: path))
    }
    let open: SourceSpan? =
      switch rules["action"]?.scalarText ?? "ALLOW" {
      case "LOG": rules["action"]?.span
      case "DENY": policies.allSatisfy { $0.extent == .none } ? rules["action"]?.span : nil
      default: policies.first { $0.extent == .all }?.key.span
      }
    return Evidence(open == nil, at: open ?? filter.place, grade: .configured)
  }

  /// Whether some request of a route, which `path` takes, may meet `policy`.
  static func concerns(_ policy: Node, requestsOn path: EnvoyPathMatch) -> Bool {
    extent(of: policy, on: path) != .none
  }

  /// A matcher with nothing to match decides for all requests what it says of those that do not match.
  private static func decision(of matcher: Node, at place: SourceSpan) -> Evidence<Bool> {
    let rest = matcher["on_no_match"]["action"]
    let admitsAll =
      matcher["matcher_list"] == nil && matcher["matcher_tree"] == nil
      && rest["typed_config"]["action"]?.scalarText ?? "ALLOW" == "ALLOW"
    guard admitsAll, let rest else { return Evidence(true, at: place, grade: .configured) }
    return Evidence(false, at: rest.span, grade: .configured)
  }

  private static func extent(of policy: Node, on path: EnvoyPathMatch) -> Extent {
    let condition: Extent =
      policy["condition"] == nil && policy["checked_condition"] == nil ? .all : .some
    return all([
      any(policy["permissions"].elementsOrSelf.map { extent(of: $0, on: path, depth: 0) }),
      any(policy["principals"].elementsOrSelf.map { extent(of: $0, on: path, depth: 0) }),
      condition,
    ])
  }

  /// What a permission or a principal comes to.
  private static func extent(
    of condition: Node, on path: EnvoyPathMatch, depth: Int
  ) -> Extent {
    guard depth < depthLimit else { return .some }
    func extents(_ list: Node?) -> [Extent] {
      list.elementsOrSelf.map { extent(of: $0, on: path, depth: depth + 1) }
    }
    if let any = condition["any"] { return any.boolean == true ? .all : .some }
    if let matcher = condition["url_path"]["path"] {
      if path.meets(matcher) { return .all }
      return path.excludes(matcher) ? .none : .some
    }
    if let set = condition["and_rules"] { return all(extents(set["rules"])) }
    if let set = condition["and_ids"] { return all(extents(set["ids"])) }
    if let set = condition["or_rules"] { return any(extents(set["rules"])) }
    if let set = condition["or_ids"] { return any(extents(set["ids"])) }
    if let inner = condition["not_rule"] ?? condition["not_id"] {
      return extent(of: inner, on: path, depth: depth + 1).inverted
    }
    return .some
  }

  private static func all(_ extents: [Extent]) -> Extent {
    if extents.contains(.none) { return .none }
    return extents.allSatisfy { $0 == .all } ? .all : .some
  }

  private static func any(_ extents: [Extent]) -> Extent {
    if extents.contains(.all) { return .all }
    return extents.allSatisfy { $0 == .none } ? .none : .some
  }
}
