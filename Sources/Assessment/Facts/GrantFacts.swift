import CEL
import Estate
import SourceText

/// One rule of the access policy, where it speaks of one server.
final class GrantSubject: FactSubject {
  let grant: Grant
  let server: Server
  let review: GrantReview

  init(_ grant: Grant, on server: Server, among peers: [Grant], _ stages: EnvironmentStages) {
    self.grant = grant
    self.server = server
    review = GrantReview(grant, on: server, among: peers, stages)
  }

  /// The rules that speak of `server`: those that name it, and where the log shows calls of it, those that
  /// speak of every server; a rule for all would else be reviewed once for each server of the fleet.
  static func all(of server: Server, in context: FleetContext) -> [FactObject<GrantSubject>] {
    let peers = context.policyIndex.grants(for: server.id)
    return peers.lazy.filter { grant in
      server.traffic != nil || grant.servers.contains { $0.value == server.id }
    }.map { grant in
      FactObject(
        GrantSubject(grant, on: server, among: peers, context.environments), as: Facts.grant)
    }
  }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: kind == .accessPolicy ? grant.span : server.mention(in: kind))
  }
}

extension Facts {
  /// One rule of the access policy, where it speaks of the server.
  static let grant = FactType<GrantSubject>(
    "grant",
    [
      Fact("isAllowed", .bool, "Whether the rule lets calls pass, unlike a denial.") {
        .flag($0.grant.decision == .allow, at: $0.grant.span)
      },
      Fact("summary", .string, "Whose calls of what it speaks of.") {
        .text($0.grant.summary, at: $0.grant.span)
      },
      Fact("isForEveryAgent", .bool, "Whether it speaks of every agent.") {
        .flag($0.grant.isForEveryAgent, at: $0.grant.agents.first?.span ?? $0.grant.span)
      },
      Fact("isForEveryTool", .bool, "Whether it speaks of every tool of the server.") {
        .flag($0.grant.isForEveryTool, at: $0.grant.tools.first?.span ?? $0.grant.span)
      },
      Fact("environments", .list(.string), "The environments it holds in; empty is all.") {
        names($0.grant.environments, or: $0.grant.span)
      },
      Fact("tasks", .list(.string), "The tasks that it is bound to; empty is none.") {
        names($0.grant.tasks, or: $0.grant.span)
      },
      Fact("obstacle", .string, "Why the rule, or a part of it, never takes effect, or nothing.") {
        .text($0.review.obstacle?.text ?? "", at: $0.review.obstacle?.span ?? $0.grant.span)
      },
      Fact("conflict", .string, "Which other rule says the opposite for the same call, or nothing.")
      {
        .text($0.review.conflict?.text ?? "", at: $0.review.conflict?.span ?? $0.grant.span)
      },
      Fact("isWiderThanLog", .bool, "Whether it lets more pass than the log shows in use.") {
        switch $0.review.use.verdict {
        case .untold(let reason): .absent(Silence(.log, note: reason))
        case .used: .flag(false, at: $0.server.traffic?.sample)
        case .tooWide(let excess): .flag(true, at: excess.span)
        }
      },
      Fact("excess", .string, "What it lets pass beyond what the log shows, or nothing.") {
        guard case .tooWide(let excess) = $0.review.use.verdict else { return .text("") }
        return .text(excess.text, at: excess.span)
      },
      Fact("narrower", .string, "What to do instead: a grant in YAML that covers what is used.") {
        guard case .tooWide(let excess) = $0.review.use.verdict else { return .text("") }
        return .text(
          excess.narrower.map { "grant only \($0)" } ?? "take the grant out", at: excess.span)
      },
    ])

  private static func names(_ names: [Evidence<String>], or place: SourceSpan) -> Reading {
    .known(.list(names.map { .string($0.value) }), at: names.first?.span ?? place)
  }
}
