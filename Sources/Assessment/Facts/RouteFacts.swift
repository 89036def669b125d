import CEL
import Estate

extension Facts {
  /// One way through a gateway to the server.
  static let route = FactType<RouteSubject>(
    "route", routeBasics + routeIdentity + routeTLS + routeLog)

  private static let routeBasics: [Fact<RouteSubject>] =
    [
      Fact("product", .string, "The gateway's product.") {
        .text($0.route.product, at: $0.route.span)
      },
      .text("path", from: .gateway, "The path or path pattern.") { $0.route.path },
      Fact("isFullyRead", .bool, "Whether every file was given that can decide about it.") {
        .flag(
          $0.route.isFullyRead,
          at: ($0.route.unread.first ?? $0.route.missingParent)?.span ?? $0.route.span)
      },
      .choice(
        "authentication", from: .gateway, "How the gateway makes sure who calls.",
        { $0.route.authentication }),
      Fact("authenticates", .bool, "Whether every caller must prove who it is.") { subject in
        .stated(subject.route.authentication, or: subject.silence(of: .gateway)) {
          .bool($0 != .none && $0 != .address)
        }
      },
      Fact("audiences", .list(.string), "The audiences that a token must name to pass.") {
        subject in
        .stated(subject.route.audiences, or: subject.silence(of: .gateway)) {
          .list($0.map(Value.string))
        }
      },
      .flag(
        "hasAuthorizationPolicy", from: .gateway, "Whether the gateway decides which calls pass."
      ) { $0.route.hasAuthorizationPolicy },
      .flag("failsOpen", from: .gateway, "Whether calls pass while that policy does not answer.") {
        $0.route.failsOpen
      },
      .choice(
        "upstreamCredential", from: .gateway, "What the gateway presents to the server.",
        { $0.route.upstreamCredential }),
      .flag(
        "hasOneCallerCredential", from: .gateway,
        "Whether all callers prove themselves by one and the same credential.",
        { $0.route.hasOneCallerCredential }),
      .flag(
        "confinesEgress", from: .gateway,
        "Whether the gateway keeps the server from destinations that its list does not name.",
        { $0.route.confinesEgress }),
      Fact("rateLimits", .list(.object("rateLimit")), "The rate limits on the route.") { subject in
        let limits = subject.route.rateLimits
        guard !limits.isEmpty || subject.route.isFullyRead else {
          return .absent(subject.silence(of: .gateway))
        }
        return .known(
          .parts(limits, as: rateLimit, in: .gateway) { $0.span },
          at: limits.first?.span ?? subject.route.span)
      },
      Fact("unlimitedTools", .list(.string), "The server's tools that no limit by tool holds for.")
      {
        $0.unlimitedTools
      },
      .number(
        "timeoutMilliseconds", from: .gateway, "When the gateway gives up; 0 is never.",
        { $0.route.timeout }),
      .number("retries", from: .gateway, "How often the gateway tries again.") {
        $0.route.retries
      },
      .flag(
        "hasCircuitBreaker", from: .gateway, "Whether failing upstreams are taken out.",
        { $0.route.hasCircuitBreaker }),
      .flag(
        "buffersResponses", from: .gateway, "Whether responses are held back until complete.",
        { $0.route.buffersResponses }),
      .text("upstreamHTTPVersion", from: .gateway, "The HTTP version spoken to the server.") {
        $0.route.upstreamHTTPVersion
      },
    ]

  /// A rate limit of a route.
  static let rateLimit = FactType<PartSubject<RateLimit>>(
    "rateLimit",
    [
      Fact("canMatch", .bool, "Whether the limit can ever apply.") { subject in
        let reach = subject.part.reach
        switch reach.value {
        case .matches: return .flag(true, at: reach.span)
        case .neverMatches: return .flag(false, at: reach.span)
        case .unknown:
          return .absent(
            Silence(.gateway, note: "the rate-limit service's configuration was not given"))
        }
      },
      Fact("obstacle", .string, "Why the limit can never apply, or nothing.") { subject in
        guard case .neverMatches(let reason) = subject.part.reach.value else { return .text("") }
        return .text(reason, at: subject.part.reach.span)
      },
      Fact("isPerCaller", .bool, "Whether calls are counted for each agent or user.") {
        .flag($0.part.isPerCaller.value, at: $0.part.isPerCaller.span)
      },
      Fact("isPerTool", .bool, "Whether tools are told apart by name.") {
        .flag($0.part.isPerTool.value, at: $0.part.isPerTool.span)
      },
      Fact("coversEveryCaller", .bool, "Whether callers that it does not name are limited too.") {
        .flag(
          $0.part.namedCallers.isEmpty, at: $0.part.namedCallers.first?.span ?? $0.part.span)
      },
      Fact("namedCallers", .list(.string), "The only callers that it names.") {
        .known(
          .list($0.part.namedCallers.map { Value.string($0.value) }),
          at: $0.part.namedCallers.first?.span ?? $0.part.span)
      },
      Fact("exemptions", .list(.string), "The calls that it never counts though it counts others.")
      {
        .known(
          .list($0.part.exemptions.map { Value.string($0.value) }),
          at: $0.part.exemptions.first?.span ?? $0.part.span)
      },
      Fact("callsPerMinute", .int, "Calls a minute.") { subject in
        guard let calls = subject.part.callsPerMinute else {
          return .absent(subject.silence(of: .gateway))
        }
        return .number(calls.value, at: calls.span)
      },
    ])
}
