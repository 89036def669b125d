public import SourceText

/// What one MCP client's or agent's configuration says about one server.
public struct ClientEntry: Sendable {
  /// The agent that the configuration belongs to.
  public var agent: String
  /// The name under which the client knows the server.
  public var name: Evidence<String>
  /// The whole entry.
  public var span: SourceSpan
  /// The part of the file that settles how the server is started, where that is more than the entry.
  public var block: SourceSpan?
  /// The address of a remote server.
  public var url: Evidence<String>?
  /// The command line of a local server.
  public var command: Evidence<String>?
  /// What the command starts.
  public var package: PackageReference?
  /// The tools that the client may see; unstated is all of them.
  public var allowedTools = Stated<[String]>()
  /// Tools that the client must not see, whatever else its entry shows.
  public var hiddenTools: [Evidence<String>] = []
  /// When the client asks a person: `always`, `never`, or a list in words.
  public var approval = Stated<ApprovalMode>()
  /// Tools that the client calls without asking.
  public var autoApprovedTools: [Evidence<String>] = []
  /// References to the credentials that the entry uses, such as `${env:TOKEN}`; never a value.
  public var credentialReferences: [Evidence<String>] = []
  /// Options on the command line that take a credential, such as `--api-key`; never a value.
  public var credentialArguments: [Evidence<String>] = []
  /// How the client reaches the server, where the entry names a transport.
  public var transport = Stated<Transport>()
  /// Passages of the entry's texts that try to steer whoever reads them.
  public var passages: [SuspectPassage] = []
  /// Whether the entry is switched off.
  public var isDisabled = Stated<Bool>()

  /// An entry of `agent` that calls the server `name`.
  public init(agent: String, name: Evidence<String>, span: SourceSpan) {
    self.agent = agent
    self.name = name
    self.span = span
  }
}

/// When a client asks a person before it calls a tool.
public enum ApprovalMode: String, Hashable, Sendable, CaseIterable {
  /// Before every call.
  case always
  /// Before calls of some tools.
  case some
  /// Never.
  case never
}

/// An agent or MCP client, as configurations, policies and logs know it.
public struct Agent: Sendable {
  /// The identity that policies name and logs record.
  public let id: String
  /// Every source that speaks about the agent.
  public var sources: [SourceMention] = []
  /// Its owner, where a record says so.
  public var owner = Stated<String>()
  /// Identities of servers that its configuration, a policy or the log connects it to.
  public var servers: Set<String> = []

  /// An agent about which nothing is known but its identity.
  public init(id: String) {
    self.id = id
  }
}

/// A token request, a token response or a set of decoded claims.
public struct TokenSample: Sendable {
  /// The whole sample.
  public var span: SourceSpan
  /// How the client came by the token; from a request, or from a claim that repeats it.
  public var grantType = Stated<OAuthGrant>()
  /// The client that asks.
  public var clientID = Stated<String>()
  /// The audiences or resources that the token is for.
  public var audiences = Stated<[String]>()
  /// The scopes, one entry for each.
  public var scopes: [Evidence<String>] = []
  /// The life of the token in seconds.
  public var lifetime = Stated<Int>()
  /// The task that the token is bound to: an authorization detail (RFC 9396), or a claim about a work item.
  public var task = Stated<String>()
  /// The user on whose behalf the token is used (`sub` beside `act`, or a delegation).
  public var subject = Stated<String>()
  /// Whom the token is about, and who issued it.
  public var identity = TokenIdentity()

  /// A sample at `span`.
  public init(span: SourceSpan) {
    self.span = span
  }
}
