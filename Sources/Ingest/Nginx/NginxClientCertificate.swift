import Syntax

extension NginxLocation {
  /// How far the variables of the client's certificate can be trusted.
  var clientCertificateOrigin: NginxOrigin {
    switch setting("ssl_verify_client")?.value {
    case nil: unread.isEmpty ? .constant : .unknown
    // nginx refuses a certificate that it cannot verify; without one the variables are empty.
    case "on", "optional": .verified
    case "optional_no_ca": refusalOfUnverifiedCertificate == nil ? .client : .verified
    default: .constant
    }
  }

  /// The directive that makes a verified client certificate necessary.
  var requiredCertificate: NginxSetting? {
    guard let mode = setting("ssl_verify_client"), server.sockets.contains(where: \.isTLS) else {
      return nil
    }
    switch mode.value {
    case "on": return mode
    case "optional": return refusalWithoutCertificate
    case "optional_no_ca":
      return refusalWithoutCertificate == nil ? nil : refusalOfUnverifiedCertificate
    default: return nil
    }
  }

  private var refusalWithoutCertificate: NginxSetting? {
    refusal(supposing: .withoutCertificate(at: self))
  }

  private var refusalOfUnverifiedCertificate: NginxSetting? {
    refusal(supposing: .withUnverifiedCertificate(at: self))
  }

  /// The `return` by which every request of the supposed kind is turned away.
  private func refusal(supposing supposition: NginxSupposition) -> NginxSetting? {
    var supposition = supposition
    return refusals.first { supposition.holds($0.condition) == true }?.setting
  }
}
