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
  func cluster(_ name: String) -> Node? { byName[name] }

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

  /// The HTTP version that is spoken to the cluster called `name`: 1.1 unless it says otherwise.
  func httpVersion(of name: String) -> Stated<String> {
    guard let cluster = byName[name] else { return Stated() }
    if let place = cluster.place(of: "http2_protocol_options") {
      return Stated("2", at: place, grade: .configured)
    }
    for options in cluster["typed_extension_protocol_options"].membersOrNone {
      let explicit = options.value["explicit_http_config"]
      for (key, version) in [("http2_protocol_options", "2"), ("http3_protocol_options", "3")] {
        if let place = explicit?.place(of: key) {
          return Stated(version, at: place, grade: .configured)
        }
      }
    }
    return Stated("1.1", at: (cluster["name"] ?? cluster).span, grade: .configured)
  }
}
