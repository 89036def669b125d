import Assessment
import SourceText

/// Findings of one server that a person reads as one: those of one rule about several parts, such as tools,
/// and those of several rules that say the same of the same place.
struct FindingGroup: Sendable {
  /// The worst of them.
  let first: Finding
  /// Those that say the same of other parts.
  private(set) var alike: [Finding] = []
  /// Those of other parts that say something else.
  private(set) var different: [Finding] = []
  /// Those of other rules that say the same of the same place.
  private(set) var otherRules: [Finding] = []
  /// What those that are alike say, without the names of their parts.
  private lazy var pattern = first.pattern

  private init(first: Finding) {
    self.first = first
  }

  /// What findings of one group have in common.
  private struct Key: Hashable {
    let rule: String
    let severity: Severity
    let status: String
    let subject: Finding.Subject
  }

  /// What findings of several rules say alike.
  private struct Cause: Hashable {
    let status: String
    let message: String
    let span: SourceSpan
    let related: [Finding.Related]

    init?(_ finding: Finding) {
      guard let span = finding.span else { return nil }
      status = finding.status.name
      message = finding.message
      self.span = span
      related = finding.related
    }
  }

  /// The groups of one server's `findings`, in the order in which each begins.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [Key: Int] = [:]
    var causes: [Cause: Int] = [:]
    for finding in findings {
      let subject = finding.subject
      let cause = Cause(finding)
      if let cause, let place = causes[cause], groups[place].first.rule != finding.rule {
        groups[place].otherRules.append(finding)
        continue
      }
      let key = Key(
        rule: finding.rule, severity: finding.severity, status: finding.status.name,
        subject: Finding.Subject(server: subject.server, kind: subject.kind))
      if subject.member != nil {
        if let place = places[key] {
          groups[place].add(finding)
          continue
        }
        places[key] = groups.count
      }
      if let cause, causes[cause] == nil { causes[cause] = groups.count }
      groups.append(FindingGroup(first: finding))
    }
    return groups
  }

  private mutating func add(_ finding: Finding) {
    if finding.pattern == pattern, finding.subject.member != first.subject.member {
      alike.append(finding)
    } else {
      different.append(finding)
    }
  }
}

extension Finding {
  /// The bytes of the message, with one that no text holds in place of the name of the part that it is about.
  fileprivate var pattern: [UInt8] {
    let text = Array(message.utf8)
    guard let name = (subject.member?.utf8).map(Array.init), !name.isEmpty else { return text }
    var pattern: [UInt8] = []
    pattern.reserveCapacity(text.count)
    var start = 0
    while let offset = text.offset(of: name, from: start) {
      pattern += text[start..<offset]
      pattern.append(0xFF)
      start = offset + name.count
    }
    return pattern + text[start...]
  }
}
