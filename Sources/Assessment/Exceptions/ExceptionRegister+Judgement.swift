import Estate
import SourceText

/// What one exception has met while servers were judged.
struct ExceptionMatch: Hashable, Sendable {
  /// The exception's place in the register.
  let entry: Int
  /// What it is about.
  let subject: Finding.Subject
  /// Who answers for it; `nil` where nobody does, so that it lets nothing pass.
  let owner: String?
}

extension ExceptionRegister {
  /// `judgement`, of one rule about `server`, with what exceptions let pass, and what they have met.
  ///
  /// `judgeAgain` judges the rule for the server with fewer tools. An exception for some tools lets pass what
  /// is wrong about all of the server only where nothing of it is left without them.
  func apply(
    to judgement: Judgement, of server: Server, judgingAgain judgeAgain: (Server) -> Judgement
  ) -> (judgement: Judgement, matches: [ExceptionMatch]) {
    guard judgement.control.status.isOpen, !entries.isEmpty else { return (judgement, []) }
    let named = indices(for: judgement.control.rule, on: server.id)
    var matches: [ExceptionMatch] = []
    let findings = judgement.findings.map { finding -> Finding in
      let found = self.matches(of: finding, named: named, server, judgingAgain: judgeAgain)
      matches += found
      var finding = finding
      finding.suppression = suppression(by: found)
      return finding
    }
    var control = judgement.control
    let whole = named.filter { !entries[$0].record.tool.isStated }
      .map { match($0, .init(server: server.id, kind: .server), server) }
    if findings.isEmpty { matches += whole }
    control.suppression =
      suppression(by: whole) ?? Self.suppression(ofAll: findings.map(\.suppression))
    return (Judgement(control: control, findings: findings), matches)
  }

  private func matches(
    of finding: Finding, named: [Int], _ server: Server,
    judgingAgain judgeAgain: (Server) -> Judgement
  ) -> [ExceptionMatch] {
    let comments = comments(about: finding)
    var covering: [Int]
    if finding.subject.kind == .tool {
      let named = named.filter { index in
        let tool = entries[index].record.tool.value
        return tool == nil || tool == finding.subject.member
      }
      covering = named + comments
    } else {
      let scopes = (named + comments).map { (index: $0, tools: self.tools(of: $0, on: server)) }
      covering = scopes.filter { $0.tools.isEmpty }.map { $0.index }
      let excepted = scopes.reduce(into: Set<String>()) { $0.formUnion($1.tools) }
      if covers(excepted, finding, of: server, judgingAgain: judgeAgain) {
        covering += scopes.filter { !$0.tools.isEmpty }.map { $0.index }
      }
    }
    return covering.map { match($0, finding.subject, server) }
  }

  /// The tools of `server` that the exception is for; none where it is for all that it reaches.
  private func tools(of index: Int, on server: Server) -> [String] {
    let entry = entries[index]
    if let tool = entry.record.tool.value { return [tool] }
    guard entry.record.origin == .comment, entry.subjects == nil else { return [] }
    return server.tools.filter { tool in
      [tool.manifestEntry, tool.catalogEntry].contains { $0.map(entry.record.reaches) ?? false }
    }.map(\.name)
  }

  /// Whether `finding` would not be there without `tools`, of which there are some.
  private func covers(
    _ tools: Set<String>, _ finding: Finding, of server: Server,
    judgingAgain judgeAgain: (Server) -> Judgement
  ) -> Bool {
    guard !tools.isEmpty else { return false }
    var rest = server
    rest.tools.removeAll { tools.contains($0.name) }
    guard rest.tools.count < server.tools.count else { return false }
    return rest.tools.isEmpty
      || !judgeAgain(rest).findings.contains { $0.fingerprint == finding.fingerprint }
  }

  private func match(
    _ index: Int, _ subject: Finding.Subject, _ server: Server
  ) -> ExceptionMatch {
    let record = entries[index].record
    guard record.origin == .comment else {
      return ExceptionMatch(entry: index, subject: subject, owner: record.owner.value)
    }
    // A comment names no owner: whoever answers for the server answers for it.
    let owner = server.ownership.owner.value.flatMap { OwnerName($0).isAccountable ? $0 : nil }
    return ExceptionMatch(entry: index, subject: subject, owner: owner)
  }

  /// What the one of `matches` says that acts and holds longest; the first of equals.
  private func suppression(by matches: [ExceptionMatch]) -> Suppression? {
    matches.compactMap(suppression(by:)).reduce(nil) { best, next in
      guard let best else { return next }
      return next.until > best.until ? next : best
    }
  }

  private func suppression(by match: ExceptionMatch) -> Suppression? {
    let entry = entries[match.entry]
    guard entry.force == .acting, let owner = match.owner, let until = entry.record.expiry.value,
      let reason = entry.record.reason.value
    else { return nil }
    return Suppression(
      origin: entry.record.origin, owner: owner, reason: reason,
      category: entry.record.category.value, until: until, span: entry.record.span)
  }

  /// A control is let pass by its parts where all of them are, and no longer than the first of them.
  private static func suppression(ofAll parts: [Suppression?]) -> Suppression? {
    let known = parts.compactMap(\.self)
    guard !known.isEmpty, known.count == parts.count else { return nil }
    return known.min { ($0.until, $0.span) < ($1.until, $1.span) }
  }
}

extension ExceptionRegister {
  /// What became of every exception, given all that they have met.
  func reviewed(_ matches: [ExceptionMatch]) -> [ReviewedException] {
    let byEntry = Dictionary(grouping: matches, by: \.entry)
    return entries.enumerated().map { index, entry in
      let met = byEntry[index] ?? []
      let answered = met.filter { $0.owner != nil }
      let subjects = Set(answered.map(\.subject)).sorted()
      let servers = Set(([entry.server] + subjects.map(\.server)).compactMap(\.self)).sorted()
      let (status, span) = status(of: entry, met)
      return ReviewedException(
        entry.record, status: status, span: span ?? entry.record.span,
        owners: Set(answered.compactMap(\.owner) + [entry.record.owner.value].compactMap(\.self))
          .sorted(), servers: servers, subjects: subjects)
    }
  }

  private func status(
    of entry: Entry, _ met: [ExceptionMatch]
  ) -> (ReviewedException.Status, SourceSpan?) {
    if let flaw = entry.flaw { return (.invalid(reason: flaw.reason), flaw.span) }
    if entry.isExpired { return (.expired, entry.record.expiry.span) }
    if !met.isEmpty, met.allSatisfy({ $0.owner == nil }) {
      let servers = Set(met.compactMap(\.subject.server)).sorted().map { "`\($0)`" }
      return (
        .invalid(
          reason: "\(servers.joined(separator: ", ")) has no accountable owner, so nobody answers"
            + " for the exception"), nil
      )
    }
    switch entry.force {
    case .acting: return (met.isEmpty ? .unused : .matched, nil)
    case .notApplied: return (.notApplied, nil)
    case .proposed: return (.proposed, nil)
    }
  }
}

extension Finding.Subject: Comparable {
  /// Orders subjects by server, kind and name; the whole comes first.
  public static func < (left: Finding.Subject, right: Finding.Subject) -> Bool {
    func key(_ subject: Finding.Subject) -> (String, String, String) {
      (subject.server ?? "", subject.kind.rawValue, subject.member ?? "")
    }
    return key(left) < key(right)
  }
}
