import Estate
import SourceText
import Syntax

/// Decides what Envoy's rate-limit descriptors meet in the rate-limit service's configuration.
struct EnvoyRateLimits {
  private let scope: EnvoyRouteScope
  private let filter: EnvoyFilter?
  private let service: RateLimitService
  private let descriptors: [Node]

  init(scope: EnvoyRouteScope, domains: [RateLimitDomain]) {
    self.scope = scope
    let filter = scope.filter("ratelimit")
    self.filter = filter
    descriptors = Self.descriptors(in: scope, filter: filter)
    service = RateLimitService(domains, asked: Self.domain(of: filter))
  }

  /// The limits of the route, those that cannot match included.
  var all: [RateLimit] { descriptors.compactMap(limit) }

  /// How many filters requests pass before they are counted; `nil` where the filter is not shown.
  var position: Int? { filter?.position }

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
    let word = filter?.override["vh_rate_limits"]?.scalarText
    let includesHost =
      word != "IGNORE"
      && (own.isEmpty || word == "INCLUDE"
        || node["route"]["include_vh_rate_limits"]?.boolean == true)
    return own + (includesHost ? host["rate_limits"].elementsOrSelf : [])
  }

  private func limit(from node: Node) -> RateLimit? {
    let entries = node["actions"].elementsOrSelf.compactMap(EnvoyRateLimitEntry.init)
    guard let first = entries.first, let place = node.place(of: "actions") else { return nil }
    let caller = entries.first(where: \.isCaller)
    let tool = entries.first(where: \.isTool)
    let toolPlace = tool?.place ?? entries.first(where: \.looksAtTool)?.place ?? first.place
    let answer = service.answer(to: entries.map(\.sent), at: first.place)
    return RateLimit(
      span: place, reach: unsent(node, at: place) ?? answer.reach,
      isPerCaller: Evidence(
        caller != nil, at: caller?.place ?? first.place, grade: .configured),
      namedCallers: answer.limit.namedCallers,
      isPerTool: Evidence(tool != nil, at: toolPlace, grade: .configured),
      tools: answer.limit.tools,
      exemptions: answer.limit.exemptCallers.map { caller in
        caller.map { "whose `\(Self.callerKey(of: entries))` is `\($0)`" }
      }, callsPerMinute: answer.limit.callsPerMinute)
  }

  private static func callerKey(of entries: [EnvoyRateLimitEntry]) -> String {
    entries.first(where: \.isCaller)?.key.value ?? "caller"
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
    if let idle = Self.idleness(of: filter) { return idle }
    let own = node["stage"]?.integer ?? 0
    let asked = filter.configuration["stage"]?.integer ?? 0
    guard own != asked else { return nil }
    let reason =
      "the descriptor is for stage \(own), and the rate-limit filter sends those of stage \(asked)"
    return Evidence(
      .neverMatches(because: reason), at: node["stage"]?.span ?? place, grade: .configured)
  }

  /// Why the filter asks for nobody who comes from outside, if it does not.
  private static func idleness(of filter: EnvoyFilter) -> Evidence<RateLimit.Reach>? {
    if let type = filter.configuration["request_type"], type.isScalar("internal") {
      let reason = "the filter counts internal requests alone (`request_type: internal`)"
      return Evidence(.neverMatches(because: reason), at: type.span, grade: .configured)
    }
    for key in ["filter_enabled", "filter_enforced"] {
      guard let written = filter.configuration[key]["default_value"] else { continue }
      let share = EnvoyShare(written)
      guard share.isNothing else { continue }
      return Evidence(
        .neverMatches(because: "`\(key)` holds for 0 % of the calls"),
        at: share.numerator?.span ?? written.span, grade: .configured)
    }
    return nil
  }
}
