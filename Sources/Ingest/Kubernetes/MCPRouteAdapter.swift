import Estate
import SourceText
import Syntax

/// Lowers the `MCPRoute`s of Envoy AI Gateway, with the resources of the cluster that they refer to.
///
/// A route, its gateway, its backends and the policies that are attached to them may stand in as many files.
enum MCPRouteAdapter {
  /// Whether `document` is an `MCPRoute`.
  static func recognizes(_ document: Node) -> Bool {
    document["kind"]?.string == "MCPRoute"
      && document["apiVersion"]?.string?.hasPrefix("aigateway.envoyproxy.io/") == true
  }

  /// One route for each backend of each route of `routes`, which refer to resources among `others`.
  static func lower(_ routes: [Node], among others: [Node]) -> Contribution {
    var contribution = Contribution()
    let resources = KubernetesResources(others)
    for route in routes {
      for backend in route["spec"]["backendRefs"].elementsOrSelf {
        contribution.routes.append(
          MCPRouteLowering(resource: route, backend: backend, resources: resources).route)
      }
    }
    return contribution
  }
}

/// The resources of a cluster, by kind and name.
///
/// Names of different name spaces are not told apart: a file of an estate rarely says into which one it is
/// applied.
struct KubernetesResources {
  private let byKind: [String: [Node]]

  init(_ documents: [Node]) {
    byKind = Dictionary(grouping: documents) { $0["kind"]?.scalarText ?? "" }
  }

  /// The resource of `kind` that is called `name`.
  func resource(_ kind: String, _ name: String) -> Node? {
    byKind[kind]?.first { $0["metadata"]["name"]?.scalarText == name }
  }

  /// Every resource of `kind`.
  func all(_ kind: String) -> [Node] { byKind[kind] ?? [] }

  /// The resources of `kind` that are attached to one of `targets`, each a kind and a name.
  func policies(_ kind: String, on targets: [(kind: String, name: String)]) -> [Node] {
    (byKind[kind] ?? []).filter { policy in
      let spec = policy["spec"]
      let references = spec["targetRefs"].elementsOrSelf + spec["targetRef"].elementsOrSelf
      return references.contains { reference in
        targets.contains {
          $0.kind == reference["kind"]?.scalarText && $0.name == reference["name"]?.scalarText
        }
      }
    }
  }
}
