import Estate
import SourceText
import Syntax

/// The agents whom Envoy's RBAC lets through on one route.
struct EnvoyAdmission {
  let scope: EnvoyRouteScope
  let path: EnvoyPathMatch

  /// Unstated unless exactly one filter decides, by rules whose every principal is an agent or anybody.
  var stated: Stated<RouteAdmission> {
    let filters = scope.filters("rbac")
    guard filters.count == 1, let filter = filters.first, scope.authorizationService == nil else {
      return Stated()
    }
    let own = filter.override.map { $0["rbac"] } ?? filter.configuration
    guard own["matcher"] == nil, let rules = own["rules"] else { return Stated() }
    switch rules["action"]?.scalarText ?? "ALLOW" {
    case "ALLOW": return Stated(admission(by: rules, at: filter.place))
    case "DENY": return Stated(denial(by: rules, at: filter.place))
    default: return Stated()
    }
  }

  private func admission(by rules: Node, at place: SourceSpan) -> Evidence<RouteAdmission>? {
    var agents: [Evidence<String>] = []
    for policy in policies(of: rules) {
      guard let named = Self.agents(in: policy["principals"].elementsOrSelf) else { return nil }
      agents += named
    }
    let others = Evidence(false, at: place, grade: .configured)
    return Evidence(
      RouteAdmission(admitsOthers: others, agents: agents), at: place, grade: .configured)
  }

  /// What is denied to some is open to the rest.
  private func denial(by rules: Node, at place: SourceSpan) -> Evidence<RouteAdmission>? {
    let named = policies(of: rules).map { Self.agents(in: $0["principals"].elementsOrSelf) }
    guard !named.contains(nil) else { return nil }
    let place = rules["action"]?.span ?? place
    let others = Evidence(true, at: place, grade: .configured)
    return Evidence(RouteAdmission(admitsOthers: others), at: place, grade: .configured)
  }

  /// The policies that some request of the route may meet.
  private func policies(of rules: Node) -> [Node] {
    rules["policies"].membersOrNone.map(\.value).filter {
      EnvoyRBAC.concerns($0, requestsOn: path)
    }
  }

  /// Deeper conditions are not looked at.
  private static let depthLimit = 16

  /// The agents that are meant by any of `principals`; `nil` where one means something else than agents.
  private static func agents(in principals: [Node], depth: Int = 0) -> [Evidence<String>]? {
    guard depth < depthLimit else { return nil }
    var found: [Evidence<String>] = []
    for principal in principals {
      if let name = name(of: principal) {
        found.append(name)
      } else if let set = principal["or_ids"] {
        guard let inner = agents(in: set["ids"].elementsOrSelf, depth: depth + 1) else {
          return nil
        }
        found += inner
      } else {
        return nil
      }
    }
    return found
  }

  /// The agent that a condition on a header or on a token's claim names.
  private static func name(of principal: Node) -> Evidence<String>? {
    let exact: Node?
    if let header = principal["header"] {
      let words = (header["name"]?.scalarText?.lowercased() ?? "").split { $0 == "-" || $0 == "_" }
      guard words.contains("agent") || words.contains("client"), words.contains("id"),
        header["invert_match"]?.boolean != true
      else { return nil }
      exact = header["string_match"]["exact"] ?? header["exact_match"]
    } else if let metadata = principal["metadata"]
      ?? principal["sourced_metadata"]["metadata_matcher"]
    {
      let claims = metadata["path"].elementsOrSelf.compactMap { $0["key"]?.scalarText }
      guard let claim = claims.last, ["client_id", "azp", "cid"].contains(claim),
        metadata["invert"]?.boolean != true
      else { return nil }
      exact = metadata["value"]["string_match"]["exact"]
    } else {
      return nil
    }
    return exact.flatMap { node in
      node.scalarText.map { Evidence($0, at: node.span, grade: .configured) }
    }
  }
}
