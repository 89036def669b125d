import Estate
import SourceText
import Syntax

extension NginxRouteLowering {
  /// Adds who may call, how that is made sure, and what the upstream is told about it.
  func addSecurity(to route: inout Route) {
    route.authentication = authenticationKind
    route.audiences = audiences
    route.isTLS = isTLS
    route.hasAuthorizationPolicy = authorizationPolicy
    route.identityHeaders = identityHeaders
    route.upstreamCredential = upstreamCredential
  }

  /// Unstated where only code that is not read could turn callers away.
  private var authenticationKind: Stated<RouteAuthentication> {
    // Requests that come by several ways have proven what the weakest of them asks.
    let weakest = entrances.map(\.authentication).min { $0.decision < $1.decision }
    let deciding = [authentication, weakest].compactMap { $0 }.max { $0.decision < $1.decision }
    if let deciding, let kind = Self.kinds[deciding.decision] {
      let place = deciding.decidingSetting?.place ?? anchor
      return Stated(kind, at: place, grade: .configured)
    }
    guard authentication.unjudged.isEmpty else { return Stated() }
    return Stated(RouteAuthentication.none, at: anchor, grade: .configured)
  }

  private static let kinds: [NginxAuthentication.Method: RouteAuthentication] = [
    .address: .address, .staticKey: .apiKey, .basic: .basic, .request: .external, .jwt: .jwt,
    .openID: .oauth2, .clientCertificate: .mtls,
  ]

  /// Unstated where nginx looks at no token itself; empty where it takes tokens for anybody.
  private var audiences: Stated<[String]> {
    guard let token = location.token else { return Stated() }
    for setting in location.settings("auth_jwt_require") {
      for variable in setting.directive.arguments.flatMap(\.variables) {
        guard
          case .map(let source, let entries)? = location.configuration.variables.shared[
            variable.name]?.kind,
          source.variables.contains(where: { isAudience($0.name) })
        else { continue }
        let accepted = entries.filter { entry in
          !["default", "hostnames", "volatile", ""].contains(entry.name.text)
            && !["", "0"].contains(entry.arguments.first?.text ?? "")
        }
        return Stated(
          accepted.map(\.name.text), at: accepted.first?.name.span ?? setting.place,
          grade: .configured)
      }
    }
    for refusal in location.refusals where refusal.condition.test == .differs {
      if let variable = refusal.condition.variable, isAudience(variable) {
        return Stated(
          [refusal.condition.operand], at: refusal.condition.span, grade: .configured)
      }
    }
    return Stated([], at: token.place, grade: .configured)
  }

  private func isAudience(_ variable: String) -> Bool {
    if variable == "jwt_claim_aud" { return true }
    return location.configuration.scopes.contains { scope in
      scope.own(["auth_jwt_claim_set"]).contains { directive in
        directive.arguments.first?.variables.first?.name == variable
          && directive.arguments.dropFirst().first?.text == "aud"
      }
    }
  }

  /// Unstated for a fragment, whose server stands in a file that is not known.
  private var isTLS: Stated<Bool> {
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

  private var authorizationPolicy: Stated<Bool> {
    let request = authentication.checks.first { $0.method == .request }?.setting
    let demands = location.token == nil ? nil : location.settings("auth_jwt_require").first
    if let setting = request ?? demands ?? authentication.unjudged.first {
      return Stated(true, at: setting.place, grade: .configured)
    }
    let chooses = location.refusals.first { refusal in
      guard let variable = refusal.condition.variable,
        location.configuration.variables.shared[variable] != nil
      else { return false }
      let steps = NginxVariableTracer.steps(of: variable, at: location)
      return steps.contains {
        NginxVariableMeaning.namesCaller($0.variable) || NginxVariableMeaning.namesTool($0.variable)
      }
    }
    if let chooses { return Stated(true, at: chooses.condition.span, grade: .configured) }
    return Stated(false, at: anchor, grade: .configured)
  }
}

extension NginxRouteLowering {
  /// Headers about identity that the location sets or takes off, and those that its limits trust though
  /// they come from the client unchanged; left out where only code knows what a header holds.
  fileprivate var identityHeaders: [IdentityHeader] {
    var found: [IdentityHeader] = []
    for header in headers.headers where IdentityHeaderName.matches(header.name) {
      let word = header.value.word
      let origin: IdentityHeader.Origin? =
        header.isRemoved ? .removed : Self.origin(of: header.value)
      guard let origin else { continue }
      found.append(
        IdentityHeader(
          name: header.name, origin: Evidence(origin, at: word.span, grade: .configured),
          expression: word.text))
    }
    for key in location.requestLimits.compactMap(\.key) {
      for step in key.steps where step.definition == nil && step.variable.hasPrefix("http_") {
        let name = step.variable.dropFirst("http_".count).map { $0 == "_" ? "-" : $0 }
        let header = String(name)
        guard IdentityHeaderName.matches(header), headers.fate(of: header) == .passedOn,
          !found.contains(where: { $0.name == header })
        else { continue }
        found.append(
          IdentityHeader(
            name: header, origin: Evidence(.client, at: key.word.span, grade: .configured),
            expression: key.word.text))
      }
    }
    return found
  }

  private static func origin(of value: NginxValue) -> IdentityHeader.Origin? {
    switch value.origin {
    case .constant: .constant
    // The address at the other end and the like are nobody's claim.
    case .gateway, .verified: .verified
    case .client: .client
    case .upstream, .unknown: nil
    }
  }

  /// Headers other than `Authorization` in which credentials travel.
  private static let credentialHeaders = [
    "authorization", "x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token",
  ]

  /// Unstated where the gateway presents none, or where code decides.
  fileprivate var upstreamCredential: Stated<UpstreamCredential> {
    for name in Self.credentialHeaders {
      guard case .decided(let header) = headers.fate(of: name), !header.isRemoved else { continue }
      guard let credential = credential(in: header.value) else { return Stated() }
      return Stated(credential, at: header.value.word.span, grade: .configured)
    }
    let check = authentication.checks.first { check in
      // A token that is read from elsewhere leaves nothing behind in `Authorization`.
      check.method == .request
        || check.method == .jwt
          && check.setting.parameter("token").map { $0 == "$http_authorization" } != false
    }
    guard let check, headers.fate(of: "authorization") == .passedOn else { return Stated() }
    return Stated(.passthrough, at: check.setting.place, grade: .configured)
  }

  private func credential(in value: NginxValue) -> UpstreamCredential? {
    if value.copiesCredential { return .passthrough }
    let shared = location.configuration.variables.shared
    switch value.origin {
    case .constant, .gateway, .upstream: return .shared
    case .verified: return .perCaller
    case .unknown:
      // Code may fetch a token for each caller; a variable that nothing defines holds one for all.
      return value.steps.contains { $0.origin == .unknown && $0.definition != nil } ? nil : .shared
    case .client:
      let maps = value.steps.compactMap { step -> [NginxDirective]? in
        guard case .map(_, let entries)? = shared[step.variable]?.kind else { return nil }
        return entries
      }
      // Where a `map` chooses, what it has to choose from decides.
      guard let choices = maps.first else { return .passthrough }
      let values = choices.compactMap { $0.arguments.first?.text }.filter { !$0.isEmpty }
      return Set(values).count > 1 ? .perCaller : .shared
    }
  }
}
