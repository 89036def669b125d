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

  /// The trail behind `finding`, to which `control` has the evidence; `nil` where nothing is contradicted.
  ///
  /// A finding about a part, such as a tool, has two places: the control's others may be about other parts.
  init?(of finding: Finding, _ control: Control?) {
    guard case .contradicted(let claim, let disproof) = finding.status else { return nil }
    let evidence = control?.evidence ?? []
    let isWhole = finding.subject.member == nil
    let between = evidence.filter {
      isWhole && $0.span != claim && $0.span != disproof && $0.grade != .absent
    }
    .sorted { ($0.grade, $0.span) < ($1.grade, $1.span) }
    let end = evidence.first { $0.span == disproof }
    steps =
      [Step(span: claim, text: Self.claim(evidence.first { $0.span == claim }))]
      + between.prefix(Self.limit).map { Step(span: $0.span, text: Self.text(of: $0)) }
      + [Step(span: disproof, text: end.map(Self.text) ?? "This says the opposite.")]
  }

  /// How many places are shown between the first and the last.
  private static let limit = 6

  private static func claim(_ place: EvidencePlace?) -> Fragment<SARIFMessage> {
    "Claimed here\(grade(of: place))."
  }

  private static func text(of place: EvidencePlace) -> Fragment<SARIFMessage> {
    let records: Fragment<SARIFMessage> =
      place.count.map { ", \(counted($0, "record"))" } ?? ""
    let isSupport = place.bearing == .supports
    switch place.grade {
    case .observed where isSupport: return "Observed here\(records)."
    case .observed: return "The opposite is observed here\(records)."
    case .configured where isSupport: return "Enforced here (configured)."
    case .configured: return "Not enforced here (configured)."
    default:
      return isSupport
        ? "Claimed here\(grade(of: place))." : "The opposite is said here\(grade(of: place))."
    }
  }

  private static func grade(of place: EvidencePlace?) -> Fragment<SARIFMessage> {
    place.map { " (\($0.grade.rawValue))" } ?? ""
  }
}
