/// How clients reach a server (MCP specification, Transports).
public enum Transport: String, Hashable, Sendable, CaseIterable {
  /// A local process on standard input and output.
  case stdio
  /// One HTTP endpoint, since revision 2025-03-26.
  case streamableHTTP = "streamable_http"
  /// HTTP with Server-Sent Events, deprecated since revision 2025-03-26.
  case httpSSE = "http_sse"

  /// Whether calls cross a network.
  public var isRemote: Bool { self != .stdio }
}

/// The risk tier of a server (seed 0, week 1).
public enum Tier: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Public or low-risk, read-only.
  case zero = 0
  /// Internal read access.
  case one = 1
  /// Business actions that change state.
  case two = 2

  /// Orders tiers by risk.
  public static func < (left: Tier, right: Tier) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How sensitive the data is that a server or tool handles.
public enum Sensitivity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Anyone may read it.
  case `public`
  /// For everyone in the company.
  case `internal`
  /// For those who need it.
  case confidential
  /// Regulated, personal, financial or secret.
  case restricted

  /// Orders levels by how much harm disclosure does.
  public static func < (left: Sensitivity, right: Sensitivity) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}

/// How clients of a server prove who they are.
public enum AuthenticationScheme: String, Hashable, Sendable, CaseIterable {
  /// OAuth 2.1 access tokens (MCP specification, Authorization).
  case oauth2
  /// Client certificates.
  case mtls
  /// Signed tokens, such as JWT, outside an OAuth flow.
  case signedToken = "signed_token"
  /// Single sign-on at the gateway.
  case sso
  /// A static key.
  case apiKey = "api_key"
  /// User name and password.
  case basic
  /// None at all.
  case none
}

/// What a tool may do (seed 3's table, with irreversible and external writes in one class).
public enum ToolClass: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Reads and changes nothing.
  case readOnly = "read-only"
  /// Changes internal state in a way that can be undone.
  case reversibleWrite = "reversible-write"
  /// Cannot be undone, leaves the company, or is regulated.
  case irreversibleWrite = "irreversible-write"

  /// Whether calls change state.
  public var changesState: Bool { self != .readOnly }

  /// Orders classes by the damage that a call can do.
  public static func < (left: ToolClass, right: ToolClass) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
