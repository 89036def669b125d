import Assessment
import History

/// One report on its way into a SARIF run: what is a result, and where each thing has its index.
struct SARIFContext {
  let report: Report
  let profile: SARIFProfile
  /// What becomes a result: open findings, worst first, then accepted ones, then those that are gone.
  let results: [SARIFResult]
  /// Whether every result says how it stands to a baseline.
  let hasBaseline: Bool
  /// Whether every result says whether it was accepted: where one does, all have to.
  let hasSuppressions: Bool
  /// What would be a result if there were room for it, or if the reader could tell that it is accepted.
  let omitted: SARIFOmission
  /// Where each rule stands in the list of rules.
  let ruleIndexes: [String: Int]
  let taxonomies: [SARIFTaxonomy]
  let places: SARIFPlaces
  private let messages: [String: [SARIFMessageString]]
  private let rulesTaxa: [String: [Taxon]]

  /// One element of a taxonomy, by its places in the log.
  struct Taxon: Hashable {
    let index: Int
    let taxonomy: Int
  }

  /// Prepares `report`.
  init(_ report: Report, _ options: SARIFOptions) {
    self.report = report
    profile = options.profile
    hasBaseline = report.baseline != nil && profile == .standard
    let all = SARIFResult.all(of: report, for: profile)
    let limit = min(options.maximumResults ?? .max, profile.resultLimit)
    results = Array(all.prefix(max(0, limit)))
    omitted = SARIFOmission(
      cut: Array(all.dropFirst(results.count)),
      accepted: profile == .github
        ? report.assessment.findings.count { $0.isDecided && $0.suppression != nil } : 0)
    hasSuppressions = results.contains { $0.finding?.suppression != nil }
    let rules = report.assessment.rules
    ruleIndexes = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let taxonomies = SARIFTaxonomy.all(of: rules)
    self.taxonomies = taxonomies
    rulesTaxa = Dictionary(
      rules.map { rule in
        (
          rule.id,
          taxonomies.enumerated().flatMap { offset, taxonomy in
            taxonomy.indexes(of: rule).map {
              Taxon(index: $0, taxonomy: offset)
            }
          }
        )
      }, uniquingKeysWith: { first, _ in first })
    places = SARIFPlaces(
      report, findings: results.compactMap(\.finding), keepsToRoot: profile == .github)
    messages =
      profile == .github
      ? [:]
      : Dictionary(
        rules.map { ($0.id, SARIFMessageString.all(of: $0)) },
        uniquingKeysWith: { first, _ in first })
  }

  /// What `rule` belongs to.
  func taxa(of rule: String) -> [Taxon] {
    rulesTaxa[rule] ?? []
  }

  /// The message strings of `rule`; GitHub reads none.
  func messageStrings(of rule: String) -> [SARIFMessageString] {
    messages[rule] ?? []
  }
}

/// One result of a run.
struct SARIFResult {
  /// The finding; `nil` for one that only the baseline has.
  let finding: Finding?
  /// What the baseline says of a finding that is gone.
  let gone: SavedReport.Finding?
  /// How it stands to the baseline, where there is one.
  let state: BaselineComparison.State?

  /// How bad it is, or was.
  var severity: Severity? { finding?.severity ?? gone?.severity }

  /// What `report` has for a reader of `profile`.
  static func all(of report: Report, for profile: SARIFProfile) -> [SARIFResult] {
    let baseline = profile == .standard ? report.baseline : nil
    let findings = report.assessment.findings.enumerated()
      .filter { $0.element.isDecided }
      .map {
        SARIFResult(finding: $0.element, gone: nil, state: baseline?.states[$0.offset])
      }
    let open = findings.filter { $0.finding?.suppression == nil }
    guard profile == .standard else { return open }
    // What somebody accepted comes last, because the end is cut off where there is too much.
    let accepted = findings.filter { $0.finding?.suppression != nil }
    let absent = (baseline?.absent ?? []).filter(\.isDecided).map {
      SARIFResult(finding: nil, gone: $0, state: .absent)
    }
    return open + accepted + absent
  }
}

/// Results that are not in a log.
struct SARIFOmission {
  /// What there was no room for.
  let cut: [SARIFResult]
  /// How many were left out because somebody accepted them and the reader would show them as open.
  let accepted: Int

  /// How many of `severity` there was no room for.
  func count(of severity: Severity) -> Int { cut.count { $0.severity == severity } }
}

extension Finding {
  /// Whether a source decided it.
  var isDecided: Bool { undecidedReason == nil }
}
