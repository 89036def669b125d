import Estate
import SourceText
import Syntax

/// One HTTP connection manager of a listener: its filters, its TLS and its access log.
struct EnvoyConnectionManager {
  /// The manager's typed configuration.
  let node: Node
  /// The transport socket of the filter chain that holds it.
  private let transportSocket: Node?
  /// Whether the routes are known and the listener is not.
  let isDetached: Bool
  /// Its HTTP filters in the order of the chain.
  let filters: [Filter]
  /// The rules of those of its filters that have a list of them, by the filters' configurations.
  private let tokenRules: [Node: EnvoyTokenRules]
  /// What its access log shows of who calls, which every route asks for.
  let loggedIdentities: [IdentityHeader]

  private init(_ node: Node, transportSocket: Node?) {
    self.node = node
    self.transportSocket = transportSocket
    isDetached = false
    filters = node["http_filters"].elementsOrSelf.map(Filter.init)
    let configurations = filters.map { $0.node["typed_config"] ?? $0.node }
    tokenRules = Dictionary(
      configurations.filter { $0["rules"]?.kind == .sequence }
        .map { ($0, EnvoyTokenRules(of: $0)) }, uniquingKeysWith: { first, _ in first })
    loggedIdentities = Self.identities(loggedBy: node)
  }

  /// Routes without a listener: nothing is known of filters or TLS.
  init(detachedAt configuration: Node) {
    node = configuration
    transportSocket = nil
    isDetached = true
    filters = configuration["http_filters"].elementsOrSelf.map(Filter.init)
    tokenRules = [:]
    loggedIdentities = Self.identities(loggedBy: configuration)
  }

  /// One HTTP filter of the chain, whose type every route asks for.
  struct Filter {
    let node: Node
    /// Its name in the chain, which is free.
    let name: String?
    /// The types that it may be of, such as `jwt_authn`: older configurations give them in the name alone.
    private let types: [Substring]

    init(_ node: Node) {
      self.node = node
      name = node["name"]?.scalarText
      let parts = (node["typed_config"]["@type"]?.scalarText ?? "")
        .split(separator: ".", omittingEmptySubsequences: false)
      var types = parts.indices.dropFirst().dropLast(2).filter { parts[$0] == "http" }
        .map { parts[$0 + 1] }
      if let name, let point = name.lastIndex(of: ".") { types.append(name[point...].dropFirst()) }
      self.types = types
    }

    /// Whether the filter is of the type `name`, which holds no point.
    func isOfType(_ name: String) -> Bool { types.contains { $0 == name } }
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

  /// The rules of the filter that has `configuration`.
  func tokenRules(of configuration: Node) -> EnvoyTokenRules {
    tokenRules[configuration] ?? EnvoyTokenRules(of: configuration)
  }

  /// The name of the route configuration that is fetched by discovery (RDS).
  var fetchedRouteConfiguration: String? { node["rds"]["route_config_name"]?.scalarText }

  /// The place to point at for what the manager lacks.
  var anchor: SourceSpan {
    node["stat_prefix"]?.span ?? node.place(of: "http_filters") ?? node.span
  }
}

extension EnvoyConnectionManager {
  /// The TLS context of the listener, if it has one.
  var tlsContext: Node? {
    guard let socket = transportSocket else { return nil }
    let isTLS =
      socket["name"].endsWith(".tls") || socket["name"].endsWith(".quic")
      || socket["typed_config"]["@type"].endsWith("DownstreamTlsContext")
      || socket["typed_config"]["@type"].contains(".quic.")
    guard isTLS else { return nil }
    let context = socket["typed_config"] ?? socket
    return context["downstream_tls_context"] ?? context
  }

  /// Whether clients reach the listener over TLS; unstated for routes without a listener.
  var isTLS: Stated<Bool> {
    guard !isDetached else { return Stated() }
    guard tlsContext != nil, let socket = transportSocket else {
      return Stated(false, at: anchor, grade: .configured)
    }
    return Stated(true, at: (socket["name"] ?? socket).span, grade: .configured)
  }

  /// The place where the listener asks for a client certificate that it verifies, if it does.
  var clientCertificateRequirement: SourceSpan? {
    guard let requirement = tlsContext?["require_client_certificate"],
      requirement.boolean == true, checksClientCertificates
    else { return nil }
    return requirement.span
  }

  /// What a certificate can be verified by; names alone are in the client's hand.
  private static let proofs = [
    "trusted_ca", "ca_certificate_provider_instance", "system_root_certs",
    "custom_validator_config",
    "verify_certificate_hash", "verify_certificate_spki",
  ]

  /// Whether the certificates that clients show are verified, where the listener speaks TLS at all.
  ///
  /// Without anything to verify them by, Envoy takes any certificate.
  var checksClientCertificates: Bool {
    guard let context = tlsContext else { return true }
    let common = context["common_tls_context"]
    let combined = common["combined_validation_context"]
    let own = common["validation_context"] ?? combined["default_validation_context"]
    guard own["trust_chain_verification"]?.scalarText != "ACCEPT_UNTRUSTED" else { return false }
    let key = "validation_context_sds_secret_config"
    return common[key] != nil || combined[key] != nil || Self.proofs.contains { own[$0] != nil }
  }

  /// The access log with named fields, where several are written; unstated for routes without a listener.
  var accessLog: Stated<AccessLog> {
    guard !isDetached else { return Stated() }
    let logs = node["access_log"].elementsOrSelf.map(Self.accessLog)
    guard let log = logs.first(where: { $0.value.isStructured == true }) ?? logs.first else {
      return Stated(
        AccessLog(target: "off", isStructured: false, fields: []), at: anchor, grade: .configured)
    }
    return Stated(log)
  }

  private static func accessLog(_ log: Node) -> Evidence<AccessLog> {
    let configuration = log["typed_config"]
    let format = configuration["log_format"]
    let json =
      format["json_format"] ?? configuration["json_format"] ?? configuration["typed_json_format"]
    let attributes = configuration["attributes"]["values"].elementsOrSelf
    let fields =
      json?.members.compactMap(\.key.scalarText) ?? attributes.compactMap { $0["key"]?.scalarText }
    // What goes to a service goes as messages with named fields.
    let isMessage = ["http_grpc", "open_telemetry"].contains { log["name"].endsWith($0) }
    let place =
      configuration?.place(of: "log_format") ?? configuration?.place(of: "json_format")
      ?? (log["name"] ?? log).span
    return Evidence(
      AccessLog(
        target: configuration["path"]?.scalarText ?? log["name"]?.scalarText ?? "log",
        isStructured: json != nil || isMessage, fields: fields),
      at: place, grade: .configured)
  }
}
