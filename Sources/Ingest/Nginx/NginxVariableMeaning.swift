/// What the names of variables say about what is in them.
enum NginxVariableMeaning {
  private static let callerNames: Set<String> = [
    "remote_user", "ssl_client_s_dn", "ssl_client_s_dn_legacy", "ssl_client_fingerprint",
    "ssl_client_serial", "ssl_client_cert", "ssl_client_raw_cert", "ssl_client_escaped_cert",
  ]

  private static let callerClaims: Set<String> = [
    "sub", "client_id", "azp", "cid", "appid", "act", "uid", "email", "upn", "oid",
  ]

  /// Whether one of nginx's own variables differs from caller to caller.
  ///
  /// An identity does, and so does the credential that proves it; a network address does not, because many
  /// callers share one.
  static func namesCaller(_ variable: String) -> Bool {
    if callerNames.contains(variable) { return true }
    if let claim = variable.suffix(behind: "jwt_claim_") {
      return callerClaims.contains(claim) || IdentityHeaderName.matches(claim)
    }
    guard let name = requestPart(variable) else { return false }
    let isKeyOfRequest = name.contains("idempotency") || name.contains("csrf")
    return IdentityHeaderName.matches(name)
      || NginxOrigin.carriesCredential(variable) && !isKeyOfRequest
  }

  /// Whether one of nginx's own variables holds the name of the tool that is called.
  static func namesTool(_ variable: String) -> Bool {
    requestPart(variable).map(ToolHeaderName.matches) ?? false
  }

  /// The header, argument or cookie that a variable reads, written as a header's name.
  private static func requestPart(_ variable: String) -> String? {
    let name = ["http_", "arg_", "cookie_"].lazy.compactMap { variable.suffix(behind: $0) }.first
    return name.map { String($0.map { $0 == "_" ? "-" : $0 }) }
  }
}

extension String {
  /// What follows `prefix`; `nil` where the text does not begin with it.
  fileprivate func suffix(behind prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
