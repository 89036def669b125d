import Estate
import SourceText
import Syntax

/// One HTTP connection manager of a listener: its filters, its TLS and its access log.
struct EnvoyConnectionManager {
  /// The manager's typed configuration.
  let node: Node
  /// The transport socket of the filter chain that holds it.
  private let transportSocket: Node?

  /// A filter chain's manager.
  private init(_ node: Node, transportSocket: Node?) {
    self.node = node
    self.transportSocket = transportSocket
  }

  /// Routes without a listener: nothing is known of filters or TLS.
  init(detachedAt configuration: Node) {
    node = configuration
    transportSocket = nil
  }

  /// Every connection manager of `listener`.
  static func all(in listener: Node) -> [EnvoyConnectionManager] {
    let chains =
      listener["filter_chains"].elementsOrSelf + listener["default_filter_chain"].elementsOrSelf
    return chains.flatMap { chain in
      chain["filters"].elementsOrSelf.compactMap { filter in
        guard
          filter["name"].endsWith("http_connection_manager")
            || filter["typed_config"]["@type"].endsWith("HttpConnectionManager"),
          let configuration = filter["typed_config"] ?? filter["config"]
        else { return nil }
        return EnvoyConnectionManager(configuration, transportSocket: chain["transport_socket"])
      }
    }
  }

  /// The name of the route configuration that is fetched by name (RDS).
  var routeConfigurationName: String? {
    node["rds"]["route_config_name"]?.scalarText ?? node["route_config"]["name"]?.scalarText
  }

  /// The virtual hosts: written in place, or found by name among `resources`.
  func virtualHosts(in resources: [EnvoyResources]) -> [Node] {
    if let inline = node["route_config"]?["virtual_hosts"] {
      return Optional(inline).elementsOrSelf
    }
    return resources.flatMap(\.routeConfigurations)
      .filter { $0["name"]?.scalarText == routeConfigurationName }
      .flatMap { $0["virtual_hosts"].elementsOrSelf }
  }

  /// The typed configuration of the first HTTP filter called `name`, and the filter itself.
  func filter(_ name: String) -> (filter: Node, configuration: Node)? {
    for filter in node["http_filters"].elementsOrSelf
    where filter["name"].endsWith("." + name) && filter["disabled"]?.boolean != true {
      return (filter, filter["typed_config"] ?? filter)
    }
    return nil
  }

  /// The TLS context of the listener, if it has one.
  private var tlsContext: Node? {
    transportSocket?["typed_config"]
  }

  /// Whether clients reach the listener over TLS; unstated for routes without a listener.
  var isTLS: Stated<Bool> {
    if let socket = transportSocket {
      return Stated(true, at: socket.span, grade: .configured)
    }
    guard node["http_filters"] != nil else { return Stated() }
    return Stated(false, at: anchor, grade: .configured)
  }

  /// The place where the listener asks for a client certificate, if it does.
  var clientCertificateRequirement: SourceSpan? {
    guard let requirement = tlsContext?["require_client_certificate"],
      requirement.boolean == true
    else { return nil }
    return requirement.span
  }

  /// The access log; unstated where the manager has none and for routes without a listener.
  var accessLog: Stated<AccessLog> {
    guard let log = node["access_log"].elementsOrSelf.first else {
      guard node["http_filters"] != nil else { return Stated() }
      return Stated(
        AccessLog(target: "off", isStructured: false, fields: []), at: anchor, grade: .configured)
    }
    let configuration = log["typed_config"]
    let format = configuration["log_format"]
    let json = format["json_format"] ?? configuration["json_format"]
    let fields = json?.members.compactMap(\.key.scalarText) ?? []
    return Stated(
      AccessLog(
        target: configuration["path"]?.scalarText ?? log["name"]?.scalarText ?? "log",
        isStructured: json != nil || log["name"].endsWith("http_grpc")
          || log["name"].endsWith("open_telemetry"), fields: fields),
      at: (format ?? log).span, grade: .configured)
  }

  /// The place to point at for what the manager lacks.
  var anchor: SourceSpan {
    node.member("stat_prefix")?.value.span ?? node.member("http_filters")?.key.span ?? node.span
  }
}
