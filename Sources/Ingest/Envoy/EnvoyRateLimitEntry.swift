import Estate
import SourceText
import Syntax

/// One entry of a descriptor that Envoy sends to its rate-limit service.
struct EnvoyRateLimitEntry {
  /// The key, by default one that the kind of action has.
  let key: Evidence<String>
  /// The fixed value; `nil` where it is taken from the request.
  let value: Evidence<String>?
  let isCaller: Bool
  let isTool: Bool
  /// Whether a header for the tool's name is looked at, if only for being there.
  let looksAtTool: Bool
  /// The place that says whether the entry tells callers or tools apart.
  let place: SourceSpan
  /// The request header that gives the value, in lower case.
  var header: String?

  /// The entry as the rate-limit service receives it.
  var sent: DescriptorEntry {
    DescriptorEntry(key: key, value: value, isCaller: isCaller, isTool: isTool)
  }

  /// What `action` produces; `nil` where it names no kind.
  init?(_ action: Node) {
    guard let member = Optional(action).membersOrNone.first, let kind = member.key.scalarText else {
      return nil
    }
    let node = member.value
    let anchor = member.key.span
    switch kind {
    case "request_headers":
      let name = node["header_name"]
      let text = name?.scalarText?.lowercased() ?? ""
      self.init(
        key: Self.key(of: node, default: text, at: anchor), value: nil,
        isCaller: IdentityHeaderName.matches(text) || text == "authorization",
        isTool: ToolHeaderName.matches(text), place: name?.span ?? anchor, header: text)
    case "header_value_match":
      let tool = Self.toolMatch(in: node)
      self.init(
        key: Self.key(of: node, default: "header_match", at: anchor), value: Self.value(of: node),
        isCaller: false, isTool: tool?.comparesName ?? false, looksAtTool: tool != nil,
        place: tool?.place ?? anchor)
    case "query_parameter_value_match":
      self.init(
        key: Self.key(of: node, default: "query_match", at: anchor), value: Self.value(of: node),
        isCaller: false, isTool: false, place: anchor)
    case "metadata", "dynamic_metadata":
      let path = node["metadata_key"]["path"].elementsOrSelf.compactMap { $0["key"]?.scalarText }
      let names = path.map { $0.lowercased() }
      let key = Self.key(of: node, default: kind, at: anchor)
      self.init(
        key: key, value: nil,
        isCaller: names.contains(where: Self.isCallerClaim)
          || IdentityHeaderName.matches(key.value.lowercased()),
        isTool: Self.isToolPath(names) || ToolHeaderName.matches(key.value.lowercased()),
        place: node.place(of: "metadata_key") ?? anchor)
    default:
      // `generic_key`, `source_cluster`, `destination_cluster`, `remote_address` and the like.
      self.init(
        key: Self.key(of: node, default: kind, at: anchor), value: Self.value(of: node),
        isCaller: false, isTool: false, place: anchor)
    }
  }

  private init(
    key: Evidence<String>, value: Evidence<String>?, isCaller: Bool, isTool: Bool,
    looksAtTool: Bool = false, place: SourceSpan, header: String? = nil
  ) {
    self.key = key
    self.value = value
    self.isCaller = isCaller
    self.isTool = isTool
    self.looksAtTool = isTool || looksAtTool
    self.place = place
    self.header = header
  }

  private static func key(
    of action: Node, default name: String, at anchor: SourceSpan
  ) -> Evidence<String> {
    guard let written = action["descriptor_key"], let text = written.scalarText else {
      return Evidence(name, at: anchor, grade: .configured)
    }
    return Evidence(text, at: written.span, grade: .configured)
  }

  private static func value(of action: Node) -> Evidence<String>? {
    guard let value = action["descriptor_value"], let text = value.scalarText else { return nil }
    return Evidence(text, at: value.span, grade: .configured)
  }

  /// How a `header_value_match` looks at the tool's header: at its value, or only whether it is there.
  private static func toolMatch(
    in match: Node
  ) -> (comparesName: Bool, place: SourceSpan)? {
    for header in match["headers"].elementsOrSelf {
      guard ToolHeaderName.matches(header["name"]?.scalarText?.lowercased() ?? "") else { continue }
      for member in header.members where !member.key.isScalar("name") {
        let isPresence = member.key.isScalar("present_match")
        let isFlag = member.value.kind == .boolean
        if isPresence || !isFlag { return (!isPresence, member.key.span) }
      }
      return (false, header.span)
    }
    return nil
  }

  private static func isCallerClaim(_ name: String) -> Bool {
    ["sub", "client_id", "azp", "cid", "appid", "act"].contains(name)
      || IdentityHeaderName.matches(name)
  }

  /// Whether a path into metadata leads to the tool's name, as `params.name` does in what the MCP filter
  /// has read.
  private static func isToolPath(_ names: [String]) -> Bool {
    names.suffix(2) == ["params", "name"] || names.contains(where: ToolHeaderName.matches)
  }
}
