import Estate
import SourceText
import Syntax

/// Decides what Envoy's rate-limit descriptors meet in the rate-limit service's configuration.
///
/// A descriptor is a list of entries, each a key and a value. The service walks its tree with it: every
/// entry has to find a child with its key and value, or with its key and no value, and the last one has to
/// find a limit. A descriptor that finds none is not limited, and nothing says so at run time.
struct EnvoyRateLimits {
  private let scope: EnvoyRouteScope
  private let filter: EnvoyFilter?
  /// The domains that the filter asks; all of them where the filter is not shown; `nil` without any.
  private let candidates: [RateLimitDomain]?
  private let descriptors: [Node]

  init(scope: EnvoyRouteScope, domains: [RateLimitDomain]) {
    self.scope = scope
    let filter = scope.filter("ratelimit")
    self.filter = filter
    descriptors = Self.descriptors(in: scope, filter: filter)
    guard !domains.isEmpty else {
      candidates = nil
      return
    }
    let asked = Self.domain(of: filter)?.scalarText
    candidates = asked.map { name in domains.filter { $0.name == name } } ?? domains
  }

  /// The limits of the route, those that cannot match included.
  var all: [RateLimit] { descriptors.compactMap(limit) }

  /// Headers about identity by which calls are counted, as if they came from the client.
  var trustedHeaders: [IdentityHeader] {
    var names: Set<String> = []
    return descriptors.flatMap { $0["actions"].elementsOrSelf }.compactMap { action in
      guard let entry = EnvoyRateLimitEntry(action), let name = entry.header,
        IdentityHeaderName.matches(name), names.insert(name).inserted
      else { return nil }
      return IdentityHeader(
        name: name, origin: Evidence(.client, at: entry.place, grade: .configured),
        expression: "%REQ(\(name))%", reader: .rateLimit)
    }
  }

  private static func domain(of filter: EnvoyFilter?) -> Node? {
    let own = filter?.override["domain"].flatMap { $0.scalarText?.isEmpty == false ? $0 : nil }
    return own ?? filter?.configuration["domain"]
  }

  /// The descriptors of a route, with those of its virtual host where the route has none of its own.
  private static func descriptors(in scope: EnvoyRouteScope, filter: EnvoyFilter?) -> [Node] {
    if let own = filter?.override["rate_limits"] { return Optional(own).elementsOrSelf }
    guard let node = scope.layers.last else { return [] }
    let own = node["route"]["rate_limits"].elementsOrSelf
    let host = scope.layers.dropLast().last
    let includesHost =
      own.isEmpty || node["route"]["include_vh_rate_limits"]?.boolean == true
      || filter?.override["vh_rate_limits"]?.scalarText == "INCLUDE"
    return own + (includesHost ? host["rate_limits"].elementsOrSelf : [])
  }

  private func limit(from node: Node) -> RateLimit? {
    let entries = node["actions"].elementsOrSelf.compactMap(EnvoyRateLimitEntry.init)
    guard let first = entries.first, let place = node.place(of: "actions") else { return nil }
    let caller = entries.first(where: \.isCaller)
    let tool = entries.first(where: \.isTool)
    let toolPlace = tool?.place ?? entries.first(where: \.looksAtTool)?.place ?? first.place
    let match = unsent(node, at: place).map { ($0, nil) } ?? match(entries)
    return RateLimit(
      span: place, reach: match.0,
      isPerCaller: Evidence(
        caller != nil, at: caller?.place ?? first.place, grade: .configured),
      namedCallers: caller.map(namedCallers) ?? [],
      isPerTool: Evidence(tool != nil, at: toolPlace, grade: .configured),
      callsPerMinute: match.1)
  }

  /// Why the descriptor never leaves Envoy, if it does not.
  private func unsent(_ node: Node, at place: SourceSpan) -> Evidence<RateLimit.Reach>? {
    guard let filter else {
      guard !scope.connection.isDetached else { return nil }
      let reason = "no rate-limit filter of the listener sends the descriptor"
      return Evidence(
        .neverMatches(because: reason),
        at: scope.connection.node.place(of: "http_filters") ?? place, grade: .configured)
    }
    let own = node["stage"]?.integer ?? 0
    let asked = filter.configuration["stage"]?.integer ?? 0
    guard own != asked else { return nil }
    let reason =
      "the descriptor is for stage \(own), and the rate-limit filter sends those of stage \(asked)"
    return Evidence(
      .neverMatches(because: reason), at: node["stage"]?.span ?? place, grade: .configured)
  }

  private func match(
    _ entries: [EnvoyRateLimitEntry]
  ) -> (Evidence<RateLimit.Reach>, Evidence<Int>?) {
    let unknown = Evidence<RateLimit.Reach>(.unknown, at: entries[0].place, grade: .configured)
    guard let candidates else { return (unknown, nil) }
    guard !candidates.isEmpty else {
      let domain = Self.domain(of: filter)
      let reason =
        "no configuration of the rate-limit service has the domain"
        + " '\(domain?.scalarText ?? "?")' that the gateway asks"
      return (
        Evidence(
          .neverMatches(because: reason), at: domain?.span ?? entries[0].place,
          grade: .configured), nil
      )
    }
    var failure: Evidence<RateLimit.Reach>?
    for domain in candidates {
      switch RateLimitWalk(domain: domain).result(of: entries) {
      case .success(let limit):
        return (
          Evidence(.matches, at: limit?.span ?? entries[0].place, grade: .configured), limit
        )
      case .failure(let mismatch): failure = failure ?? mismatch.reach
      }
    }
    return (failure ?? unknown, nil)
  }

  /// The values that the service lists for the caller's key; empty where it has an entry for any value.
  private func namedCallers(for entry: EnvoyRateLimitEntry) -> [Evidence<String>] {
    let descriptors = (candidates ?? []).flatMap { $0.descriptors(withKey: entry.key.value) }
    guard descriptors.allSatisfy({ $0.value.map { $0.value != "*" } ?? false }) else { return [] }
    return descriptors.compactMap(\.value)
  }
}
