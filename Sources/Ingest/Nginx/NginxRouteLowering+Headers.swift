import Estate
import SourceText
import Syntax

extension NginxRouteLowering {
  /// Adds the headers by which the upstream, a limit or the access log learn who calls.
  func addHeaders(to route: inout Route) {
    for header in headers.headers {
      let word = header.value.word
      let origin: IdentityHeader.Origin =
        header.isRemoved ? .removed : Self.origin(of: header.value)
      let place = origin == .client ? header.value.entrance : word.span
      let lowered = IdentityHeader(
        name: header.name, origin: Evidence(origin, at: place, grade: .configured),
        expression: word.text)
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(lowered)
      } else {
        route.otherHeaders.append(lowered)
      }
    }
    for header in countedIdentities + loggedIdentities {
      // That the client decides the header is one fault, however many trust it.
      let isKnown = route.identityHeaders.contains {
        $0.name == header.name && $0.origin.value == .client
      }
      if !isKnown { route.identityHeaders.append(header) }
    }
    route.unnamedHeaders = unnamedHeaders
  }

  private static func origin(of value: NginxValue) -> IdentityHeader.Origin {
    switch value.origin {
    case .constant: .constant
    // The address at the other end and the like are nobody's claim.
    case .gateway, .verified: .verified
    case .client: .client
    case .upstream, .unknown: .unknown
    }
  }

  /// Headers of the client that the limits count by: whatever is sent to the upstream, `$http_…` is what
  /// the client has sent.
  private var countedIdentities: [IdentityHeader] {
    location.requestLimits.compactMap(\.key).flatMap { key in
      Self.clientHeaders(in: key.steps).map { name in
        IdentityHeader(
          name: name, origin: Evidence(.client, at: key.word.span, grade: .configured),
          expression: key.word.text, reader: .rateLimit)
      }
    }
  }

  /// Headers of the client from which the access log takes who called.
  private var loggedIdentities: [IdentityHeader] {
    let words = location.accessLogs.compactMap(\.format).flatMap(\.words)
    return words.flatMap(\.variables).flatMap { variable -> [IdentityHeader] in
      let steps = NginxVariableTracer.steps(of: variable.name, at: location)
      return Self.clientHeaders(in: steps).map { name in
        IdentityHeader(
          name: name, origin: Evidence(.client, at: variable.span, grade: .configured),
          expression: "$" + variable.name, reader: .accessLog)
      }
    }
  }

  /// The headers about identity that `steps` end in.
  private static func clientHeaders(in steps: [NginxValue.Step]) -> [String] {
    steps.compactMap { step in
      guard step.definition == nil, step.origin == .client, step.variable.hasPrefix("http_") else {
        return nil
      }
      let name = String(step.variable.dropFirst("http_".count).map { $0 == "_" ? "-" : $0 })
      return IdentityHeaderName.matches(name) ? name : nil
    }
  }

  /// Modules of others by which code can set any header of the request.
  private static let headerSetters = [
    "access_by_lua", "access_by_lua_block", "access_by_lua_file", "rewrite_by_lua",
    "rewrite_by_lua_block", "rewrite_by_lua_file", "more_set_input_headers",
    "more_clear_input_headers", "js_access", "perl",
  ]

  private var unnamedHeaders: Stated<UnnamedHeaders> {
    if let setter = Self.headerSetters.lazy.compactMap({ location.setting($0) }).first {
      return Stated(.unknown, at: setter.place, grade: .configured)
    }
    let switchOff = location.setting("proxy_pass_request_headers")
    if let switchOff, headers.fate(of: "x") == .dropped {
      return Stated(.dropped, at: switchOff.place, grade: .configured)
    }
    let rule: UnnamedHeaders =
      headers.fate(of: "x_y") == .dropped ? .passedOnWithoutUnderscores : .passedOn
    return bySilence(rule)
  }
}
