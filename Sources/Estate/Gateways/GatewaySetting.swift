public import SourceText

/// One setting of a gateway's file that decides what clients reach through the gateway or what is written
/// in its name, whichever server the requests are for.
public struct GatewaySetting: Hashable, Sendable {
  /// What a setting decides.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Where requests are passed on to.
    case target
    /// The host that the upstream is told.
    case host
    /// A text with variables in a header, a redirect or a request to the upstream.
    case text
    /// The request headers that one block sets, in place of those around it.
    case requestHeaders = "request-headers"
    /// The response headers that one block sets, in place of those around it.
    case responseHeaders = "response-headers"
    /// The folder or file that a path stands for.
    case files
  }

  /// The product, such as `nginx`.
  public let product: String
  /// What the setting decides.
  public let kind: Kind
  /// The block and the directive, such as `location /files alias /srv/`; several may be called alike.
  public let name: String
  /// The setting in its file.
  public let span: SourceSpan
  /// What is wrong with it, as a clause in the words of the file; `nil` where nothing is.
  public let weakness: String?
  /// Why nobody can tell whether something is wrong with it; `nil` where one can.
  public let doubt: String?

  /// The setting `name` of `product` at `span`.
  public init(
    product: String, kind: Kind, name: String, span: SourceSpan, weakness: String?,
    doubt: String? = nil
  ) {
    self.product = product
    self.kind = kind
    self.name = name
    self.span = span
    self.weakness = weakness
    self.doubt = doubt
  }
}
