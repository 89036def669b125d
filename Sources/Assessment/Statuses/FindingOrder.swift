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

  /// `findings`, worst first: by severity, status, the server's score, rule and place.
  ///
  /// Findings of one rule about parts of one name, such as two routes of one path, are told apart by their
  /// number among their equals, never by a line.
  func apply(to findings: [Finding]) -> [Finding] {
    let keys = findings.map { Key(of: $0, rank: $0.subject.server.flatMap { ranks[$0] } ?? -1) }
    let order = findings.indices.sorted { keys[$0] < keys[$1] }
    var seen: [String: Int] = [:]
    return order.map { index in
      let finding = findings[index]
      let number = seen[finding.fingerprint, default: 0]
      seen[finding.fingerprint] = number + 1
      return number == 0 ? finding : finding.numbered(number)
    }
  }

  /// What findings are compared by.
  private struct Key: Comparable {
    let severity: Severity
    let status: Int
    let server: Int
    let rule: String
    let span: SourceSpan?
    let fingerprint: String
    let message: String

    init(of finding: Finding, rank: Int) {
      severity = finding.severity
      status = finding.status.weight
      server = rank
      rule = finding.rule
      span = finding.span
      fingerprint = finding.fingerprint
      message = finding.message
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.severity != right.severity { return left.severity > right.severity }
      if left.status != right.status { return left.status > right.status }
      if left.server != right.server { return left.server < right.server }
      if left.rule != right.rule { return left.rule < right.rule }
      if left.span != right.span {
        guard let leftSpan = left.span, let rightSpan = right.span else { return left.span == nil }
        return leftSpan < rightSpan
      }
      return (left.fingerprint, left.message) < (right.fingerprint, right.message)
    }
  }
}

extension Finding {
  /// The same finding as number `number` among those of equal identity.
  func numbered(_ number: Int) -> Finding {
    let identity = "\(fingerprint):\(number)"
    return Finding(
      rule: rule, severity: severity, status: status, subject: subject, message: message,
      remediation: remediation, span: span, related: related,
      fingerprint: String(SHA256.hexDigest(of: Array(identity.utf8)).prefix(32)),
      suppression: suppression)
  }
}
