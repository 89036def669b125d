import Estate
import SourceText
import Syntax

extension NginxRouteLowering {
  /// The log with named fields, where several are written.
  var accessLog: Stated<AccessLog> {
    let logs = location.accessLogs
    guard let log = logs.first(where: isComplete) ?? logs.first else { return Stated() }
    guard let setting = log.setting else { return bySilence(Self.combined) }
    var lowered: AccessLog
    switch log.target {
    case .off:
      return Stated(
        AccessLog(target: "off", isStructured: false, fields: []), at: setting.place,
        grade: .configured)
    case .file(let path): lowered = AccessLog(target: path, isStructured: false, fields: [])
    case .syslog(let server):
      lowered = AccessLog(target: "syslog:" + server, isStructured: false, fields: [])
    }
    lowered.isStructured = log.format?.isJSON
    lowered.fields =
      log.format.map { $0.isJSON ? $0.fields.map(\.name) : $0.variables } ?? []
    lowered.omitsSuccesses = log.omitsSuccesses(at: location)
    let words = logs.compactMap(\.format).flatMap(\.words)
    lowered.rawInputs = words.flatMap { evidence(in: $0, of: NginxLoggedSecret.isBody) }
    lowered.credentials = words.flatMap { evidence(in: $0, of: NginxLoggedSecret.isCredential) }
    return Stated(lowered, at: setting.place, grade: .configured)
  }

  /// Whether the log has a JSON record of every call.
  private func isComplete(_ log: NginxAccessLog) -> Bool {
    log.format?.isJSON == true && !log.omitsSuccesses(at: location)
  }

  /// What nginx writes where no `access_log` says otherwise.
  private static let combined = AccessLog(
    target: "logs/access.log", isStructured: false, fields: NginxLogFormat.combined.variables)

  /// The variables of `word` that are, or by one `set` come to, one that `isMeant`.
  private func evidence(
    in word: NginxWord, of isMeant: (String) -> Bool
  ) -> [Evidence<String>] {
    word.variables.compactMap { variable in
      let expression = location.expanding(NginxExpression(parts: [.variable(variable)]))
      guard expression.variables.contains(where: { isMeant($0.name) }) else { return nil }
      return Evidence("$" + variable.name, at: variable.span, grade: .configured)
    }
  }
}

extension NginxAccessLog {
  /// Whether the log's condition keeps out calls that succeed; false where that cannot be told.
  func omitsSuccesses(at location: NginxLocation) -> Bool {
    let words = setting?.directive.arguments ?? []
    var supposition = NginxSupposition.answered(200, at: location)
    guard let condition = words.last(where: { $0.text.hasPrefix("if=") }),
      let value = supposition.value(of: NginxExpression(condition))
    else { return false }
    return !NginxSupposition.isTrue(String(value.dropFirst("if=".count)))
  }
}

/// Variables that have no place in a log.
enum NginxLoggedSecret {
  /// Whether the variable holds a request's body as it came.
  static func isBody(_ name: String) -> Bool { name == "request_body" }

  /// Whether the variable holds what proves who calls, so that who reads the log can call as them.
  static func isCredential(_ name: String) -> Bool {
    credentials.contains(name)
  }

  private static let credentials: Set<String> = [
    "http_authorization", "http_proxy_authorization", "http_cookie", "http_x_api_key",
    "http_api_key", "http_apikey", "http_x_auth_token", "http_x_access_token",
    "http_x_forwarded_access_token", "arg_access_token", "arg_api_key", "arg_apikey",
  ]
}
