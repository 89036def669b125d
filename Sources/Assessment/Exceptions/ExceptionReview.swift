import Estate
import Reading
import SourceText

/// Says what keeps an exception from counting: an exception that says too little, or means nothing that
/// exists, would be a hole that nobody answers for.
struct ExceptionReview: Sendable {
  private let servers: [String: Server]
  private let registered: RegisteredServers
  private let subjects: [String: RuleSubject]
  private let ruleIDs: [String]

  init(of fleet: Fleet, rules: RuleCatalog) {
    servers = Dictionary(fleet.servers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    registered = RegisteredServers(fleet.servers.lazy.filter(\.isRegistered).map(\.id))
    subjects = Dictionary(
      rules.rules.map { ($0.id, $0.subject) }, uniquingKeysWith: { first, _ in first })
    ruleIDs = rules.allIDs.sorted()
  }

  /// The id of the rule that `record` means; rules that are switched off count.
  func rule(of record: ExceptionRecord) -> String? {
    guard let written = record.rule.value?.uppercased() else { return nil }
    return ruleIDs.first { $0 == written || $0 == "MCP" + written }
  }

  /// The identity of the server that `record` means.
  func server(of record: ExceptionRecord) -> String? {
    guard let name = record.server.value else { return nil }
    return servers[name] == nil ? registered.id(for: name) : name
  }

  /// The first thing that is wrong with `record`; `nil` where it counts until it expires.
  func flaw(of record: ExceptionRecord) -> ExceptionRecord.Flaw? {
    if let flaw = record.flaws.first { return flaw }
    if let flaw = ruleFlaw(of: record) { return flaw }
    if record.origin != .comment {
      if let flaw = serverFlaw(of: record) ?? toolFlaw(of: record) ?? ownerFlaw(of: record) {
        return flaw
      }
    }
    if !record.reason.isStated { return .init(at: record.span, "it gives no reason") }
    if !record.expiry.isStated {
      return .init(at: record.span, "it names no day on which it ends")
    }
    return nil
  }

  private func ruleFlaw(of record: ExceptionRecord) -> ExceptionRecord.Flaw? {
    guard let written = record.rule.evidence else {
      return .init(at: record.span, "it names no rule")
    }
    guard rule(of: record) == nil else { return nil }
    let nearest = NearestWord.to(written.value.uppercased(), among: ruleIDs)
    return .init(
      at: written.span, "there is no rule `\(written.value)`" + Self.suggestion(nearest))
  }

  private func serverFlaw(of record: ExceptionRecord) -> ExceptionRecord.Flaw? {
    guard let written = record.server.evidence else {
      return .init(at: record.span, "it names no server")
    }
    guard server(of: record) == nil else { return nil }
    if written.value.contains(where: { "*?{[".contains($0) }) {
      return .init(
        at: written.span,
        "`\(written.value)` is a pattern, and an exception is for one server by its name: a pattern"
          + " would cover servers that nobody has looked at")
    }
    let names = servers.keys.sorted()
    // Identities of the registry begin with a name space, which people leave out.
    let nearest =
      names.first { $0.hasSuffix("/" + written.value) }
      ?? NearestWord.to(written.value, among: names)
    return .init(
      at: written.span, "there is no server `\(written.value)`" + Self.suggestion(nearest))
  }

  private func toolFlaw(of record: ExceptionRecord) -> ExceptionRecord.Flaw? {
    guard let tool = record.tool.evidence, let rule = rule(of: record),
      let server = server(of: record).flatMap({ servers[$0] })
    else { return nil }
    if let subject = subjects[rule], subject != .tool {
      return .init(
        at: tool.span,
        "\(rule) is asked of each \(subject.rawValue) and not of each tool, so `tool` never matches"
      )
    }
    let names = server.tools.map(\.name)
    guard !names.contains(tool.value) else { return nil }
    return .init(
      at: tool.span,
      "the server `\(server.id)` has no tool `\(tool.value)`"
        + Self.suggestion(NearestWord.to(tool.value, among: names)))
  }

  private func ownerFlaw(of record: ExceptionRecord) -> ExceptionRecord.Flaw? {
    guard let owner = record.owner.evidence else {
      return .init(at: record.span, "it names no owner")
    }
    guard !OwnerName(owner.value).isAccountable else { return nil }
    return .init(at: owner.span, "`\(owner.value)` is no one person or team that answers for it")
  }

  private static func suggestion(_ word: String?) -> String {
    word.map { "; did you mean `\($0)`?" } ?? ""
  }
}
