import Estate
import SourceText
import Syntax

/// Lowers Envoy configurations, with the configurations of their rate-limit service, to routes.
///
/// Read are bootstraps, lists of discovery `resources`, and single listeners, route configurations and
/// clusters. Clusters may stand in another file than the routes that name them.
enum EnvoyAdapter {
  /// The routes that `documents` define, and what makes Envoy or its rate-limit service refuse them.
  static func lower(_ documents: [Node], rateLimitServices: [Node]) -> Contribution {
    var contribution = Contribution()
    let resources = documents.map(EnvoyResources.init)
    let clusters = EnvoyClusters(resources.flatMap(\.clusters))
    let limits = rateLimitServices.compactMap(RateLimitDomain.init)
    let configurations = resources.flatMap(\.routeConfigurations)
    var fetched: Set<String> = []
    func lower(_ configuration: Node, of connection: EnvoyConnectionManager) {
      let lowering = EnvoyRouteLowering(
        connection: connection, configuration: configuration, clusters: clusters,
        rateLimitDomains: limits)
      let lowered = lowering.contribution
      contribution.routes += lowered.routes
      contribution.diagnostics += lowered.diagnostics
      contribution.gatewaySettings += lowered.gatewaySettings
    }
    for connection in resources.flatMap(\.listeners).flatMap(EnvoyConnectionManager.all) {
      contribution.diagnostics += EnvoyProviderNames.faults(in: connection)
      if let inline = connection.node["route_config"] { lower(inline, of: connection) }
      guard let name = connection.fetchedRouteConfiguration else { continue }
      fetched.insert(name)
      for configuration in configurations where configuration["name"]?.scalarText == name {
        lower(configuration, of: connection)
      }
    }
    for configuration in configurations {
      if let name = configuration["name"]?.scalarText, fetched.contains(name) { continue }
      lower(configuration, of: EnvoyConnectionManager(detachedAt: configuration))
    }
    contribution.diagnostics +=
      documents.flatMap(EnvoyShape.faults) + rateLimitServices.flatMap(RateLimitDomain.faults)
    return contribution
  }

  /// Whether `document` is an Envoy configuration.
  static func recognizes(_ document: Node) -> Bool {
    let resources = EnvoyResources(document)
    return !resources.listeners.isEmpty || !resources.clusters.isEmpty
      || !resources.routeConfigurations.isEmpty
      || (document["static_resources"] != nil && document["admin"] != nil)
  }
}

/// The parts of one Envoy document, whatever it wraps them in.
struct EnvoyResources {
  private(set) var listeners: [Node] = []
  private(set) var clusters: [Node] = []
  private(set) var routeConfigurations: [Node] = []

  init(_ document: Node) {
    if let resources = document["static_resources"] {
      listeners += resources["listeners"].elementsOrSelf
      clusters += resources["clusters"].elementsOrSelf
    }
    for resource in document["resources"].elementsOrSelf { take(resource) }
    for key in ["listeners", "clusters"] where document["static_resources"] == nil {
      for element in document[key].elementsOrSelf where element["name"] != nil { take(element) }
    }
    take(document)
  }

  private mutating func take(_ resource: Node) {
    if resource["filter_chains"] != nil || resource["default_filter_chain"] != nil {
      listeners.append(resource)
    } else if resource["virtual_hosts"] != nil {
      routeConfigurations.append(resource)
    } else if resource["load_assignment"] != nil || resource["@type"].endsWith("Cluster") {
      clusters.append(resource)
    }
  }
}

extension Optional where Wrapped == Node {
  /// The elements of a list; a single mapping stands for a list of one, nothing for none.
  var elementsOrSelf: [Node] {
    guard let node = self else { return [] }
    switch node.kind {
    case .sequence: return Array(node.elements)
    case .mapping: return [node]
    default: return []
    }
  }

  /// The elements of a list of scalars; a single scalar stands for a list of one.
  var elementsOrTexts: [Node] {
    guard let node = self else { return [] }
    return node.kind == .sequence ? Array(node.elements) : [node]
  }

  /// The pairs of a mapping; nothing for none.
  var membersOrNone: [(key: Node, value: Node)] {
    self.map { Array($0.members) } ?? []
  }

  /// Whether the node is a text that ends in `suffix`.
  func endsWith(_ suffix: String) -> Bool {
    self?.scalarText?.hasSuffix(suffix) ?? false
  }

  /// Whether the node is a text that holds `part`.
  func contains(_ part: String) -> Bool {
    self?.scalarText?.contains(part) ?? false
  }

  /// The member `key` of a mapping, if there is one.
  subscript(key: String) -> Node? { self?[key] }
}

extension Node {
  /// Where the mapping's key `key` is written: the narrow place for what its value says as a whole.
  func place(of key: String) -> SourceSpan? { member(key)?.key.span }
}
