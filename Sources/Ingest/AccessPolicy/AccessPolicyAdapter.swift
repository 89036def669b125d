import Estate
import Reading
import SourceText
import Syntax

/// Lowers mcpready's own access policy: who may call what, where, and with whose approval.
enum AccessPolicyAdapter {
  /// The policy that `document` holds under `access_policy`, or is itself beside its `kind`.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    guard document.member("access_policy") != nil else {
      if let policy = policy(document, into: &contribution.diagnostics) {
        contribution.policies = [policy]
      }
      return contribution
    }
    let bodies = MappingReader.read(
      document, as: "an access policy", into: &contribution.diagnostics
    ) { reader in
      reader.skip("kind", "$schema")
      return reader.elements("access_policy")
    }
    contribution.policies = (bodies ?? []).compactMap {
      policy($0, into: &contribution.diagnostics)
    }
    return contribution
  }

  private static func policy(_ node: Node, into diagnostics: inout [Diagnostic]) -> AccessPolicy? {
    MappingReader.read(node, as: "an access policy", into: &diagnostics) { reader in
      reader.skip("kind", "$schema")
      var policy = AccessPolicy(span: node.span)
      policy.defaultDecision = Stated(reader.choice("default"))
      policy.enforcement = Stated(reader.choice("enforced_at", from: enforcementPoints))
      policy.grants = reader.mappings("grants") { grant(from: &$0) }.compactMap(\.self)
      return policy
    }
  }

  static let enforcementPoints = Vocabulary<String>([
    "gateway": "gateway", "server": "server", "client": "client",
  ])

  /// A rule; `nil` for one that grants nothing.
  ///
  /// One without agents or servers is kept, though it speaks about no call: it is an error. One with an empty
  /// list is an error as well, and `nil`: nothing stands in the list, and not everything.
  private static func grant(from reader: inout MappingReader) -> Grant? {
    for key in ["agents", "servers"] where !reader.hasMember(key) {
      reader.report(
        .error, at: reader.node.span, "the grant names no \(key), so it speaks about no call",
        expected: "`\(key)`", advice: "list them, or write [\"*\"] for all")
    }
    var speaksOfNothing = false
    for key in ["agents", "servers", "tools", "environments"] {
      guard let list = reader.node[key], list.kind == .sequence, Array(list.elements).isEmpty else {
        continue
      }
      speaksOfNothing = true
      reader.report(
        .error, at: list.span, "`\(key)` is empty, so the grant speaks about no call",
        expected: "at least one name",
        advice: "list them, write [\"*\"] for all, or take the grant out")
    }
    let effect = reader.choice("effect", as: Decision.self)
    var grant = Grant(
      span: reader.node.span, decision: effect?.value ?? .allow, agents: reader.strings("agents"),
      servers: reader.strings("servers"), tools: reader.strings("tools"),
      environments: reader.strings("environments"))
    grant.tasks = reader.strings("tasks")
    let approval = ApprovalDemand(readFrom: &reader)
    grant.requiresApproval = Stated(approval.isRequired)
    grant.approvers = Stated(approval.approvers)
    return speaksOfNothing ? nil : grant
  }
}
