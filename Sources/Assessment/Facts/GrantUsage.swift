import Estate
import SourceText

/// What the log shows of the use of one grant on one server, and the narrower grant that would do.
struct GrantUsage: Sendable {
  /// What the log says about the width of the grant.
  enum Verdict: Sendable {
    /// The log does not tell, for the given reason.
    case untold(String)
    /// Everything that the grant lets pass was called.
    case used
    /// Part of it, or all, never was.
    case tooWide(Excess)
  }

  /// What a grant lets pass beyond what was called.
  struct Excess: Sendable {
    /// What is never used, as the end of a sentence.
    let text: String
    /// A grant for what is used, as one line of YAML; `nil` where nothing is.
    let narrower: String?
    /// The part of the grant that is too wide.
    let span: SourceSpan
  }

  let verdict: Verdict

  /// Calls after which a wildcard is judged by what was called.
  private static let callsForWildcard = 20
  /// Calls after which something that is named and was never called counts as unused: of what makes up 3 %
  /// of the calls, 100 calls show at least one with a probability of 95 %.
  private static let callsForName = 100

  /// Compares `grant`, which speaks of `server`, with the log.
  init(of grant: Grant, on server: Server) {
    guard grant.decision == .allow else {
      verdict = .untold("a denial cannot be too wide")
      return
    }
    guard let traffic = server.traffic else {
      verdict = .untold("no record of the audit log names the server")
      return
    }
    guard traffic.unlisted == 0 else {
      verdict = .untold("the log names more agents and tools than are told apart")
      return
    }
    verdict = Self.verdict(on: grant, server, traffic)
  }

  private static func verdict(
    on grant: Grant, _ server: Server, _ traffic: ServerTraffic
  ) -> Verdict {
    var agents: [String: Int] = [:]
    var tools: Set<String> = []
    for (agent, calls) in traffic.grants {
      guard grant.isForEveryAgent || grant.agents.contains(where: { $0.value == agent }) else {
        continue
      }
      for (tool, count) in calls where count.matching > 0 {
        agents[agent, default: 0] += count.matching
        if grant.covers(tool: tool) { tools.insert(tool) }
      }
    }
    let calls = agents.values.reduce(0, +)
    let window = "the \(traffic.calls) records of the log about the server"
    guard !tools.isEmpty else {
      guard traffic.calls >= callsForName else {
        return .untold("\(traffic.calls) records are too few to judge a grant by")
      }
      return .tooWide(
        Excess(text: "none of \(window) uses it", narrower: nil, span: grant.span))
    }
    let everyTool = Set(server.tools.map(\.name))
    // A grant for several servers may name tools that only one of them has.
    let isAlone = grant.servers.count == 1
    let idleAgents =
      grant.isForEveryAgent || traffic.calls < callsForName
      ? [] : grant.agents.filter { agents[$0.value] == nil }
    let idleTools =
      grant.isForEveryTool || calls < callsForName
      ? []
      : grant.tools.filter {
        !tools.contains($0.value) && (isAlone || everyTool.contains($0.value))
      }
    let hasIdleWildcard =
      calls >= callsForWildcard
      && (grant.isForEveryAgent || (grant.isForEveryTool && !everyTool.isSubset(of: tools)))
    guard hasIdleWildcard || !idleAgents.isEmpty || !idleTools.isEmpty else {
      return calls < callsForWildcard
        ? .untold("\(calls) calls are too few to judge a grant by") : .used
    }
    let narrower = narrower(
      grant, on: server.id, agents: Set(agents.keys), tools: tools,
      keepsNames: (calls < callsForName, traffic.calls < callsForName))
    let place =
      idleTools.first?.span ?? idleAgents.first?.span
      ?? (grant.isForEveryAgent ? grant.agents.first?.span : nil) ?? grant.tools.first?.span
    return .tooWide(
      Excess(
        text: excess(grant, idleAgents, idleTools, agents: agents, tools: tools)
          + " in \(window)",
        narrower: narrower, span: place ?? grant.span))
  }

  private static func excess(
    _ grant: Grant, _ idleAgents: [Evidence<String>], _ idleTools: [Evidence<String>],
    agents: [String: Int], tools: Set<String>
  ) -> String {
    func listed(_ names: some Sequence<String>) -> String {
      names.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
    var parts: [String] = []
    if grant.isForEveryAgent { parts.append("only \(listed(agents.keys)) of all agents call") }
    if grant.isForEveryTool { parts.append("only \(listed(tools)) of all tools are called") }
    if !idleAgents.isEmpty { parts.append("\(listed(idleAgents.map(\.value))) never call") }
    if !idleTools.isEmpty { parts.append("\(listed(idleTools.map(\.value))) are never called") }
    return parts.joined(separator: ", and ")
  }

  /// The grant with what is used of its agents and tools, in YAML's flow style, which fits a message.
  private static func narrower(
    _ grant: Grant, on server: String, agents: Set<String>, tools: Set<String>,
    keepsNames: (tools: Bool, agents: Bool)
  ) -> String {
    func list(_ names: [String]) -> String {
      "[\(names.map(\.asFlowScalar).joined(separator: ", "))]"
    }
    let keptAgents =
      keepsNames.agents && !grant.isForEveryAgent ? grant.agents.map(\.value) : agents.sorted()
    let keptTools =
      keepsNames.tools && !grant.isForEveryTool ? grant.tools.map(\.value) : tools.sorted()
    var members = [
      "agents: \(list(keptAgents))", "servers: \(list([server]))", "tools: \(list(keptTools))",
    ]
    if !grant.environments.isEmpty {
      members.append("environments: \(list(grant.environments.map(\.value)))")
    }
    if !grant.tasks.isEmpty { members.append("tasks: \(list(grant.tasks.map(\.value)))") }
    if grant.demandsApproval {
      let approvers = grant.approvers.value.map { ", approvers: \(list($0))" } ?? ""
      members.append("approval: {required: true\(approvers)}")
    }
    return "{\(members.joined(separator: ", "))}"
  }
}

extension String {
  /// The text as a YAML scalar within a flow collection: as it is where nothing in it means anything to
  /// YAML, else in double quotes.
  fileprivate var asFlowScalar: String {
    let isPlain = utf8.first.map { Self.isNameByte($0) && $0 != UInt8(ascii: "-") } ?? false
    if isPlain, utf8.allSatisfy(Self.isNameByte) { return self }
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20:
        "\\u00" + (scalar.value < 16 ? "0" : "")
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
