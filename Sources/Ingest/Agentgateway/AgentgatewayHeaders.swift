import Estate
import SourceText
import Syntax

/// Request headers that agentgateway sets and takes off on the way to a backend.
struct AgentgatewayHeaders {
  let scope: AgentgatewayScope

  /// Adds the headers that the policies of `scope` speak about.
  func add(to route: inout Route) {
    let modifier = scope.policy("requestHeaderModifier")?.node
    let transform = scope.policy("transformations")?.node["request"]
    var headers: [IdentityHeader] = []
    for key in ["set", "add"] {
      headers += modifier[key].membersOrNone.compactMap { header($0, isExpression: false) }
      headers += transform[key].membersOrNone.compactMap { header($0, isExpression: true) }
    }
    let removed = modifier["remove"].elementsOrTexts + transform["remove"].elementsOrTexts
    headers += removed.compactMap { name in
      name.scalarText.map { text in
        IdentityHeader(
          name: text.lowercased(), origin: Evidence(.removed, at: name.span, grade: .configured),
          expression: "")
      }
    }
    for header in headers {
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(header)
      } else {
        route.otherHeaders.append(header)
      }
    }
  }

  private func header(_ entry: (key: Node, value: Node), isExpression: Bool) -> IdentityHeader? {
    guard let name = entry.key.scalarText, let text = entry.value.scalarText else { return nil }
    let origin = isExpression ? AgentgatewayExpression(text).origin : .constant
    return IdentityHeader(
      name: name.lowercased(), origin: Evidence(origin, at: entry.value.span, grade: .configured),
      expression: text)
  }
}

/// A CEL expression over a request, by the names that it reads.
struct AgentgatewayExpression {
  private let text: String

  /// Reads `text`, without evaluating it.
  init(_ text: String) {
    self.text = text
  }

  private static let verified = [
    "jwt.", "apiKey.", "basicAuth.", "extauthz.", "source.identity", "source.subject",
  ]

  /// Where its value comes from.
  var origin: IdentityHeader.Origin {
    if readsHeaders { return .client }
    if Self.verified.contains(where: text.contains) { return .verified }
    return constant == nil ? .unknown : .constant
  }

  /// The text that it is, where it is nothing but a text in quotes.
  var constant: String? {
    guard let quote = text.first, quote == "\"" || quote == "'",
      text.dropFirst().firstIndex(of: quote) == text.indices.last
    else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// Whether its value differs from caller to caller.
  var namesCaller: Bool {
    if Self.verified.contains(where: text.contains) { return true }
    guard readsHeaders else { return false }
    return text.split { "\"'[]. ".contains($0) }.contains {
      IdentityHeaderName.matches($0.lowercased()) || $0.lowercased() == "authorization"
    }
  }

  /// Whether its value is the name of the tool that is called.
  var namesTool: Bool { text.contains("mcp.tool") || text.contains("mcp.name") }

  private var readsHeaders: Bool { text.contains("request.headers") }
}
