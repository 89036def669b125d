import Estate
import SourceText
import Syntax

extension NginxRouteLowering {
  /// Unstated for a fragment, whose server stands in a file that is not known.
  var isTLS: Stated<Bool> {
    let server = location.server
    guard let header = server.header else { return Stated() }
    guard let plain = server.sockets.first(where: { !$0.isTLS }) else {
      let place = server.sockets.first?.setting?.place ?? header.name.span
      return Stated(true, at: place, grade: .configured)
    }
    let levels = [server.whole, location.unconditional]
    let sendsAway = levels.flatMap(\.conditionals).first { block in
      guard let variable = block.condition?.variable else { return false }
      return ["scheme", "https", "ssl_protocol", "server_port"].contains(variable)
        && !(block.own("return") + block.own("rewrite")).isEmpty
    }
    if let condition = sendsAway?.condition {
      return Stated(true, at: condition.span, grade: .configured)
    }
    return Stated(false, at: plain.setting?.place ?? header.name.span, grade: .configured)
  }

  /// What the configuration says about TLS on both sides; what it leaves to nginx's defaults depends on the
  /// release and stays unstated, but for `proxy_ssl_verify`, which no release switches on.
  var tls: RouteTLS {
    var tls = RouteTLS()
    if location.server.sockets.contains(where: \.isTLS) {
      if let setting = location.setting("ssl_protocols") {
        let versions = TLSVersion.allCases.filter { version in
          setting.values.contains { Self.versions[$0] == version }
        }
        tls.versions.state(versions, at: setting.place, grade: .configured)
      }
      if let setting = location.setting("ssl_ciphers") {
        tls.ciphers.state(setting.value, at: setting.place, grade: .configured)
      }
    }
    tls.asksForClientCertificate = asksForClientCertificate
    guard target.scheme != nil else { return tls }
    let place = target.setting.directive.arguments.first?.span ?? target.setting.place
    tls.isUpstreamEncrypted.state(target.isTLS, at: place, grade: .configured)
    guard target.isTLS else { return tls }
    let check = location.setting("proxy_ssl_verify")
    tls.verifiesUpstream.state(
      check?.value == "on", at: check?.place ?? place, grade: .configured)
    return tls
  }

  private var asksForClientCertificate: Stated<Bool> {
    let server = location.server
    guard server.header != nil, server.sockets.contains(where: \.isTLS),
      location.setting("proxy_ssl_certificate") == nil
    else { return Stated() }
    guard let setting = location.setting("ssl_verify_client") else { return bySilence(false) }
    return Stated(!setting.isOff, at: setting.place, grade: .configured)
  }

  /// The words of `ssl_protocols`.
  private static let versions: [String: TLSVersion] = [
    "SSLv2": .ssl2, "SSLv3": .ssl3, "TLSv1": .tls10, "TLSv1.1": .tls11, "TLSv1.2": .tls12,
    "TLSv1.3": .tls13,
  ]
}
