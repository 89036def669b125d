import Estate
import SourceText
import Syntax

extension EnvoyConnectionManager {
  /// Adds what the listener's TLS context says about versions and ciphers; Envoy's defaults depend on its
  /// release and stay unstated.
  func addTLS(to tls: inout RouteTLS) {
    tls.asksForClientCertificate = asksForClientCertificate
    guard let parameters = tlsContext?["common_tls_context"]["tls_params"] else { return }
    if let lowest = parameters["tls_minimum_protocol_version"],
      let first = lowest.scalarText.flatMap({ Self.versions[$0] })
    {
      let last =
        parameters["tls_maximum_protocol_version"]?.scalarText.flatMap { Self.versions[$0] }
        ?? .tls13
      let versions = TLSVersion.allCases.filter { first <= $0 && $0 <= last }
      tls.versions.state(versions, at: lowest.span, grade: .configured)
    }
    if let suites = parameters["cipher_suites"] {
      let names = Optional(suites).elementsOrTexts.compactMap(\.scalarText)
      tls.ciphers.state(names.joined(separator: ":"), at: suites.span, grade: .configured)
    }
  }

  /// Envoy asks for a certificate where it has anything to verify one by.
  private var asksForClientCertificate: Stated<Bool> {
    guard let context = tlsContext else { return Stated() }
    let common = context["common_tls_context"]
    let keys = [
      "validation_context", "validation_context_sds_secret_config", "combined_validation_context",
    ]
    if let place = keys.lazy.compactMap({ common?.place(of: $0) }).first {
      return Stated(true, at: place, grade: .configured)
    }
    if let required = context["require_client_certificate"], required.boolean == true {
      return Stated(true, at: required.span, grade: .configured)
    }
    let place = context.place(of: "common_tls_context") ?? context.span
    return Stated(false, at: place, grade: .configured)
  }

  private static let versions: [String: TLSVersion] = [
    "TLSv1_0": .tls10, "TLSv1_1": .tls11, "TLSv1_2": .tls12, "TLSv1_3": .tls13,
  ]
}

extension EnvoyClusters {
  /// Whether Envoy speaks TLS to the cluster called `name`, and checks whom it speaks to; unstated where the
  /// cluster is not known.
  func encryption(of name: String) -> (isEncrypted: Stated<Bool>, isVerified: Stated<Bool>) {
    guard let cluster = cluster(name) else { return (Stated(), Stated()) }
    let socket = cluster["transport_socket"]
    let isTLS =
      socket["name"].endsWith(".tls")
      || socket["typed_config"]["@type"].endsWith(
        "UpstreamTlsContext")
    let matches = cluster["transport_socket_matches"]
    guard isTLS else {
      // Which of several sockets a host gets depends on its metadata.
      guard matches == nil else { return (Stated(), Stated()) }
      return (Stated(false, at: (cluster["name"] ?? cluster).span, grade: .configured), Stated())
    }
    let common = socket["typed_config"]["common_tls_context"]
    let checks = [
      "validation_context", "validation_context_sds_secret_config", "combined_validation_context",
    ].lazy.compactMap { common?.place(of: $0) }.first
    let place = (socket?["name"] ?? socket ?? cluster).span
    return (
      Stated(true, at: place, grade: .configured),
      Stated(checks != nil, at: checks ?? place, grade: .configured)
    )
  }
}
