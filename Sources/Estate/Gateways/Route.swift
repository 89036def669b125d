public import SourceText

/// One way through a gateway to an upstream, with the controls that hold on it.
///
/// No field is particular to a product: an nginx location and an Envoy route state the same facts.
public struct Route: Sendable {
  /// The product, such as `nginx` or `Envoy`.
  public let product: String
  /// The location or route as the gateway's file defines it.
  public let span: SourceSpan

  /// Files that the gateway includes where they could decide about the route, and that were not given, by the
  /// name by which they are included.
  public var unread: [Evidence<String>] = []

  /// The part of the gateway's configuration that the route is attached to, where that was not given: what is
  /// attached there too may decide about the route.
  public var missingParent: Evidence<String>?

  /// Whether everything was given that can decide about the route.
  public var isFullyRead: Bool { unread.isEmpty && missingParent == nil }

  /// The images that the cluster runs behind the route.
  public var images: [PackageReference] = []

  /// The parts of the gateway's file that concern no other servers than those behind the route, the innermost
  /// first; empty where they are not known.
  public var blocks: [SourceSpan] = []
  /// The address inside the network, `host:port`, at which the gateway shows all servers behind it together.
  public var sharedAddress: Evidence<String>?

  /// What the gateway calls the MCP server behind the route; `nil` where its configuration does not say that
  /// there is one.
  public var serverName: Evidence<String>?

  /// Whether the gateway makes the tools itself, out of an API that is no MCP server.
  public var wrapsAPI = false

  /// The host names that it answers to; empty where it answers to all.
  public var hosts: [Evidence<String>] = []
  /// The path or path pattern.
  public var path = Stated<String>()
  /// Where requests go: `host:port` or the name of a socket.
  public var upstreams: [Evidence<String>] = []

  /// How the gateway makes sure who calls; `none` where it was read and does not ask.
  public var authentication = Stated<RouteAuthentication>()
  /// Audiences that a token must name to pass.
  public var audiences = Stated<[String]>()
  /// Whether all callers prove themselves by one and the same credential.
  public var hasOneCallerCredential = Stated<Bool>()
  /// Whether clients reach the gateway over TLS.
  public var isTLS = Stated<Bool>()
  /// Whether the gateway decides by policy which calls pass (RBAC, external authorization, tool rules).
  public var hasAuthorizationPolicy = Stated<Bool>()
  /// The tools that the gateway shows; unstated where it shows what the server has.
  public var tools = Stated<ToolSelection>()
  /// Whether calls pass while the policy that the gateway asks does not answer.
  public var failsOpen = Stated<Bool>()
  /// Whether the gateway or the policy it asks demands an approval for calls that change state.
  public var enforcesApproval = Stated<Bool>()

  /// What is known of TLS towards clients and towards the upstream, beyond `isTLS`.
  public var tls = RouteTLS()

  /// Request headers about identity, and where their values come from.
  public var identityHeaders: [IdentityHeader] = []
  /// Other headers that are set or taken off, from which a manifest may take an identity all the same.
  public var otherHeaders: [IdentityHeader] = []
  /// What becomes of headers of the client that the configuration does not speak about.
  public var unnamedHeaders = Stated<UnnamedHeaders>()
  /// The credential that the gateway presents to the upstream.
  public var upstreamCredential = Stated<UpstreamCredential>()

  /// Whether the gateway keeps the server from destinations that its list does not name.
  public var confinesEgress = Stated<Bool>()

  /// Rate limits in force on the route, including those that can never match.
  public var rateLimits: [RateLimit] = []
  /// The time after which the gateway gives up waiting for the upstream, in milliseconds; 0 is never.
  public var timeout = Stated<Int>()
  /// How often the gateway tries again.
  public var retries = Stated<Int>()
  /// How often it sends a call again that the server may have carried out; no more than `retries`.
  public var repeats = Stated<Int>()
  /// Whether failing upstreams are taken out (circuit breakers, outlier detection, `max_fails`).
  public var hasCircuitBreaker = Stated<Bool>()
  /// Whether responses are buffered, which holds back Server-Sent Events.
  public var buffersResponses = Stated<Bool>()
  /// The HTTP version that is spoken to the upstream, such as `1.1`.
  public var upstreamHTTPVersion = Stated<String>()
  /// The largest request body, in bytes.
  public var maxRequestBytes = Stated<Int>()
  /// The access log; `nil` value fields say what it lacks.
  public var accessLog = Stated<AccessLog>()

  /// A route of `product` that `span` defines.
  public init(product: String, span: SourceSpan) {
    self.product = product
    self.span = span
  }
}

/// How a gateway makes sure who calls.
public enum RouteAuthentication: String, Hashable, Sendable, CaseIterable {
  /// It does not.
  case none
  /// By client certificate.
  case mtls
  /// By a signed token that the gateway checks.
  case jwt
  /// By a service that it asks for every request.
  case external
  /// By OAuth or OpenID Connect at the gateway.
  case oauth2
  /// By a static key.
  case apiKey = "api_key"
  /// By user name and password.
  case basic
  /// By network address alone.
  case address
}

/// What the gateway presents to the upstream as its right to call.
public enum UpstreamCredential: String, Hashable, Sendable, CaseIterable {
  /// One credential for all callers, which merges their identities.
  case shared
  /// A credential issued or exchanged for the caller.
  case perCaller = "per-caller"
  /// The caller's own token, passed on.
  case passthrough
}

/// One rate limit of a route.
public struct RateLimit: Hashable, Sendable {
  /// Whether the limit can ever apply.
  public enum Reach: Hashable, Sendable {
    /// It can.
    case matches
    /// It cannot: what the gateway sends and what the rate-limit service expects never meet.
    case neverMatches(because: String)
    /// The rate-limit service's configuration was not given.
    case unknown
  }

  /// The part of the gateway's configuration that sets the limit.
  public var span: SourceSpan
  /// Whether it can ever apply, and the place that decides: the service's entry where there is one.
  public var reach: Evidence<Reach>
  /// Whether calls are counted per agent or user.
  public var isPerCaller: Evidence<Bool>
  /// The only callers that the limit names; empty where it holds for every caller.
  public var namedCallers: [Evidence<String>]
  /// Calls that are never counted though others are, as a relative clause such as "whose `$internal` is `1`".
  public var exemptions: [Evidence<String>]
  /// Whether tools are told apart by name; false where only a header's presence counts.
  public var isPerTool: Evidence<Bool>
  /// The tools for which it holds; `nil` where it holds for all, or nothing is known of that.
  public var tools: ToolCoverage?
  /// Calls a minute; `nil` where the configuration does not say.
  public var callsPerMinute: Evidence<Int>?

  /// A limit that `span` sets.
  public init(
    span: SourceSpan, reach: Evidence<Reach>, isPerCaller: Evidence<Bool>,
    namedCallers: [Evidence<String>], isPerTool: Evidence<Bool>, tools: ToolCoverage? = nil,
    exemptions: [Evidence<String>] = [], callsPerMinute: Evidence<Int>?
  ) {
    self.span = span
    self.reach = reach
    self.isPerCaller = isPerCaller
    self.namedCallers = namedCallers
    self.isPerTool = isPerTool
    self.tools = tools
    self.exemptions = exemptions
    self.callsPerMinute = callsPerMinute
  }
}
