import SourceText
import Syntax

extension EnvoyRouteScope {
  /// The filter that has a service decide about every call of the route.
  var authorizationService: EnvoyFilter? {
    filters("ext_authz").first { Self.unaskedShare(of: $0) == nil }
  }

  /// Where the configuration lets calls go on without asking the authorization service that the chain has, if
  /// it does.
  var authorizationExemption: SourceSpan? {
    filters("ext_authz").lazy.compactMap(Self.unaskedShare).first ?? exemption(from: "ext_authz")
  }

  /// Where `filter` says that it is not at work for all calls, and what it leaves out passes.
  private static func unaskedShare(of filter: EnvoyFilter) -> SourceSpan? {
    let settings = filter.configuration
    guard let enabled = settings["filter_enabled"]?["default_value"],
      settings["deny_at_disable"]?["default_value"]?.boolean != true
    else { return nil }
    let numerator = enabled["numerator"]
    let whole: Double =
      switch enabled["denominator"]?.scalarText ?? "HUNDRED" {
      case "TEN_THOUSAND": 10_000
      case "MILLION": 1_000_000
      default: 100
      }
    guard numerator?.number ?? 0 < whole else { return nil }
    return numerator?.span ?? enabled.span
  }
}
