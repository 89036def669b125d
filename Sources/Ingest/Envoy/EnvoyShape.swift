import Reading
import SourceText
import Syntax

/// The shapes of the fields that the adapter reads, as Envoy's protocol buffers define them.
///
/// Envoy refuses a whole configuration for one field of another shape; without this check, what is read
/// as absent would look like what was never written.
enum EnvoyShape {
  private enum Shape: String {
    case list = "a list"
    case mapping = "a mapping"
    case duration = "a duration such as `15s`"
  }

  private static let shapes: [String: Shape] = [
    "listeners": .list, "clusters": .list, "filter_chains": .list, "filters": .list,
    "http_filters": .list, "virtual_hosts": .list, "routes": .list, "domains": .list,
    "rate_limits": .list, "endpoints": .list, "lb_endpoints": .list, "access_log": .list,
    "request_headers_to_add": .list, "request_headers_to_remove": .list,
    "static_resources": .mapping, "route_config": .mapping, "route": .mapping,
    "typed_config": .mapping, "load_assignment": .mapping, "transport_socket": .mapping,
    "retry_policy": .mapping, "timeout": .duration,
  ]

  /// The lists among them whose elements are mappings.
  private static let listsOfMappings: Set<String> = [
    "listeners", "clusters", "filter_chains", "filters", "http_filters", "virtual_hosts", "routes",
    "rate_limits",
  ]

  /// What makes Envoy refuse `document`, as far as the adapter reads it.
  static func faults(in document: Node) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for member in document.members {
      if let key = member.key.scalarText, let shape = shapes[key] {
        // Protocol buffers read a single mapping as a list of one.
        let isListOfOne = listsOfMappings.contains(key) && member.value.kind == .mapping
        if !isListOfOne, !has(member.value, shape) {
          faults.append(fault(at: member.value, key, expected: shape))
          continue
        }
        if listsOfMappings.contains(key) {
          for element in member.value.elements where element.kind != .mapping {
            faults.append(
              Diagnostic(
                at: element.span, "an element of `\(key)` is no mapping", expected: "a mapping"))
          }
        }
      }
      faults += self.faults(in: member.value)
    }
    for element in document.elements { faults += self.faults(in: element) }
    return faults
  }

  private static func has(_ node: Node, _ shape: Shape) -> Bool {
    // Nothing at all is every field's default.
    if node.kind == .null { return true }
    switch shape {
    case .list: return node.kind == .sequence
    case .mapping: return node.kind == .mapping
    case .duration:
      guard let text = node.scalarText else { return node.kind == .mapping }
      return text.hasSuffix("s") && WrittenDuration(text) != nil
    }
  }

  private static func fault(at node: Node, _ key: String, expected: Shape) -> Diagnostic {
    Diagnostic(
      at: node.span, "Envoy cannot read `\(key)`, and refuses the configuration",
      expected: expected.rawValue)
  }
}
