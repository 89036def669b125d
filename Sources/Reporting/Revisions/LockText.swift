import Drift
public import Estate

/// The text of a lock file: what somebody approves of each server, in a form that can be reviewed.
///
/// Same servers, same bytes: nothing in it depends on where or when it is written.
public enum LockText {
  /// The name by which a lock file is found.
  public static let fileName = "mcpready.lock"

  /// The lock of `servers`, sorted by identity.
  public static func text(of servers: [ServerContract]) -> String {
    JSONWriter.text { json in
      json.member("mcpready_lock", 1)
      json.objects("servers", servers.sorted { $0.id.value < $1.id.value }) { server, json in
        json.member("server_id", server.id.value)
        json.member("version", server.version?.value)
        json.rows("packages", server.packages) { package, json in
          json.member("registry", package.registry)
          json.member("identifier", package.identifier.value)
          json.member("pin", package.pin)
        }
        json.array("scopes", server.scopes.map(\.value))
        json.objects("tools", server.tools) { write($0, into: &$1) }
      }
    }
  }

  private static func write(_ tool: ToolContract, into json: inout JSONWriter) {
    let parts = ToolDefinition.Member.allCases.compactMap { member in
      tool.definition?[member].map { (name: member.rawValue, part: $0) }
    }
    json.member("name", tool.name.value)
    json.array("scopes", tool.scopes.map(\.value))
    json.object("sha256") { json in
      json.member("name", tool.nameDigest)
      for (name, part) in parts { json.member(named: name, part.digest) }
    }
    for (name, part) in parts { json.member(named: name, canonical: part.canonicalText) }
  }
}
