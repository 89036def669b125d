import Estate
import SourceText
import Syntax

/// What agentgateway writes about each request: always a line of named fields, as text or JSON.
struct AgentgatewayAccessLog {
  /// The whole configuration, because logging is set for all routes at once.
  let file: Node
  /// The route, for what is not written.
  let anchor: SourceSpan

  /// Fields of every record.
  private static let always = [
    "gateway", "listener", "route", "endpoint", "src.addr", "http.method", "http.host", "http.path",
    "http.version", "http.status", "protocol", "duration",
  ]

  /// Fields of records about MCP.
  private static let ofMCP = [
    "mcp.method.name", "mcp.target", "mcp.resource.type", "mcp.session.id",
  ]

  /// The log, at the setting that changes it where there is one.
  var stated: Stated<AccessLog> {
    let policies = file["frontendPolicies"]
    let policy = policies?.member("accessLog") ?? policies?.member("logging")
    let logging = file["config"]?.member("logging")
    let fields = [policy?.value, logging?.value["fields"]].compactMap { $0 }
    let removed = Set(fields.flatMap { $0["remove"].elementsOrTexts.compactMap(\.scalarText) })
    let added = fields.flatMap { $0["add"].membersOrNone.compactMap(\.key.scalarText) }
    let names = (Self.always + Self.ofMCP + added).filter { !removed.contains($0) }
    let target = policy?.value["otlp"] == nil ? "stdout" : "otlp"
    return Stated(
      AccessLog(target: target, isStructured: true, fields: names),
      at: policy?.key.span ?? logging?.key.span ?? anchor, grade: .configured)
  }
}
