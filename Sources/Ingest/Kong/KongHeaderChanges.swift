import Estate
import SourceText
import Syntax

/// Request headers that `request-transformer` changes on one route of Kong.
///
/// It removes, then replaces what is there, then adds what is not.
struct KongHeaderChanges {
  private typealias Entry = (name: String, value: String, place: SourceSpan)

  private let removed: [Entry]
  private let replaced: [Entry]
  private let added: [Entry]

  init(scope: KongScope) {
    let plugin =
      scope.plugin("request-transformer-advanced") ?? scope.plugin("request-transformer")
    removed = Self.entries(plugin?.config, "remove")
    replaced = Self.entries(plugin?.config, "replace")
    added = Self.entries(plugin?.config, "add") + Self.entries(plugin?.config, "append")
  }

  /// The changed headers, each once; one that is only added is the client's own wherever the client sends it.
  var headers: [IdentityHeader] {
    var headers: [IdentityHeader] = []
    for entry in replaced + added where !headers.contains(where: { $0.name == entry.name }) {
      let isSet = removes(entry.name) || replaced.contains { $0.name == entry.name }
      headers.append(
        IdentityHeader(
          name: entry.name,
          origin: Evidence(
            isSet ? Self.origin(of: entry.value) : .client, at: entry.place, grade: .configured),
          expression: entry.value))
    }
    for entry in removed where !headers.contains(where: { $0.name == entry.name }) {
      headers.append(
        IdentityHeader(
          name: entry.name, origin: Evidence(.removed, at: entry.place, grade: .configured),
          expression: ""))
    }
    return headers
  }

  /// Whether the header `name`, in lower case, is taken off.
  func removes(_ name: String) -> Bool {
    removed.contains { $0.name == name }
  }

  /// Where the header `name`, in lower case, is given a value that is the same for every request.
  func fixedValue(of name: String) -> SourceSpan? {
    (replaced + added).first {
      $0.name == name && !$0.value.isEmpty && Self.origin(of: $0.value) == .constant
    }?.place
  }

  /// `name:value`, as `action` lists them.
  private static func entries(_ config: KongPluginConfig?, _ action: String) -> [Entry] {
    (config?[action]?["headers"]).elementsOrTexts.compactMap { node in
      node.scalarText.map { text in
        let name = text.prefix { $0 != ":" }
        return (name.lowercased(), String(text.dropFirst(name.count + 1)), node.span)
      }
    }
  }

  /// A template stands in `$(…)`.
  private static func origin(of value: String) -> IdentityHeader.Origin {
    guard value.contains("$(") else { return .constant }
    if ["headers", "query_params", "uri_captures"].contains(where: value.contains) {
      return .client
    }
    return .unknown
  }
}
