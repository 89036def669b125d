import Estate
import SourceText
import Syntax

/// What Kong shows the upstream of one route as its right to call.
///
/// Plugins act in an order of their own, whatever the order in the file: token checks first, then changes of
/// headers, then tokens that Kong fetches for itself. The last one that speaks decides.
struct KongUpstreamCredential {
  let scope: KongScope

  /// Unstated where the gateway shows nothing of its own, or takes off what came.
  var stated: Stated<UpstreamCredential> {
    if let plugin = scope.plugin("upstream-oauth") {
      return Stated(.shared, at: plugin.place, grade: .configured)
    }
    let changes = KongHeaderChanges(scope: scope)
    if let fixed = changes.fixedValue(of: "authorization") {
      return Stated(.shared, at: fixed, grade: .configured)
    }
    if changes.removes("authorization") { return Stated() }
    return Stated(ofOAuth2 ?? ofOpenIDConnect)
  }

  private var ofOAuth2: Evidence<UpstreamCredential>? {
    guard let config = scope.plugin("ai-mcp-oauth2")?.config else { return nil }
    if let exchange = config["token_exchange"]?["enabled"], exchange.boolean == true {
      return Evidence(.perCaller, at: exchange.span, grade: .configured)
    }
    guard let passed = config["passthrough_credentials"], passed.boolean == true else { return nil }
    return Evidence(.passthrough, at: passed.span, grade: .configured)
  }

  /// Ways of proof in which the client brings the access token itself.
  private static let bearers: Set<String> = ["bearer", "introspection"]

  /// The plugin writes the access token into `Authorization` unless it is told another header, or `null`,
  /// which leaves the header as it came unless credentials are hidden.
  private var ofOpenIDConnect: Evidence<UpstreamCredential>? {
    guard let plugin = scope.plugin("openid-connect") else { return nil }
    if let header = plugin.config?["upstream_access_token_header"] {
      if header.kind != .null { return Evidence(.passthrough, at: header.span, grade: .configured) }
      if plugin.config?["hide_credentials"]?.boolean == true { return nil }
    }
    // By default every way of proof is accepted.
    let methods = (plugin.config?["auth_methods"]).elementsOrTexts.compactMap(\.scalarText)
    guard methods.isEmpty || methods.contains(where: Self.bearers.contains) else { return nil }
    return Evidence(.passthrough, at: plugin.place, grade: .configured)
  }
}
