import SourceText
import Syntax

/// An HTTP filter at work on one route.
struct EnvoyFilter {
  /// The filter's configuration for all routes.
  let configuration: Node

  /// What the route, its virtual host or its route configuration says instead, the innermost of them.
  let override: Node?

  /// The filter's name in the chain.
  let place: SourceSpan

  /// How many filters of the chain requests pass before it.
  let position: Int
}

/// What surrounds one route: the filters that its requests pass, and the layers that may overrule them.
struct EnvoyRouteScope {
  let connection: EnvoyConnectionManager

  /// The route configuration, the virtual host and the route, in this order.
  let layers: [Node]

  /// Where the route says which requests it takes.
  var anchor: SourceSpan {
    layers.last.map { ($0["match"] ?? $0).span } ?? connection.anchor
  }

  /// The first filter of the type `name`, such as `jwt_authn`, that is not off for the route.
  func filter(_ name: String) -> EnvoyFilter? { filters(name).first }

  /// The filters of the type `name` that are not off for the route, in the order of the chain.
  func filters(_ name: String) -> [EnvoyFilter] {
    entries(of: name).compactMap { entry in
      guard entry.switchedOff == nil else { return nil }
      let override = entry.override
      return EnvoyFilter(
        configuration: entry.filter["typed_config"] ?? entry.filter,
        override: override.flatMap { $0["@type"].contains("FilterConfig") ? $0["config"] : $0 },
        place: (entry.filter["name"] ?? entry.filter).span, position: entry.position)
    }
  }

  /// Where a filter of the type `name` is switched off, if one is.
  func exemption(from name: String) -> SourceSpan? {
    entries(of: name).lazy.compactMap(\.switchedOff).first
  }

  private typealias Entry = (
    filter: Node, override: Node?, position: Int, switchedOff: SourceSpan?
  )

  private func entries(of name: String) -> [Entry] {
    connection.filters.enumerated().compactMap { position, filter in
      guard filter.isOfType(name) else { return nil }
      let override = override(of: filter.name ?? name, type: name)
      let flag = override.map(Self.switchOff) ?? filter.node["disabled"]
      let ofCluster = clusters.lazy.compactMap { cluster in
        Self.own(filter.name ?? name, type: name, of: cluster).flatMap(Self.switchOff)
      }.first { $0.boolean == true }
      let isOff = flag?.boolean == true
      return (filter.node, override, position, isOff ? flag?.span : ofCluster?.span)
    }
  }

  /// What an override says about the filter being off, by itself or in the configuration that it wraps.
  private static func switchOff(_ override: Node) -> Node? {
    override["disabled"] ?? override["config"]["disabled"]
  }

  /// The clusters among which the route divides its requests, each of which may overrule filters.
  private var clusters: [Node] {
    (layers.last?["route"]["weighted_clusters"]["clusters"]).elementsOrSelf
  }

  /// Unlike an outer layer's, an inner one's word is final.
  private func override(of name: String, type: String) -> Node? {
    layers.reversed().lazy.compactMap { Self.own(name, type: type, of: $0) }.first
  }

  /// What `layer` itself says about the filter.
  private static func own(_ name: String, type: String, of layer: Node) -> Node? {
    for member in layer["typed_per_filter_config"].membersOrNone
    where member.key.isScalar(name) || Optional(member.key).endsWith("." + type) {
      return member.value
    }
    return nil
  }
}
