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
  static let callsForWildcard = 20
  /// Calls after which something that is named and was never called counts as unused: of what makes up 3 %
  /// of the calls, 100 calls show at least one with a probability of 95 %.
  static let callsForName = 100
  /// Calls after which an environment in which none was made counts as unused: of one with 5 % of the calls,
  /// 59 calls show at least one with that probability.
  static let callsForEnvironment = 59

  /// Compares `grant`, which speaks of `server`, with the log; environments are called as `stages` says.
  init(of grant: Grant, on server: Server, _ stages: EnvironmentStages) {
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
    verdict = Self.verdict(on: grant, server, traffic, stages)
  }

  private static func verdict(
    on grant: Grant, _ server: Server, _ traffic: ServerTraffic, _ stages: EnvironmentStages
  ) -> Verdict {
    let calls = GrantedCalls(of: grant, in: traffic, stages)
    let window = "the \(traffic.calls) records of the log about the server"
    guard !calls.tools.isEmpty else {
      return unused(grant, on: server, traffic, areSomeRefused: calls.areSomeRefused)
    }
    let idle = IdleParts(of: grant, on: server, traffic, calls, stages)
    guard !idle.isEmpty else {
      return calls.count < callsForWildcard
        ? .untold("\(calls.count) calls are too few to judge a grant by") : .used
    }
    return .tooWide(
      Excess(
        text: "\(idle.text) in \(window)",
        narrower: narrower(
          grant, on: server.id, calls, without: idle,
          keepsNames: (calls.count < callsForName, traffic.calls < callsForName)),
        span: idle.span))
  }

  /// What to say of a grant of whose tools none was called.
  private static func unused(
    _ grant: Grant, on server: Server, _ traffic: ServerTraffic, areSomeRefused: Bool
  ) -> Verdict {
    guard !areSomeRefused else { return .untold("every call that it speaks of was refused") }
    let unnamed = traffic.missingFields["agent_id"]?.matching ?? 0
    guard traffic.calls - unnamed >= callsForName else {
      return .untold(
        unnamed > 0
          ? "\(unnamed) of \(traffic.calls) records name no agent"
          : "\(traffic.calls) records are too few to judge a grant by")
    }
    let names = Set(server.tools.map(\.name))
    guard
      grant.isForEveryTool || names.isEmpty
        || grant.tools.contains(where: { names.contains($0.value) })
    else { return .untold("the server has none of its tools") }
    return .tooWide(
      Excess(
        text: "none of the \(traffic.calls) records of the log about the server uses it",
        narrower: nil, span: grant.span))
  }

  /// The grant with what is used of its agents and tools, in YAML's flow style, which fits a message.
  private static func narrower(
    _ grant: Grant, on server: String, _ calls: GrantedCalls, without idle: IdleParts,
    keepsNames: (tools: Bool, agents: Bool)
  ) -> String {
    func list(_ names: [String]) -> String {
      "[\(names.map(\.asFlowScalar).joined(separator: ", "))]"
    }
    let keptAgents =
      keepsNames.agents && !grant.isForEveryAgent
      ? grant.agents.map(\.value) : calls.agents.keys.sorted()
    let keptTools =
      keepsNames.tools && !grant.isForEveryTool ? grant.tools.map(\.value) : calls.tools.sorted()
    var members = [
      "agents: \(list(keptAgents))", "servers: \(list([server]))", "tools: \(list(keptTools))",
    ]
    if !grant.environments.isEmpty {
      let idle = Set(idle.environments.map(\.value))
      let kept = grant.environments.map(\.value).filter { !idle.contains($0) }
      members.append("environments: \(list(kept))")
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
