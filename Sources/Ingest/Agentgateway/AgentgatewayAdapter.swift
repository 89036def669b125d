import Estate
import SourceText
import Syntax

/// Lowers agentgateway's own configuration files to routes.
///
/// Read are `binds`, `gateways` with the `routes` attached to them, route groups, named backends and the
/// short form `mcp`. Each target of an MCP backend is a route of its own, because it leads to a server of
/// its own and has policies of its own. The Kubernetes form of the same gateway is not read here.
enum AgentgatewayAdapter {
  /// The routes that `documents` define.
  static func lower(_ documents: [Node], rateLimitServices: [Node]) -> Contribution {
    let limits = rateLimitServices.compactMap(RateLimitDomain.init)
    var contribution = Contribution()
    for document in documents {
      let file = AgentgatewayFile(document)
      for scope in file.scopes {
        let lowering = AgentgatewayRouteLowering(scope: scope, file: file, limits: limits)
        contribution.routes += lowering.routes
        if !lowering.routes.isEmpty {
          let authentication = AgentgatewayAuthentication(scope: scope)
          contribution.diagnostics += authentication.doubts
          if !file.hasAttachedPolicies { contribution.diagnostics += authentication.blindRules }
        }
      }
      contribution.diagnostics += file.doubts
    }
    return contribution
  }

  /// The servers that the gateway of `document` starts as processes of its own, as any client would.
  static func lowerStartedServers(_ document: Node, in source: SourceFile) -> Contribution {
    var contribution = Contribution()
    let file = AgentgatewayFile(document)
    let agent = "agentgateway " + ClientConfigAdapter.agent(of: document, in: source)
    for scope in file.scopes {
      contribution.clientEntries += AgentgatewayRouteLowering(scope: scope, file: file, limits: [])
        .startedServers(by: agent)
    }
    return contribution
  }
}

/// One configuration file: its entrances, and what its routes refer to by name.
struct AgentgatewayFile {
  let document: Node

  /// Backends that routes refer to by name.
  private let backends: [String: Node]
  /// The routes of groups that backends delegate to.
  private let groups: [String: [Node]]

  init(_ document: Node) {
    self.document = document
    backends = Self.byName(document["backends"])
    groups = Self.byName(document["routeGroups"]).mapValues { $0["routes"].elementsOrSelf }
  }

  private static func byName(_ list: Node?) -> [String: Node] {
    var found: [String: Node] = [:]
    for entry in list.elementsOrSelf {
      if let name = entry["name"]?.scalarText, found[name] == nil { found[name] = entry }
    }
    return found
  }

  /// Every route with what stands around it; those of groups once for each route that delegates to them.
  var scopes: [AgentgatewayScope] {
    var found: [AgentgatewayScope] = []
    for bind in document["binds"].elementsOrSelf {
      for listener in bind["listeners"].elementsOrSelf {
        let entrance = AgentgatewayScope(
          entrance: listener, port: bind["port"], policies: [listener["policies"]])
        for route in listener["routes"].elementsOrSelf {
          collect(route, in: entrance, into: &found)
        }
      }
    }
    for route in document["routes"].elementsOrSelf {
      for entrance in entrances(namedBy: route) { collect(route, in: entrance, into: &found) }
    }
    if let simple = document["mcp"], simple["targets"] != nil {
      for entrance in entrances(namedBy: simple) {
        var scope = entrance.within(simple)
        scope.backend = simple
        found.append(scope)
      }
    }
    return found
  }

  /// What `policies` and `backends` of a route or group lead to.
  private func collect(
    _ route: Node, in outer: AgentgatewayScope, into found: inout [AgentgatewayScope]
  ) {
    let scope = outer.within(route)
    for backend in route["backends"].elementsOrSelf {
      if let group = backend["routeGroup"]?.scalarText {
        // A group within a group is refused by the gateway.
        guard outer.group == nil else { continue }
        var delegated = scope
        delegated.group = group
        for inner in groups[group] ?? [] { collect(inner, in: delegated, into: &found) }
        continue
      }
      var own = scope
      own.policies.append(backend["policies"])
      let named = self.backend(namedBy: backend)
      own.policies.append(named["policies"])
      own.backend = named ?? backend
      found.append(own)
    }
  }

  /// The backend of the file that `node` refers to, by its name or by `/` and its name.
  func backend(namedBy node: Node) -> Node? {
    node["backend"]?.scalarText.flatMap { name in
      backends[name] ?? (name.hasPrefix("/") ? backends[String(name.dropFirst())] : nil)
    }
  }

  /// The listeners of the gateways that `node` is attached to: all of them where it names none.
  private func entrances(namedBy node: Node) -> [AgentgatewayScope] {
    let wanted = node["gateways"].elementsOrTexts.compactMap(\.scalarText)
    var found: [AgentgatewayScope] = []
    for (key, gateway) in document["gateways"].membersOrNone {
      let name = key.scalarText ?? ""
      let listeners = gateway["listeners"].elementsOrSelf
      for listener in listeners.isEmpty ? [gateway] : listeners {
        let path = listener["name"]?.scalarText.map { name + "/" + $0 } ?? name
        guard wanted.isEmpty || wanted.contains(name) || wanted.contains(path) else { continue }
        found.append(
          AgentgatewayScope(
            entrance: listener, port: gateway["port"], policies: [gateway, listener]))
      }
    }
    guard found.isEmpty else { return found }
    return [AgentgatewayScope(entrance: node, port: node["port"], policies: [])]
  }

  /// What is said about the file, because it is not read.
  var doubts: [Diagnostic] {
    guard let key = document.member("policies")?.key else { return [] }
    return [
      Diagnostic(
        .note, at: key.span, "which routes these policies are attached to is not read",
        advice: "Write policies under the route or listener that they are for.")
    ]
  }

  /// Whether policies that are attached from afar could authenticate or authorize callers.
  var hasAttachedPolicies: Bool { document["policies"] != nil }
}

/// One route, from the listener that takes its requests to the backend that answers them.
struct AgentgatewayScope {
  /// The listener or gateway, or the short form itself.
  let entrance: Node
  let port: Node?
  /// The mappings that hold policies, outermost first.
  var policies: [Node?]
  /// The route; `nil` for the short form.
  var route: Node?
  /// The route of the group that the requests came through.
  var group: String?
  var backend: Node?

  init(entrance: Node, port: Node?, policies: [Node?]) {
    self.entrance = entrance
    self.port = port
    self.policies = policies
  }

  /// The same within `inner`, which may have policies of its own.
  func within(_ inner: Node) -> AgentgatewayScope {
    var scope = self
    scope.policies.append(inner["policies"])
    scope.route = inner
    return scope
  }

  /// The policy `name` of the innermost level that has it, and the place of its key.
  func policy(_ name: String) -> (node: Node, place: SourceSpan)? {
    for level in policies.reversed() {
      if let member = level?.member(name), member.value.kind != .null {
        return (member.value, member.key.span)
      }
    }
    return nil
  }

  /// Where a finding about what is missing points.
  var anchor: SourceSpan {
    let path = route["matches"].elementsOrSelf.lazy.compactMap { $0["path"] }.first
    return path?.span ?? route?.place(of: "backends") ?? backend?.place(of: "targets")
      ?? entrance.span
  }
}
