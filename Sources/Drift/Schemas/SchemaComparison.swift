import Estate
import Syntax

/// What the change of a schema means for those who call the tool as before.
///
/// What callers send must still be taken: each value that the old input schema lets pass, the new one has
/// to let pass. What callers get must still be what they were promised: each value that the new output
/// schema lets pass, the old one has to let pass. What cannot be worked out is unknown, never compatible.
public struct SchemaComparison {
  /// Which way the values go.
  public enum Direction: Hashable, Sendable {
    /// From the caller to the tool.
    case input
    /// From the tool to the caller.
    case output
  }

  /// The differences, at least one.
  public let details: [ContractChange.Detail]

  /// More differences than anybody reads.
  private static let limit = 40

  /// Compares two schemas that differ, of which either may be absent.
  public init(_ direction: Direction, from old: Node?, to new: Node?) {
    guard let old, let new else {
      details = [Self.appearance(direction, isNew: old == nil)]
      return
    }
    var details: [ContractChange.Detail] = []
    let (narrow, wide) = direction == .input ? (old, new) : (new, old)
    details += Self.narrowings(direction, SchemaInclusion(of: narrow, in: wide).findings)
    let reverse = SchemaInclusion(of: wide, in: narrow).findings
    details += Self.widenings(direction, reverse)
    details += SchemaTexts(direction, from: old, to: new).details
    var seen: Set<ContractChange.Detail> = []
    details = details.filter { seen.insert($0).inserted }
    if details.isEmpty {
      details = [.init("it says the same in other words", .compatible)]
    }
    if details.count > Self.limit {
      let rest = details[Self.limit...]
      let effect = rest.reduce(ContractChange.Effect.compatible) { $0.joined(with: $1.effect) }
      details = details.prefix(Self.limit) + [.init("and \(rest.count) more", effect)]
    }
    self.details = details
  }

  private static func appearance(
    _ direction: Direction, isNew: Bool
  ) -> ContractChange.Detail {
    switch (direction, isNew) {
    case (.input, true): .init("there was none, and calls have to meet it now", .unknown)
    case (.input, false): .init("it is gone, and what calls may hold is open", .unknown)
    case (.output, true): .init("there was none, and results are promised to meet it", .compatible)
    case (.output, false): .init("it is gone, and results are promised to meet nothing", .breaking)
    }
  }

  /// What those who called as before have to fear.
  private static func narrowings(
    _ direction: Direction, _ findings: [SchemaInclusion.Finding]
  ) -> [ContractChange.Detail] {
    findings.map { finding in
      if direction == .output, case .dropped(let name) = finding.problem {
        return .init("`\(finding.path.appending(name))` came in", .compatible)
      }
      return .init(
        finding.problem.text(direction == .input ? .narrowed : .widened, at: finding.path),
        finding.isCertain ? .breaking : .unknown)
    }
  }

  /// What is new to callers, from the findings of the comparison the other way round.
  private static func widenings(
    _ direction: Direction, _ findings: [SchemaInclusion.Finding]
  ) -> [ContractChange.Detail] {
    findings.compactMap { finding in
      switch (finding.problem, direction) {
      case (.dropped(let name), .output), (.unnamed(let name), .output):
        let text = "`\(finding.path.appending(name))` is gone, and callers may read it"
        return .init(text, .unknown)
      case (.dropped(let name), .input):
        return .init("`\(finding.path.appending(name))` came in", .compatible)
      case _ where finding.isCertain:
        return .init(
          finding.problem.text(direction == .input ? .widened : .narrowed, at: finding.path),
          .compatible)
      default: return nil
      }
    }
  }
}
