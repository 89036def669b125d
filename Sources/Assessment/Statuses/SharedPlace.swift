import SourceText

/// Findings about parts of one server that have one cause: a rule says the same of each, at the same place.
///
/// That nobody in particular owns a server is one thing to do, however many of its tools inherit the owner.
/// The server's control counts them all the same; what an exception lets pass keeps a finding of its own.
enum SharedPlace {
  private struct Key: Hashable {
    let rule: String
    let kind: RuleSubject
    let status: ControlStatus
    let span: SourceSpan
  }

  /// `findings`, all about one server or the fleet, with one in place of those that say the same of the same place.
  static func merging(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard finding.suppression == nil, let span = finding.span, finding.subject.member != nil
      else { continue }
      let key = Key(
        rule: finding.rule, kind: finding.subject.kind, status: finding.status, span: span)
      groups[key, default: []].append(index)
    }
    var merged: [Int: Finding] = [:]
    var absorbed: Set<Int> = []
    for neighbours in groups.values where neighbours.count > 1 {
      let alike = Dictionary(grouping: neighbours) { words(of: findings[$0]) }
      for (words, indices) in alike where indices.count > 1 {
        merged[indices[0]] = merge(indices.map { findings[$0] }, saying: words)
        absorbed.formUnion(indices.dropFirst())
      }
    }
    guard !merged.isEmpty else { return findings }
    return findings.indices.compactMap { index in
      absorbed.contains(index) ? nil : merged[index] ?? findings[index]
    }
  }

  /// The message of `finding` without the name of the part that it is about.
  private static func words(of finding: Finding) -> [Substring] {
    finding.message.split(
      separator: "'\(finding.subject.member ?? "")'", omittingEmptySubsequences: false)
  }

  private static func merge(_ findings: [Finding], saying words: [Substring]) -> Finding {
    let first = findings[0]
    let subject = first.subject
    let others = findings.dropFirst().compactMap(\.subject.member)
    let noun = others.count == 1 ? subject.kind.rawValue : subject.kind.plural
    let identity = [
      first.rule, subject.server ?? "", subject.kind.rawValue, words.joined(separator: "''"),
    ].map { "\($0.utf8.count):\($0)" }.joined()
    return first.replacing(
      subject: Finding.Subject(server: subject.server, kind: subject.kind),
      message:
        "\(first.message) The same holds for \(others.count) more \(noun): \(NameList(others).text).",
      fingerprint: SHA256.hexDigest(of: Array(identity.utf8), digits: 32), evidence: [],
      suppression: nil)
  }
}
