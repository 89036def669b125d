import Estate
import Reading
import SourceText

/// What is wrong with one rule of the access policy where it speaks of one server.
struct GrantReview: Sendable {
  /// A sentence about the rule, without its period, and the place that shows it.
  struct Flaw: Sendable {
    let text: String
    let span: SourceSpan
  }

  /// Why the rule, or a part of it, never takes effect; `nil` where it can.
  let obstacle: Flaw?
  /// Which other rule says the opposite of this one for the same call; `nil` where none does.
  let conflict: Flaw?
  /// How far the rule exceeds what the log shows.
  let use: GrantUsage

  /// Reviews `grant` where it speaks of `server`, beside `peers`, all rules that speak of it; environments
  /// are called as `stages` says.
  init(_ grant: Grant, on server: Server, among peers: [Grant], _ stages: EnvironmentStages) {
    let others = peers.filter { $0.span != grant.span }
    obstacle =
      Self.unknownTools(grant, server) ?? Self.foreignEnvironment(grant, server, stages)
      ?? Self.shadow(over: grant, others) ?? Self.deniedPart(of: grant, others)
    conflict = Self.lostApproval(grant, others)
    use = GrantUsage(of: grant, on: server, stages)
  }

  /// Tools that the server does not have, where a manifest or a catalog lists those that it has.
  private static func unknownTools(_ grant: Grant, _ server: Server) -> Flaw? {
    // A rule about several servers may name tools that each of them has some of.
    guard grant.servers.count == 1, grant.servers[0].value == server.id else { return nil }
    let known = server.tools.filter { $0.manifestEntry != nil || $0.catalogEntry != nil }
    guard !known.isEmpty else { return nil }
    let names = Set(server.tools.map(\.name))
    guard let stray = grant.tools.first(where: { $0.value != "*" && !names.contains($0.value) })
    else { return nil }
    let nearest = NearestWord.to(stray.value, among: known.map(\.name))
    return Flaw(
      text: "the server has no tool `\(stray.value)`"
        + (nearest.map { " (it has `\($0)`)" } ?? ""),
      span: stray.span)
  }

  /// Environments of the rule in which the server does not run.
  private static func foreignEnvironment(
    _ grant: Grant, _ server: Server, _ stages: EnvironmentStages
  ) -> Flaw? {
    guard grant.servers.count == 1, grant.servers[0].value == server.id,
      let running = server.environments.evidence
    else { return nil }
    let foreign = grant.environments.filter { granted in
      !running.value.contains { stages.areSame(granted.value, $0) }
    }
    guard let first = foreign.first else { return nil }
    return Flaw(
      text: "it holds in \(quoted(foreign)), and the manifest says that the server runs"
        + " in \(running.value.map { "`\($0)`" }.joined(separator: ", "))",
      span: first.span)
  }

  /// Another rule that decides every call this one speaks of.
  private static func shadow(over grant: Grant, _ others: [Grant]) -> Flaw? {
    guard grant.decision == .allow else { return nil }
    if let denial = others.first(where: { $0.decision == .deny && $0.includes(grant) }) {
      return Flaw(
        text: "a rule with `effect: deny` covers \(denial.summary), and a denial always wins",
        span: grant.span)
    }
    let wider = others.first { other in
      guard other.decision == .allow, other.includes(grant),
        other.demandsApproval == grant.demandsApproval
      else { return false }
      // Of two equal rules the second is one too many.
      return !grant.includes(other) || other.span < grant.span
    }
    return wider.map {
      Flaw(text: "another grant already covers \($0.summary)", span: grant.span)
    }
  }

  /// A tool or an agent that the rule names and that a denial takes out of it altogether; what a wildcard
  /// grants is meant to be narrowed by denials.
  private static func deniedPart(of grant: Grant, _ others: [Grant]) -> Flaw? {
    guard grant.decision == .allow else { return nil }
    var parts: [(part: Grant, name: Evidence<String>)] = []
    for tool in grant.tools where !grant.isForEveryTool {
      var part = grant
      part.tools = [tool]
      parts.append((part, tool))
    }
    for agent in grant.agents where !grant.isForEveryAgent {
      var part = grant
      part.agents = [agent]
      parts.append((part, agent))
    }
    let denials = others.filter { $0.decision == .deny }
    let denied = parts.first { part, _ in denials.contains { $0.includes(part) } }
    return denied.map { part, name in
      Flaw(
        text: "a rule with `effect: deny` covers \(part.summary), and a denial always wins",
        span: name.span)
    }
  }

  /// A grant without an approval that lets pass what this one lets pass only with an approval.
  private static func lostApproval(_ grant: Grant, _ others: [Grant]) -> Flaw? {
    guard grant.decision == .allow, grant.demandsApproval, let demand = grant.requiresApproval.span
    else { return nil }
    let open = others.first {
      $0.decision == .allow && !$0.demandsApproval && $0.overlaps(grant)
    }
    return open.map {
      Flaw(
        text: "it demands an approval, and another grant lets \($0.summary) without one",
        span: demand)
    }
  }

  private static func quoted(_ names: [Evidence<String>]) -> String {
    names.map { "`\($0.value)`" }.joined(separator: ", ")
  }
}

extension Grant {
  var demandsApproval: Bool { requiresApproval.value == true }

  /// Whose calls of what the rule speaks of, such as "'agent-a' call 'query'".
  var summary: String {
    let agents = isForEveryAgent ? "every agent" : Self.quoted(agents)
    let tools = isForEveryTool ? "every tool" : Self.quoted(tools)
    let places =
      environments.isEmpty ? "" : " in \(environments.map(\.value).joined(separator: ", "))"
    return "\(agents) calling \(tools)\(places)"
  }

  private static func quoted(_ names: [Evidence<String>]) -> String {
    names.map { "'\($0.value)'" }.joined(separator: ", ")
  }
}
