import Assessment

/// Findings of one rule about several parts of one server, such as its tools.
struct FindingGroup: Sendable {
  /// The worst of them.
  let first: Finding
  /// Those that say the same of other parts.
  private(set) var alike: [Finding] = []
  /// Those of other parts that say something else.
  private(set) var different: [Finding] = []

  /// What findings of one group have in common.
  private struct Key: Hashable {
    let rule: String
    let severity: Severity
    let status: String
    let subject: Finding.Subject
  }

  /// The groups of one server's `findings`, in the order in which each begins.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      let subject = finding.subject
      guard subject.member != nil else {
        groups.append(FindingGroup(first: finding))
        continue
      }
      let key = Key(
        rule: finding.rule, severity: finding.severity, status: finding.status.name,
        subject: Finding.Subject(server: subject.server, kind: subject.kind))
      if let place = places[key] {
        groups[place].add(finding)
      } else {
        places[key] = groups.count
        groups.append(FindingGroup(first: finding))
      }
    }
    return groups
  }

  private mutating func add(_ finding: Finding) {
    if finding.pattern == first.pattern, finding.subject.member != first.subject.member {
      alike.append(finding)
    } else {
      different.append(finding)
    }
  }
}

extension Finding {
  /// The message without the name of the part that it is about.
  fileprivate var pattern: [Substring] {
    guard let member = subject.member, !member.isEmpty else { return [message[...]] }
    return message.split(separator: member, omittingEmptySubsequences: false)
  }
}
