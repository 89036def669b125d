import Assessment

/// What of a report a person at a terminal wants to see.
///
/// It moves neither the gate's answer nor any other format: what is left out is counted, and decides as before.
public struct DisplayFilter: Hashable, Sendable {
  /// The identities of the servers to show; `nil` for all.
  public var servers: Set<String>?
  /// The least severity to show; `nil` for every one, and for what is not decided.
  public var leastSeverity: Severity?
  /// The ids of the rules to show; empty for all.
  public var rules: Set<String> = []

  /// How many servers are shown, the riskiest, where none is asked for by name; `nil` for all.
  public var mostServers: Int?

  /// Shows everything.
  public init() {}

  /// Whether somebody asked for less than everything.
  var isNarrow: Bool { servers != nil || leastSeverity != nil || !rules.isEmpty }

  /// The sections of `report` to show, with what each keeps.
  func sections(of report: Report) -> [ServerSection] {
    var servers = 0
    return report.sections.compactMap { section in
      if let server = section.server {
        if let asked = self.servers {
          guard asked.contains(server.id) else { return nil }
        } else {
          servers += 1
          guard servers <= mostServers ?? .max else { return nil }
        }
      } else if self.servers != nil {
        return nil
      }
      return isNarrow ? narrowed(section) : section
    }
  }

  /// What is kept of `section`; `nil` for nothing.
  private func narrowed(_ section: ServerSection) -> ServerSection? {
    let findings = section.findings.filter { shows($0.rule, $0.severity) }
    let kept = ServerSection(
      server: section.server, findings: findings,
      accepted: section.accepted.filter { shows($0.rule, $0.severity) },
      undecided: leastSeverity == nil ? section.undecided.compactMap(narrowed) : [])
    return kept.isEmpty ? nil : kept
  }

  private func narrowed(_ group: UndecidedGroup) -> UndecidedGroup? {
    let entries = group.entries.filter { rules.isEmpty || rules.contains($0.rule) }
    return entries.isEmpty ? nil : UndecidedGroup(reason: group.reason, entries: entries)
  }

  private func shows(_ rule: String, _ severity: Severity) -> Bool {
    (rules.isEmpty || rules.contains(rule)) && leastSeverity.map { severity >= $0 } ?? true
  }
}
