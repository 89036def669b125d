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
}

/// What surrounds one route: the filters that its requests pass, and the layers that may overrule them.
struct EnvoyRouteScope {
  let connection: EnvoyConnectionManager

  /// The route configuration, the virtual host and the route, in this order.
  let layers: [Node]

  /// The filter of the type `name`, such as `jwt_authn`, unless it is off for the route.
  ///
  /// A filter's name in the chain is free, its type is not; older configurations have only the name.
  func filter(_ name: String) -> EnvoyFilter? {
    for filter in connection.node["http_filters"].elementsOrSelf {
      guard
        filter["name"].endsWith("." + name)
          || filter["typed_config"]["@type"].contains(".http.\(name).")
      else { continue }
      let override = override(of: filter["name"]?.scalarText ?? name, type: name)
      let isOff =
        override.map { $0["disabled"]?.boolean == true }
        ?? (filter["disabled"]?.boolean == true)
      if isOff { continue }
      return EnvoyFilter(
        configuration: filter["typed_config"] ?? filter,
        override: override.flatMap { $0["@type"].contains("FilterConfig") ? $0["config"] : $0 },
        place: (filter["name"] ?? filter).span)
    }
    return nil
  }

  /// Unlike an outer layer's, an inner one's word is final.
  private func override(of name: String, type: String) -> Node? {
    for layer in layers.reversed() {
      for member in layer["typed_per_filter_config"].membersOrNone
      where member.key.isScalar(name) || Optional(member.key).endsWith("." + type) {
        return member.value
      }
    }
    return nil
  }
}
