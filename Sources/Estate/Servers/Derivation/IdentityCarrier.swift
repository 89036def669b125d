/// Where a manifest says that an identity travels, such as `claim:sub` or `header X-Agent-ID`.
public struct IdentityCarrier: Hashable, Sendable {
  /// What carries the identity.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A claim of a token.
    case claim
    /// A request header.
    case header
    /// The client's certificate.
    case certificate
    /// The same for every call.
    case constant
    /// An argument of the tool, or the prompt: whatever the model writes there.
    case argument
    /// Something else, in words.
    case other
  }

  /// What carries it.
  public let kind: Kind
  /// The claim, header or part of the certificate; empty where none is named.
  public let name: String

  /// Reads `text`, whose first word before a colon or a blank says what carries the identity.
  public init(_ text: String) {
    let head = text.prefix { $0 != ":" && $0 != " " }
    let rest = text.dropFirst(head.count).drop { $0 == ":" || $0 == " " }
    let kind = Self.kinds[head.lowercased()] ?? .other
    self.kind = kind
    name = kind == .other ? "" : String(rest)
  }

  private static let kinds: [String: Kind] = [
    "claim": .claim, "jwt": .claim, "header": .header, "certificate": .certificate,
    "cert": .certificate, "constant": .constant, "argument": .argument, "parameter": .argument,
    "prompt": .argument,
  ]
}
