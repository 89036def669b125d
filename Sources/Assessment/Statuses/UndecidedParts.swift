import Estate
import SourceText

/// Findings about parts of one server that one missing source leaves undecided, or that one source is silent
/// about.
///
/// That no policy was given is one thing to do, however many tools it leaves open, and so is a catalog that
/// gives no schema for any of them; the server's control counts them all the same. What an exception lets
/// pass keeps a finding of its own.
enum UndecidedParts {
  /// How many other places a finding shows.
  private static let mostPlaces = 20

  private struct Key: Hashable {
    let rule: String
    let kind: RuleSubject
    let reason: String
    let isUndecided: Bool

    /// What is said of the first part alone, before the reason.
    var opening: String { isUndecided ? "Not decided" : "Not in place" }

    /// How many findings of the kind stay beside each other: a few entries without a key are a few places
    /// to mend.
    var most: Int { isUndecided ? 1 : 3 }

    /// `nil` for a finding that says more than that a source is missing or silent.
    init?(_ finding: Finding) {
      guard finding.suppression == nil, let member = finding.subject.member else { return nil }
      rule = finding.rule
      kind = finding.subject.kind
      switch finding.status {
      case .unproven(.undecided(let reason)):
        self.reason = reason
        isUndecided = true
      case .unmet:
        let opening = "Not in place for the \(kind.rawValue) '\(member)': "
        guard finding.message.hasPrefix(opening), finding.message.hasSuffix(".") else { return nil }
        reason = String(finding.message.dropFirst(opening.count).dropLast())
        isUndecided = false
      default: return nil
      }
    }
  }

  /// `findings`, all about one server, with one in place of those that a rule leaves open
  /// for one reason.
  ///
  /// What one missing source leaves open has one identity however many parts that are: another tool beside
  /// the first one makes no gap go and none come.
  static func merging(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      if let key = Key(finding) { groups[key, default: []].append(index) }
    }
    var merged: [Int: Finding] = [:]
    var absorbed: Set<Int> = []
    for (key, indices) in groups {
      if indices.count > key.most {
        merged[indices[0]] = merge(indices.map { findings[$0] }, under: key)
        absorbed.formUnion(indices.dropFirst())
      } else if key.isUndecided, indices.count == 1 {
        merged[indices[0]] = identified(findings[indices[0]], under: key)
      }
    }
    guard !merged.isEmpty else { return findings }
    return findings.indices.compactMap { index in
      absorbed.contains(index) ? nil : merged[index] ?? findings[index]
    }
  }

  private static func merge(_ findings: [Finding], under key: Key) -> Finding {
    let first = findings[0]
    let subject = first.subject
    var seen: Set<String> = []
    let members = findings.compactMap(\.subject.member).filter { seen.insert($0).inserted }
    // What a missing source leaves open is nowhere to be mended; what a source leaves out is, at each place.
    var places = Set(first.span.map { [$0] } ?? [])
    let others = (key.isUndecided ? [] : findings.dropFirst().compactMap(\.span))
      .filter { places.insert($0).inserted }
    return first.replacing(
      subject: Finding.Subject(server: subject.server, kind: subject.kind),
      message:
        "\(key.opening) for \(findings.count) \(subject.kind.plural) "
        + "(\(NameList(members, of: findings.count).text)): \(key.reason).",
      related: others.prefix(mostPlaces).map { Finding.Related(span: $0, message: "and here") },
      fingerprint: fingerprint(of: key, on: subject.server), evidence: [], suppression: nil)
  }

  /// `finding` with the identity that it would share with others like it.
  private static func identified(_ finding: Finding, under key: Key) -> Finding {
    finding.replacing(
      fingerprint: fingerprint(of: key, on: finding.subject.server),
      suppression: finding.suppression)
  }

  private static func fingerprint(of key: Key, on server: String?) -> String {
    let identity = [key.rule, server ?? "", key.kind.rawValue, key.reason]
      .map { "\($0.utf8.count):\($0)" }.joined()
    return SHA256.hexDigest(of: Array(identity.utf8), digits: 32)
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
