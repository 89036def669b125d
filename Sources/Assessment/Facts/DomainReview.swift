import Estate
import SourceText

/// Whether one server keeps to one business domain.
///
/// That tools speak of two domains is no fault by itself: their sensitivity, owners or approvals have to
/// differ, or the server has to declare one domain and serve another, or hold tools of three.
struct DomainReview: Sendable {
  /// What tells two domains of the server apart.
  struct Conflict: Sendable {
    /// A sentence without its period.
    let text: String
    let span: SourceSpan?
    /// What kind of source shows it.
    let grade: Grade
  }

  /// The enabled tools that speak of one domain.
  private struct Share {
    let domain: BusinessDomain
    let tools: [ToolSubject]

    /// The domain with the names of a few of its tools.
    var summary: String {
      let names = tools.prefix(3).map { "'\($0.tool.name)'" }.joined(separator: ", ")
      return "\(domain.rawValue) (\(names)\(tools.count > 3 ? ", …" : ""))"
    }
  }

  /// The domains that the tools speak of, sorted.
  let domains: [BusinessDomain]
  let conflicts: [Conflict]

  /// Reviews `server` with its enabled `tools`.
  init(_ server: Server, tools: [ToolSubject]) {
    var byDomain: [BusinessDomain: [ToolSubject]] = [:]
    for subject in tools
    where subject.tool.manifestEntry != nil || subject.tool.catalogEntry != nil {
      if let domain = subject.tool.domain { byDomain[domain, default: []].append(subject) }
    }
    let shares = byDomain.sorted { $0.key < $1.key }.map { Share(domain: $0.key, tools: $0.value) }
    domains = shares.map(\.domain)
    var conflicts: [Conflict] = []
    if shares.count > 1 {
      conflicts += [Self.owners(shares), Self.sensitivity(shares, server), Self.approvers(shares)]
        .compactMap { $0 }
    }
    conflicts += [Self.strayDomain(shares, server), Self.manyDomains(shares)].compactMap { $0 }
    self.conflicts = conflicts
  }

  /// The first conflict that sources of `grade` show.
  func conflict(at grade: Grade) -> Conflict? {
    conflicts.first { $0.grade == grade }
  }

  /// Two domains whose tools have no owner in common.
  private static func owners(_ shares: [Share]) -> Conflict? {
    func owners(_ share: Share) -> [Evidence<String>] {
      share.tools.compactMap { subject in
        subject.tool.owner.evidence ?? subject.server.ownership.owner.evidence
      }
    }
    return firstPair(of: shares) { left, right in
      let (mine, others) = (owners(left), owners(right))
      guard let first = mine.first, let second = others.first,
        Set(mine.map(\.value)).isDisjoint(with: others.map(\.value))
      else { return nil }
      return Conflict(
        text: "\(left.summary) belongs to \(first.value), \(right.summary) to \(second.value)",
        span: second.span, grade: .declared)
    }
  }

  /// Two domains whose most sensitive data is not alike.
  private static func sensitivity(_ shares: [Share], _ server: Server) -> Conflict? {
    func highest(_ share: Share) -> Evidence<Sensitivity>? {
      share.tools.compactMap { $0.tool.sensitivity.evidence ?? server.dataSensitivity.evidence }
        .max { $0.value < $1.value }
    }
    return firstPair(of: shares) { left, right in
      guard let mine = highest(left), let others = highest(right), mine.value != others.value
      else { return nil }
      return Conflict(
        text: "\(left.summary) handles \(mine.value.rawValue) data, \(right.summary)"
          + " \(others.value.rawValue) data",
        span: max(mine, others) { $0.value < $1.value }.span, grade: .declared)
    }
  }

  /// Two domains whose writes are approved by different roles, or of which only one waits for an approval.
  private static func approvers(_ shares: [Share]) -> Conflict? {
    func roles(_ share: Share) -> [Evidence<String>] {
      share.tools.flatMap { subject in
        let statements =
          subject.tool.approvers.statements + subject.allowingGrants.flatMap(\.approvers.statements)
        return statements.flatMap { roles in roles.value.map { role in roles.map { _ in role } } }
      }
    }
    return firstPair(of: shares) { left, right in
      let (mine, others) = (roles(left), roles(right))
      guard let first = mine.first, let second = others.first,
        Set(mine.map(\.value)).isDisjoint(with: others.map(\.value))
      else { return nil }
      return Conflict(
        text: "\(left.summary) is approved by \(first.value), \(right.summary) by \(second.value)",
        span: second.span, grade: second.grade)
    }
  }

  /// A domain beside the declared one, with a tool that changes state or several that read.
  private static func strayDomain(_ shares: [Share], _ server: Server) -> Conflict? {
    guard let declared = server.declaredDomain, let claim = server.dataDomain.value,
      let stray = shares.first(where: { share in
        share.domain != declared
          && (share.tools.count > 1
            || share.tools.contains { $0.effectiveClass?.changesState ?? false })
      })
    else { return nil }
    let shown = stray.tools.first { $0.tool.catalogEntry != nil } ?? stray.tools[0]
    return Conflict(
      text: "the manifest declares the domain '\(claim)', and there are tools of \(stray.summary)",
      span: shown.tool.catalogEntry ?? shown.place,
      grade: shown.tool.catalogEntry == nil ? .declared : .configured)
  }

  /// Three domains or more, each with more than one tool: one server for the whole company.
  private static func manyDomains(_ shares: [Share]) -> Conflict? {
    let large = shares.filter { $0.tools.count > 1 }
    guard large.count > 2, let last = large.last else { return nil }
    return Conflict(
      text: "it holds tools of \(large.map(\.summary).joined(separator: ", "))",
      span: last.tools[0].tool.catalogEntry ?? last.tools[0].place,
      grade: last.tools[0].tool.catalogEntry == nil ? .declared : .configured)
  }

  private static func firstPair(
    of shares: [Share], _ compare: (Share, Share) -> Conflict?
  ) -> Conflict? {
    for (index, left) in shares.enumerated() {
      for right in shares[(index + 1)...] {
        if let conflict = compare(left, right) { return conflict }
      }
    }
    return nil
  }
}

/// The larger of two values by `isLess`; the first of equals.
private func max<Value>(
  _ left: Value, _ right: Value, by isLess: (Value, Value) -> Bool
) -> Value {
  isLess(left, right) ? right : left
}
