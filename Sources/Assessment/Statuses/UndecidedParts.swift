import Estate
import SourceText

/// Findings about parts of one server that one missing source leaves undecided.
///
/// That no policy was given is one thing to do, however many tools it leaves open; the server's control
/// counts them all the same. What an exception lets pass keeps a finding of its own.
enum UndecidedParts {
  private struct Key: Hashable {
    let rule: String
    let kind: RuleSubject
    let reason: String
  }

  /// `findings`, all about one server, with one in place of those that a rule cannot decide for one reason.
  static func merging(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard case .unproven(.undecided(let reason)) = finding.status, finding.suppression == nil,
        finding.subject.member != nil
      else { continue }
      let key = Key(rule: finding.rule, kind: finding.subject.kind, reason: reason)
      groups[key, default: []].append(index)
    }
    var merged: [Int: Finding] = [:]
    var absorbed: Set<Int> = []
    for (key, indices) in groups where indices.count > 1 {
      merged[indices[0]] = merge(indices.map { findings[$0] }, because: key.reason)
      absorbed.formUnion(indices.dropFirst())
    }
    guard !merged.isEmpty else { return findings }
    return findings.indices.compactMap { index in
      absorbed.contains(index) ? nil : merged[index] ?? findings[index]
    }
  }

  private static func merge(_ findings: [Finding], because reason: String) -> Finding {
    let first = findings[0]
    let subject = first.subject
    let names = NameList(findings.compactMap(\.subject.member)).text
    let identity = [first.rule, subject.server ?? "", subject.kind.rawValue, reason]
      .map { "\($0.utf8.count):\($0)" }.joined()
    return Finding(
      rule: first.rule, severity: first.severity, status: first.status,
      subject: Finding.Subject(server: subject.server, kind: subject.kind),
      message: "Not decided for \(findings.count) \(subject.kind.plural) (\(names)): \(reason).",
      remediation: first.remediation, span: first.span, related: [],
      fingerprint: String(SHA256.hexDigest(of: Array(identity.utf8)).prefix(32)))
  }
}

extension RuleSubject {
  /// What several of the kind are called.
  var plural: String {
    switch self {
    case .duty: "duties"
    default: rawValue + "s"
    }
  }
}
