import Assessment
import Estate
import SourceText

/// The way from what is claimed over what enforces it to what was observed, for one contradiction.
struct EvidenceTrail {
  /// One place on the way.
  struct Step: Hashable {
    let span: SourceSpan
    let text: Fragment<SARIFMessage>
  }

  /// The places, weakest grade of evidence first.
  let steps: [Step]

  /// The trail behind `finding`; `nil` where nothing is contradicted.
  init?(of finding: Finding) {
    guard case .contradicted(let claim, let disproof) = finding.status else { return nil }
    let between = finding.evidence.filter { $0.span != claim && $0.span != disproof }
      .sorted { ($0.grade, $0.span) < ($1.grade, $1.span) }
    let start = finding.evidence.first { $0.span == claim }
    let end = finding.evidence.first { $0.span == disproof }
    steps =
      [Step(span: claim, text: Self.support(at: start))]
      + between.prefix(Self.limit).map { place in
        Step(
          span: place.span,
          text: place.bearing == .supports
            ? Self.support(at: place) : Self.opposition(at: place))
      } + [Step(span: disproof, text: Self.opposition(at: end))]
  }

  /// How many places are shown between the first and the last.
  private static let limit = 6

  private static func support(at place: EvidencePlace?) -> Fragment<SARIFMessage> {
    switch place?.grade {
    case .observed: "Observed here\(records(of: place))."
    case .configured: "Enforced here (configured)."
    default: "Claimed here\(grade(of: place))."
    }
  }

  private static func opposition(at place: EvidencePlace?) -> Fragment<SARIFMessage> {
    switch place?.grade {
    case .observed: "The opposite is observed here\(records(of: place))."
    case .configured: "Not enforced here (configured)."
    default: "The opposite is said here\(grade(of: place))."
    }
  }

  private static func records(of place: EvidencePlace?) -> Fragment<SARIFMessage> {
    place?.count.map { ", \(counted($0, "record"))" } ?? ""
  }

  private static func grade(of place: EvidencePlace?) -> Fragment<SARIFMessage> {
    place.map { " (\($0.grade.rawValue))" } ?? ""
  }
}
