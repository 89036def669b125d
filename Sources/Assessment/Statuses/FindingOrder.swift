import SourceText

/// The order in which findings are reported, and the last part of their identity.
struct FindingOrder {
  /// The place of each server in the report, riskiest first.
  private let ranks: [String: Int]

  /// The order of a report that lists `servers`.
  init(_ servers: [ServerAssessment]) {
    ranks = Dictionary(
      servers.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// `findings`, worst first: by severity, status, the server's score, rule and place; what is wrong
  /// comes before what nobody has stated.
  ///
  /// Findings of one rule about parts of one name, such as two routes of one path, are told apart by their
  /// number among their equals, never by a line.
  func apply(to findings: [Finding]) -> [Finding] {
    let names = Set(findings.lazy.map(\.rule)).sorted()
    let rules = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let keys = findings.map { finding in
      Key(
        of: finding, server: finding.subject.server.flatMap { ranks[$0] } ?? -1,
        rule: rules[finding.rule] ?? -1)
    }
    let order = findings.indices.sorted { left, right in
      if let isBefore = keys[left].precedes(keys[right]) { return isBefore }
      let (first, second) = (findings[left], findings[right])
      return (first.fingerprint, first.message) < (second.fingerprint, second.message)
    }
    var seen: [String: Int] = [:]
    return order.map { index in
      let finding = findings[index]
      let number = seen[finding.fingerprint, default: 0]
      seen[finding.fingerprint] = number + 1
      return number == 0 ? finding : finding.numbered(number)
    }
  }

  /// What most findings are told apart by; numbers alone, so that comparing them is cheap.
  private struct Key {
    let severity: Severity
    let status: Int
    let isOmission: Bool
    let server: Int
    let rule: Int
    let span: SourceSpan?

    init(of finding: Finding, server: Int, rule: Int) {
      severity = finding.severity
      status = finding.status.weight
      isOmission = finding.isOmission
      self.server = server
      self.rule = rule
      span = finding.span
    }

    /// Whether the finding comes before the one with the key `other`; `nil` where the keys are equal.
    func precedes(_ other: Key) -> Bool? {
      if severity != other.severity { return severity > other.severity }
      if status != other.status { return status > other.status }
      if isOmission != other.isOmission { return other.isOmission }
      if server != other.server { return server < other.server }
      if rule != other.rule { return rule < other.rule }
      if span == other.span { return nil }
      guard let span, let otherSpan = other.span else { return span == nil }
      return span < otherSpan
    }
  }
}

extension Finding {
  /// The same finding as number `number` among those of equal identity.
  func numbered(_ number: Int) -> Finding {
    let identity = "\(fingerprint):\(number)"
    return replacing(
      fingerprint: SHA256.hexDigest(of: Array(identity.utf8), digits: 32),
      suppression: suppression)
  }
}
