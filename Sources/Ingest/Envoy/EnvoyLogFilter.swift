import SourceText
import Syntax

/// The filter of an access log: which calls are not written.
enum EnvoyLogFilter {
  /// Deeper trees are taken for filters that keep nothing out.
  private static let depthLimit = 16

  /// The place in `filter` that keeps calls out of the log though they succeed, which is what most calls do.
  ///
  /// `nil` where it does not, and where that depends on the requests, as conditions on their path do.
  static func omission(in filter: Node) -> SourceSpan? { omission(in: filter, depth: 0) }

  private static func omission(in filter: Node, depth: Int) -> SourceSpan? {
    guard depth < depthLimit else { return nil }
    func parts(_ node: Node) -> [SourceSpan?] {
      node["filters"].elementsOrSelf.map { omission(in: $0, depth: depth + 1) }
    }
    for member in filter.members {
      let omits: Bool
      switch member.key.scalarText {
      case "and_filter":
        if let first = parts(member.value).lazy.compactMap(\.self).first { return first }
        omits = false
      case "or_filter":
        let all = parts(member.value)
        omits = !all.isEmpty && !all.contains(nil)
      case "status_code_filter": omits = !keeps(200, member.value["comparison"])
      case "duration_filter": omits = omitsSomeDuration(member.value["comparison"])
      case "runtime_filter": omits = EnvoyShare(member.value["percent_sampled"]).isPartial
      case "response_flag_filter": omits = true
      case "header_filter": omits = asksForHeader(member.value["header"])
      case "grpc_status_filter": omits = omitsOK(member.value)
      default: omits = false
      }
      if omits { return member.key.span }
    }
    return nil
  }

  private static func comparison(_ node: Node?) -> (operation: String, value: Double) {
    (node["op"]?.scalarText ?? "EQ", node["value"]["default_value"]?.number ?? 0)
  }

  private static func keeps(_ status: Double, _ node: Node?) -> Bool {
    let (operation, value) = comparison(node)
    switch operation {
    case "GE": return status >= value
    case "LE": return status <= value
    case "NE": return status != value
    default: return status == value
    }
  }

  private static func omitsSomeDuration(_ node: Node?) -> Bool {
    let (operation, value) = comparison(node)
    switch operation {
    case "GE": return value > 0
    case "NE": return false
    default: return true
    }
  }

  /// Whether only requests with a header are logged; what path or host they have may be that of all calls, and
  /// what is inverted keeps few out.
  private static func asksForHeader(_ header: Node?) -> Bool {
    guard let name = header["name"]?.scalarText, !name.hasPrefix(":") else { return false }
    return header["invert_match"]?.boolean != true && header["present_match"]?.boolean != false
  }

  private static func omitsOK(_ node: Node) -> Bool {
    let namesOK = node["statuses"].elementsOrTexts.contains { $0.isScalar("OK") }
    return namesOK == (node["exclude"]?.boolean == true)
  }
}
