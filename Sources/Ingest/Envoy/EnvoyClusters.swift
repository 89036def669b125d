import Estate
import SourceText
import Syntax

/// The clusters of an Envoy configuration, by name.
struct EnvoyClusters {
  private var byName: [String: Node] = [:]

  init(_ clusters: [Node]) {
    for cluster in clusters {
      guard let name = cluster["name"]?.scalarText, byName[name] == nil else { continue }
      byName[name] = cluster
    }
  }

  /// The cluster called `name`.
  subscript(name: String) -> Node? { byName[name] }

  /// The addresses of the cluster called `name`, as `host:port`.
  func endpoints(of name: String) -> [Evidence<String>] {
    guard let cluster = byName[name] else { return [] }
    let localities = cluster["load_assignment"]["endpoints"].elementsOrSelf
    return localities.flatMap { $0["lb_endpoints"].elementsOrSelf }.compactMap { endpoint in
      let address = endpoint["endpoint"]["address"]
      if let socket = address["socket_address"], let host = socket["address"],
        let hostText = host.scalarText
      {
        let port = socket["port_value"]?.scalarText.map { ":" + $0 } ?? ""
        return Evidence(hostText + port, at: host.span, grade: .configured)
      }
      guard let path = address["pipe"]["path"], let text = path.scalarText else { return nil }
      return Evidence("unix:" + text, at: path.span, grade: .configured)
    }
  }

  /// Whether failing hosts of the cluster are taken out, or calls to it bounded.
  func hasCircuitBreaker(_ name: String) -> Stated<Bool> {
    guard let cluster = byName[name] else { return Stated() }
    if let breaker = cluster["circuit_breakers"] ?? cluster["outlier_detection"] {
      return Stated(true, at: breaker.span, grade: .configured)
    }
    return Stated(false, at: cluster["name"]?.span ?? cluster.span, grade: .configured)
  }
}
