/// What a word of a record stands for, whatever field it is found in.
struct WordMeaning: Sendable {
  /// The outcome that the word reports.
  let outcome: Outcome?
  /// Whether the word is a decision that refuses a call.
  let isRefusal: Bool
  /// Whether the word is what any service could call itself, and so names nobody.
  let isGenericIdentity: Bool
  /// Whether the word says that there is nothing.
  let isNone: Bool
  /// Whether the word reports that a fallback served the call.
  let isFallback: Bool
  /// Whether the word is the method of a tool call, or the HTTP method by which one is made.
  let isCallMethod: Bool
  /// Whether the word is the method of capability negotiation.
  let isNegotiationMethod: Bool

  /// The meaning of `word`; ASCII letters mean the same in both cases, and blanks around it nothing.
  init(_ word: String) {
    let lowered = word.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
    let word = String(
      decoding: lowered.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed(),
      as: UTF8.self)
    outcome = Outcome(word: word)
    isRefusal = Self.refusals.contains(word)
    isGenericIdentity = Self.genericNames.contains(word)
    isNone = Self.nones.contains(word)
    isFallback = word == "fallback"
    isCallMethod = word == "tools/call" || word == "post"
    isNegotiationMethod = word == "initialize" || word == "server/discover"
  }

  private static let refusals = Set<String>([
    "deny", "denied", "block", "blocked", "reject", "rejected", "forbid", "forbidden", "refuse",
    "refused", "disallow", "disallowed",
  ])

  /// The length of the longest word for nothing, in bytes.
  static let longestNone: UInt32 = 5

  private static let nones = Set<String>([
    "-", "no", "none", "null", "nil", "false", "0", "n/a", "na", "ok", "unset",
  ])

  /// The length of the longest word that names nobody, in bytes.
  static let longestGenericName = genericNames.reduce(0) { max($0, $1.utf8.count) }

  private static let genericNames = Set<String>([
    "service", "system", "default", "mcp-client", "mcp_client", "mcpclient", "mcp", "client",
    "agent", "ai-agent", "ai_agent", "assistant", "bot", "unknown", "anonymous", "admin",
    "administrator", "root", "shared", "shared-agent", "service-account", "service_account",
    "serviceaccount", "svc", "user", "api", "app", "application", "gateway", "proxy", "backend",
    "server", "test", "none", "null", "n/a", "-", "undefined",
  ])
}
