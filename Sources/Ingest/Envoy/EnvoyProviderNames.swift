import SourceText
import Syntax

/// The providers that the requirements of `jwt_authn` filters name, and that the filters do not define.
///
/// Envoy refuses a configuration with such a name.
enum EnvoyProviderNames {
  /// Deeper requirements are not looked at.
  private static let depthLimit = 16

  /// What makes Envoy refuse the filters of `connection`.
  static func faults(in connection: EnvoyConnectionManager) -> [Diagnostic] {
    connection.filters.filter { $0.isOfType("jwt_authn") }.flatMap { filter -> [Diagnostic] in
      let configuration = filter.node["typed_config"]
      let defined = configuration["providers"].membersOrNone.compactMap(\.key.scalarText)
      let requirements =
        configuration["rules"].elementsOrSelf.compactMap { $0["requires"] }
        + configuration["requirement_map"].membersOrNone.map(\.value)
      return requirements.flatMap { names(in: $0, depth: 0) }
        .filter { !defined.contains($0.scalarText ?? "") }
        .map { fault(at: $0, among: defined) }
    }
  }

  private static func names(in requirement: Node, depth: Int) -> [Node] {
    guard depth < depthLimit else { return [] }
    let named = requirement["provider_and_audiences"] ?? requirement
    let parts = [requirement["requires_any"], requirement["requires_all"]].flatMap {
      $0["requirements"].elementsOrSelf
    }
    return [named["provider_name"]].compactMap(\.self)
      + parts.flatMap { names(in: $0, depth: depth + 1) }
  }

  private static func fault(at name: Node, among defined: [String]) -> Diagnostic {
    Diagnostic(
      at: name.span,
      "no provider of the filter is called '\(name.scalarText ?? "")', and Envoy refuses the"
        + " configuration",
      expected: defined.isEmpty ? "a provider" : defined.map { "'\($0)'" }.joined(separator: ", "))
  }
}
