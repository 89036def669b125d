import Estate
import SourceText
import Syntax

/// Lowers Envoy configurations, with the configurations of their rate-limit service, to routes.
///
/// Read are bootstraps, lists of discovery `resources`, and single listeners, route configurations and
/// clusters. Clusters may stand in another file than the routes that name them.
enum EnvoyAdapter {
  /// The routes that `documents` define.
  static func lower(_ documents: [Node], rateLimitServices: [Node]) -> Contribution {
    var contribution = Contribution()
    let resources = documents.map(EnvoyResources.init)
    let clusters = EnvoyClusters(resources.flatMap(\.clusters))
    let limits = rateLimitServices.compactMap(RateLimitDomain.init)
    for listener in resources.flatMap(\.listeners) {
      for connection in EnvoyConnectionManager.all(in: listener) {
        let lowering = EnvoyRouteLowering(
          connection: connection, clusters: clusters, rateLimitDomains: limits)
        contribution.routes += lowering.routes(of: connection.virtualHosts(in: resources))
      }
    }
    let unused = resources.flatMap(\.routeConfigurations).filter { configuration in
      !resources.flatMap(\.listeners).contains { listener in
        EnvoyConnectionManager.all(in: listener).contains {
          $0.routeConfigurationName == configuration["name"]?.scalarText
        }
      }
    }
    for configuration in unused {
      let connection = EnvoyConnectionManager(detachedAt: configuration)
      let lowering = EnvoyRouteLowering(
        connection: connection, clusters: clusters, rateLimitDomains: limits)
      contribution.routes += lowering.routes(of: configuration["virtual_hosts"].elementsOrSelf)
    }
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

  /// Whether the node is a text that ends in `suffix`.
  func endsWith(_ suffix: String) -> Bool {
    self?.scalarText?.hasSuffix(suffix) ?? false
  }

  /// The member `key` of a mapping, if there is one.
  subscript(key: String) -> Node? { self?[key] }
}
