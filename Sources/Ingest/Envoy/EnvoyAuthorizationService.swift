import SourceText
import Syntax

extension EnvoyRouteScope {
  /// The filter that has a service decide about every call of the route.
  var authorizationService: EnvoyFilter? {
    filters("ext_authz").first { Self.unaskedShare(of: $0) == nil && unmetCondition(of: $0) == nil }
  }

  /// Where the configuration lets calls go on without asking the authorization service that the chain has, if
  /// it does.
  var authorizationExemption: SourceSpan? {
    let services = filters("ext_authz")
    return services.lazy.compactMap(Self.unaskedShare).first
      ?? services.lazy.compactMap(unmetCondition).first ?? exemption(from: "ext_authz")
  }

  /// Filters that may write metadata of any name; the others write under their own.
  private static let writers = [
    "set_metadata", "header_to_metadata", "json_to_metadata", "lua", "wasm", "ext_proc", "golang",
    "dynamic_modules",
  ]

  /// Where `filter` asks for metadata before it is at work, and no filter before it writes any.
  private func unmetCondition(of filter: EnvoyFilter) -> SourceSpan? {
    let settings = filter.configuration
    guard let condition = settings["filter_enabled_metadata"],
      condition["invert"]?.boolean != true,
      settings["deny_at_disable"]?["default_value"]?.boolean != true
    else { return nil }
    let namespace = condition["filter"]?.scalarText?.split(separator: ".").last.map(String.init)
    let isWritten = (Self.writers + [namespace].compactMap(\.self)).contains { writer in
      filters(writer).contains { $0.position < filter.position }
    }
    return isWritten ? nil : settings.place(of: "filter_enabled_metadata")
  }

  /// Where `filter` says that it is not at work for all calls, and what it leaves out passes.
  private static func unaskedShare(of filter: EnvoyFilter) -> SourceSpan? {
    let settings = filter.configuration
    guard let enabled = settings["filter_enabled"]?["default_value"],
      settings["deny_at_disable"]?["default_value"]?.boolean != true
    else { return nil }
    let share = EnvoyShare(enabled)
    return share.isPartial ? share.numerator?.span ?? enabled.span : nil
  }
}
