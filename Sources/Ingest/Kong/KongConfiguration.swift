import Estate
import SourceText
import Syntax

/// What one Kong gateway is told by one or several files.
///
/// Entities stand nested in what they belong to, or at the top with a reference to it by name or `id`.
struct KongConfiguration {
  private let parts: [Node]
  private let services: [String: Node]
  private let upstreams: [String: Node]
  private let pluginConfigs: [String: Node]

  /// The configuration that `parts` make up together.
  init(parts: [Node]) {
    self.parts = parts
    services = Self.byName(parts, "services", names: ["name", "id"])
    upstreams = Self.byName(parts, "upstreams", names: ["name"])
    let templates = parts.flatMap { $0["_plugin_configs"].membersOrNone }
      .compactMap { member in member.key.scalarText.map { ($0, member.value) } }
    pluginConfigs = Dictionary(templates) { first, _ in first }
  }

  private static func byName(_ parts: [Node], _ list: String, names: [String]) -> [String: Node] {
    var found: [String: Node] = [:]
    for entry in parts.flatMap({ $0[list].elementsOrSelf }) {
      for name in names.compactMap({ entry[$0]?.scalarText }) where found[name] == nil {
        found[name] = entry
      }
    }
    return found
  }

  /// Every route with its service, in the order of the first file; routes of the other parts are none of
  /// this gateway's.
  var scopes: [KongScope] {
    guard let file = parts.first else { return [] }
    var found: [KongScope] = []
    for service in file["services"].elementsOrSelf where service.isInUse {
      for route in service["routes"].elementsOrSelf {
        found.append(scope(of: route, service: service))
      }
    }
    for route in file["routes"].elementsOrSelf {
      guard let name = KongReference.name(in: route["service"]) else { continue }
      let service = services[name]
      guard service?.isInUse != false else { continue }
      found.append(scope(of: route, service: service))
    }
    return found
  }

  private func scope(of route: Node, service: Node?) -> KongScope {
    let plugins = plugins(of: route, service: service)
    return KongScope(
      route: route, service: service, plugins: plugins.filter(\.isInUse),
      unusedPlugins: plugins.filter { !$0.isInUse })
  }

  /// The group of addresses that a service's `host` names.
  func upstream(named host: String) -> Node? { upstreams[host] }

  /// Whether the consumer `name`, whom a check lets in who prove nothing, is turned away again.
  func turnsAway(consumer name: String) -> Bool {
    let isConsumer = { (node: Node) in
      ["username", "id", "custom_id"].contains { node[$0]?.scalarText == name }
    }
    let nested = parts.flatMap { $0["consumers"].elementsOrSelf }.filter(isConsumer)
      .flatMap { $0["plugins"].elementsOrSelf }
    let attached = parts.flatMap { $0["plugins"].elementsOrSelf }
      .filter { KongReference.name(in: $0["consumer"]) == name }
    return (nested + attached).contains {
      $0.isInUse && $0["name"]?.scalarText == "request-termination"
    }
  }

  /// The plugins that act on requests of `route`, or would if they were switched on: of each name the one
  /// closest to it, and those that hold for one consumer beside it.
  private func plugins(of route: Node, service: Node?) -> [KongPlugin] {
    let attached = parts.flatMap { $0["plugins"].elementsOrSelf }
    let ofRoute =
      route["plugins"].elementsOrSelf + attached.filter { refers($0["route"], to: route) }
    let ofService =
      (service?["plugins"]).elementsOrSelf
      + attached.filter { plugin in
        plugin["route"] == nil && service.map { refers(plugin["service"], to: $0) } ?? false
      }
    let ofAll = attached.filter { $0["route"] == nil && $0["service"] == nil }
    var found: [KongPlugin] = []
    for plugin in [ofRoute, ofService, ofAll].joined().compactMap(plugin(from:))
    where !found.contains(where: { plugin.isOutranked(by: $0) }) {
      found.append(plugin)
    }
    return found
  }

  private func plugin(from node: Node) -> KongPlugin? {
    KongPlugin(node, template: node["_config"]?.scalarText.flatMap { pluginConfigs[$0] })
  }

  private func refers(_ reference: Node?, to entity: Node) -> Bool {
    guard let name = KongReference.name(in: reference) else { return false }
    return entity["name"]?.scalarText == name || entity["id"]?.scalarText == name
  }
}

/// One route, the service that answers it, and the plugins that act on it.
struct KongScope {
  let route: Node
  /// `nil` where it stands in a file that was not given.
  let service: Node?
  /// Those that are switched on.
  let plugins: [KongPlugin]
  /// Those that are switched off.
  let unusedPlugins: [KongPlugin]

  /// The plugin `name` that acts on every caller's requests.
  func plugin(_ name: String) -> KongPlugin? {
    plugins.first { $0.name == name && $0.consumer == nil }
  }

  /// What the file says about the route and its service alone: entities that stand for themselves, and
  /// plugins that point at one of the two.
  var blocks: [SourceSpan] {
    [route.span] + (service.map { [$0.span] } ?? [])
      + (plugins + unusedPlugins).filter(\.isAttached).map(\.block)
  }

  /// Where a finding about what is missing points.
  var anchor: SourceSpan {
    (route["name"] ?? route["paths"].elementsOrTexts.first ?? route).span
  }
}

/// One plugin with its configuration.
struct KongPlugin {
  let name: String
  /// The value of `name`, where a finding about the plugin points.
  let place: SourceSpan
  let config: KongPluginConfig?
  let isInUse: Bool
  /// Whether it stands by itself and points at the route or service that it acts on.
  let isAttached: Bool
  /// The whole plugin.
  let block: SourceSpan
  /// The one consumer or group of consumers whose requests it acts on; `nil` for all.
  let consumer: Evidence<String>?

  /// Reads `node`, whose `_config` names `template`; `nil` where it names no plugin.
  init?(_ node: Node, template: Node?) {
    guard let name = node["name"], let text = name.scalarText else { return nil }
    self.name = text
    place = name.span
    config = KongPluginConfig(layers: [node["config"], template].compactMap { $0 })
    isInUse = node.isInUse
    isAttached = node["route"] != nil || node["service"] != nil
    block = node.span
    let reference = node["consumer"] ?? node["consumer_group"]
    consumer = reference.flatMap { reference in
      KongReference.name(in: reference).map {
        Evidence($0, at: reference.span, grade: .configured)
      }
    }
  }
}

extension KongPlugin {
  /// Whether `other`, which stands closer to the route, acts in the place of this one.
  fileprivate func isOutranked(by other: KongPlugin) -> Bool {
    name == other.name && consumer == other.consumer && isInUse == other.isInUse
  }
}

/// The settings of one plugin: its own, and below them those that decK takes from `_plugin_configs`.
struct KongPluginConfig {
  private let layers: [Node]

  /// `nil` where no layer says anything.
  init?(layers: [Node]) {
    guard !layers.isEmpty else { return nil }
    self.layers = layers
  }

  subscript(key: String) -> Node? { member(key)?.value }

  func member(_ key: String) -> (key: Node, value: Node)? {
    layers.lazy.compactMap { $0.member(key) }.first
  }
}

/// How one entity names another: by a bare name, or by a mapping that holds its name or `id`.
enum KongReference {
  static func name(in node: Node?) -> String? {
    guard let node else { return nil }
    return node.scalarText ?? (node["name"] ?? node["username"] ?? node["id"])?.scalarText
  }
}

extension Node {
  /// Whether the entity is switched on, as it is unless it says otherwise.
  fileprivate var isInUse: Bool { self["enabled"]?.boolean != false }
}
