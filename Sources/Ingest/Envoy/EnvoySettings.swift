import Estate
import SourceText
import Syntax

/// The settings of one Envoy route by which a header or the path of a request chooses where it goes.
struct EnvoySettings {
  let action: Node
  let path: EnvoyPathMatch
  let headers: EnvoyHeaderOrigins
  let clusters: EnvoyClusters

  /// Every such setting of the route.
  var all: [GatewaySetting] {
    var settings: [GatewaySetting] = []
    for node in [action] + action["weighted_clusters"]["clusters"].elementsOrSelf {
      guard let name = node["cluster_header"] else { continue }
      settings.append(
        setting(.target, "cluster_header", name, word: "cluster", headers.originAtRouting))
    }
    for node in [action["cluster"]].compactMap(\.self) {
      guard let cluster = node.scalarText.flatMap(clusters.cluster),
        let switchOn = cluster["original_dst_lb_config"]["use_http_header"],
        switchOn.boolean == true
      else { continue }
      settings.append(addressHeader(of: cluster, at: switchOn.span))
    }
    if let name = action["host_rewrite_header"] {
      settings.append(
        setting(.host, "host_rewrite_header", name, word: "host") {
          headers.origin(of: $0, atFilter: .max)
        })
    }
    return settings + [rewriteOfPath].compactMap { $0 }
  }

  /// The header by which requests name the address that the cluster sends them to.
  private func addressHeader(of cluster: Node, at place: SourceSpan) -> GatewaySetting {
    let name = cluster["original_dst_lb_config"]["http_header_name"]
    let header = name?.scalarText?.lowercased() ?? "x-envoy-original-dst-host"
    return setting(
      .target, "use_http_header", header, at: name?.span ?? place, word: "address"
    ) { headers.origin(of: $0, atFilter: .max) }
  }

  private var rewriteOfPath: GatewaySetting? {
    guard let rewrite = action["host_rewrite_path_regex"] else { return nil }
    return GatewaySetting(
      product: "Envoy", kind: .host, name: title + "host_rewrite_path_regex", span: rewrite.span,
      weakness: "`host_rewrite_path_regex` takes the host from the path, which the client writes")
  }

  private var title: String { "route \(path.path?.value ?? "without a path") " }

  private func setting(
    _ kind: GatewaySetting.Kind, _ key: String, _ name: Node, word: String,
    _ origin: (String) -> IdentityHeader.Origin
  ) -> GatewaySetting {
    let header = (name.scalarText ?? "").lowercased()
    return setting(kind, key, header, at: name.span, word: word, origin)
  }

  private func setting(
    _ kind: GatewaySetting.Kind, _ key: String, _ header: String, at span: SourceSpan,
    word: String, _ origin: (String) -> IdentityHeader.Origin
  ) -> GatewaySetting {
    let isDetached = headers.authentication.scope.connection.isDetached
    let origin = isDetached ? .unknown : origin(header)
    return GatewaySetting(
      product: "Envoy", kind: kind, name: title + "\(key) \(header)", span: span,
      weakness: origin == .client
        ? "the header '\(header)' names the \(word), and the client writes it" : nil,
      doubt: origin == .unknown
        ? "code or a service that is not read may set '\(header)', which names the \(word)" : nil)
  }
}
