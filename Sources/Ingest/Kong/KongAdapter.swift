import Estate
import SourceText
import Syntax

/// Lowers declarative configurations of Kong Gateway (`kong.yaml`, decK files) to routes.
///
/// The Kubernetes form (`KongPlugin` and its family) is not read here.
enum KongAdapter {
  /// The routes that `documents` define.
  ///
  /// Each document that has routes is a gateway of its own; one that has none, such as a file of plugins
  /// or consumers alone, is a part that decK adds to each of the others.
  static func lower(_ documents: [Node]) -> Contribution {
    let hasRoutes = documents.map { !KongConfiguration(parts: [$0]).scopes.isEmpty }
    let shared = zip(documents, hasRoutes).filter { !$0.1 }.map(\.0)
    var contribution = Contribution()
    for (document, isGateway) in zip(documents, hasRoutes) where isGateway {
      let configuration = KongConfiguration(parts: [document] + shared)
      for scope in configuration.scopes {
        contribution.routes.append(
          KongRouteLowering(scope: scope, configuration: configuration).route)
        contribution.diagnostics += KongAuthentication(scope: scope, in: configuration).doubts
      }
    }
    return contribution
  }
}
