import SourceText

/// Findings about several servers that have one cause: a rule says the same of the same place about each, or
/// lacks the same evidence about each.
///
/// A drill that nobody held is one thing to do, however many servers it was for. Each server's control
/// keeps its status; only the list of what is to be done gets shorter.
enum SharedCause {
  /// How many servers a message names.
  private static let named = 5

  private struct Key: Hashable {
    let rule: String
    let status: String
    let message: String
    /// The place; `nil` where it is missing evidence that the servers share.
    let span: SourceSpan?
  }

  /// `findings` with one finding about the fleet in place of those that share their cause.
  static func merging(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      // One that somebody accepted for its server stays with it.
      guard [.server, .agent].contains(finding.subject.kind), finding.suppression == nil else {
        continue
      }
      let lacksEvidence = if case .unproven = finding.status { true } else { false }
      guard lacksEvidence || finding.span != nil else { continue }
      let key = Key(
        rule: finding.rule, status: finding.status.name, message: finding.message,
        span: lacksEvidence ? nil : finding.span)
      groups[key, default: []].append(index)
    }
    var merged: [Int: Finding] = [:]
    var absorbed: Set<Int> = []
    for indices in groups.values where indices.count > 1 {
      let alike = indices.map { findings[$0] }
      guard Set(alike.map(\.subject.server)).count == alike.count else { continue }
      merged[indices[0]] = shared(alike)
      absorbed.formUnion(indices.dropFirst())
    }
    guard !merged.isEmpty else { return findings }
    return findings.indices.compactMap { index in
      absorbed.contains(index) ? nil : merged[index] ?? findings[index]
    }
  }

  /// The other places of all `findings`, each once, of no more of them than a message names.
  private static func related(to findings: [Finding]) -> [Finding.Related] {
    var seen: Set<Finding.Related> = []
    return findings.prefix(named).flatMap(\.related).filter { seen.insert($0).inserted }
  }

  private static func shared(_ findings: [Finding]) -> Finding {
    let first = findings[0]
    let servers = findings.compactMap(\.subject.server).sorted()
    let more = servers.count > named ? " and \(servers.count - named) more" : ""
    let list = servers.prefix(named).joined(separator: ", ") + more
    let identity = [first.rule, "fleet", first.message].joined(separator: "\n")
    return Finding(
      rule: first.rule, severity: findings.map(\.severity).max() ?? first.severity,
      status: first.status, subject: Finding.Subject(server: nil, kind: .fleet),
      message: "\(first.message) This concerns \(servers.count) servers: \(list).",
      remediation: first.remediation, span: first.span, related: related(to: findings),
      fingerprint: String(SHA256.hexDigest(of: Array(identity.utf8)).prefix(32)))
  }
}
