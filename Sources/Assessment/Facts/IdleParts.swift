import Estate
import SourceText

/// The parts of one grant that the log never shows in use on one server.
struct IdleParts {
  /// Agents that are named and never call.
  let agents: [Evidence<String>]
  /// Tools that are named and never called.
  let tools: [Evidence<String>]
  /// Environments that are named, that the log shows the server in, and that the grant's agents never call in.
  let environments: [Evidence<String>]

  private let grant: Grant
  private let calls: GrantedCalls
  private let hasIdleWildcard: Bool

  /// What `grant` lets pass on `server` beyond `calls`, those in `traffic` that it speaks of; environments
  /// are called as `stages` says.
  init(
    of grant: Grant, on server: Server, _ traffic: ServerTraffic, _ calls: GrantedCalls,
    _ stages: EnvironmentStages
  ) {
    self.grant = grant
    self.calls = calls
    let everyTool = Set(server.tools.map(\.name))
    // A grant for several servers may name tools that only one of them has; that the only one lacks a tool
    // is another flaw.
    let isOpenList = grant.servers.count == 1 && everyTool.isEmpty
    agents =
      grant.isForEveryAgent || traffic.calls < GrantUsage.callsForName
      ? [] : grant.agents.filter { calls.agents[$0.value] == nil }
    tools =
      grant.isForEveryTool || calls.count < GrantUsage.callsForName
      ? []
      : grant.tools.filter {
        !calls.tools.contains($0.value) && (isOpenList || everyTool.contains($0.value))
      }
    environments =
      calls.environments.isEmpty || calls.count < GrantUsage.callsForEnvironment
      ? []
      : grant.environments.filter { granted in
        let isGranted = { (place: String) in stages.areSame(granted.value, place) }
        return traffic.environments.keys.contains(where: isGranted)
          && !calls.environments.contains(where: isGranted)
      }
    hasIdleWildcard =
      calls.count >= GrantUsage.callsForWildcard
      && (grant.isForEveryAgent || (grant.isForEveryTool && !everyTool.isSubset(of: calls.tools)))
  }

  /// Whether everything is in use, as far as the log tells.
  var isEmpty: Bool {
    !hasIdleWildcard && agents.isEmpty && tools.isEmpty && environments.isEmpty
  }

  /// The first idle part, as a place in the grant.
  var span: SourceSpan {
    tools.first?.span ?? agents.first?.span ?? environments.first?.span
      ?? (grant.isForEveryAgent ? grant.agents.first?.span : nil) ?? grant.tools.first?.span
      ?? grant.span
  }

  /// What is never used, in words.
  var text: String {
    func listed(_ names: some Sequence<String>) -> String {
      names.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
    func verb(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
    let callers = calls.agents.keys
    var parts: [String] = []
    if grant.isForEveryAgent {
      parts.append("only \(listed(callers)) of all agents \(verb(callers.count, "calls", "call"))")
    }
    if grant.isForEveryTool {
      let count = calls.tools.count
      parts.append("only \(listed(calls.tools)) of all tools \(verb(count, "is", "are")) called")
    }
    if !agents.isEmpty {
      parts.append(
        "\(listed(agents.map(\.value))) never \(verb(agents.count, "calls", "call"))")
    }
    if !tools.isEmpty {
      parts.append(
        "\(listed(tools.map(\.value))) \(verb(tools.count, "is", "are")) never called")
    }
    if !environments.isEmpty {
      parts.append("nobody whom it names calls in \(listed(environments.map(\.value)))")
    }
    let place =
      calls.areSomeElsewhere
      ? " in \(grant.environments.map(\.value).joined(separator: ", "))" : ""
    return parts.joined(separator: ", and ") + place
  }
}
